// The passes on random programs: values to the last bit, derivatives as far as rounding goes.
#include <ctgrad/program/optimize.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <iostream>

#include "../support/compare.hpp"
#include "agreement.hpp"
#include "generate.hpp"
#include "settings.hpp"
#include "shrink.hpp"

namespace {

using dags::dag, dags::tally;

/// Empty if the passes keep what they promise.
std::string broken_promise(const dag& d, tally& counts) {
  const auto limits = dags::analyse(d);
  const auto before = dags::by_program(d), after = dags::by_optimized(d);
  if (!support::identical(after.value, before.value)) return "another value";
  const auto apart =
      dags::difference(after.gradient, before.gradient, limits, counts, dags::order::program);
  if (apart.empty() || (before.in_range && after.in_range)) return apart;
  ++counts.excused;
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(optimized)

BOOST_AUTO_TEST_CASE(passes_change_roundings_of_derivatives_only) {
  tally counts;
  int failures = 0;
  for (std::uint64_t i = 0; i < dags::run_programs(0.2) && failures < 5; ++i) {
    dags::random_source random(dags::seed_of(dags::run_seed() + 40, i));
    const dag d = dags::generate(random, {.largest = 400, .tame = i % 4 != 0});
    const std::string wrong = broken_promise(d, counts);
    if (wrong.empty()) continue;
    ++failures;
    tally ignored;
    const dag smallest =
        dags::shrunk(d, [&](const dag& s) { return !broken_promise(s, ignored).empty(); });
    BOOST_ERROR("program " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\n"
                           << wrong << "shrunk to\n"
                           << dags::text(smallest) << broken_promise(smallest, ignored));
  }
  std::cout << "passes: " << counts.partials << " partials, largest difference " << counts.worst
            << " of what rounding explains, " << counts.undecided << " undecided, "
            << counts.excused << " times out of range" << std::endl;
  BOOST_TEST(counts.worst <= 1);
  BOOST_TEST(double(counts.excused) <= 0.001 * double(dags::run_programs(0.2)));
  BOOST_TEST(counts.worst > 0, "the passes have done nothing");
  BOOST_TEST(double(counts.undecided) <= 0.02 * double(counts.partials));
}

BOOST_AUTO_TEST_SUITE_END()
