// Recordings of random programs, saved and loaded, against the programs themselves.
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

/// Empty if the recording has the program's value and, as far as rounding goes, its derivatives.
std::string recorded_otherwise(const dag& d, tally& counts) {
  const auto limits = dags::analyse(d);
  if (!limits.promised) return ++counts.skipped, std::string{};
  const auto program = dags::by_program(d), recording = dags::by_recording(d);
  if (!support::identical(recording.value, dags::by_numbers(d))) return "another value";
  const auto apart =
      dags::difference(recording.gradient, program.gradient, limits, counts, dags::order::program);
  if (apart.empty() || (program.in_range && recording.in_range)) return apart;
  ++counts.excused;
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(recordings_say_the_same_as_programs) {
  tally counts;
  int failures = 0;
  for (std::uint64_t i = 0; i < dags::run_programs(0.05) && failures < 5; ++i) {
    dags::random_source random(dags::seed_of(dags::run_seed() + 60, i));
    const dag d = dags::generate(random, {.largest = 400, .tame = i % 4 != 0});
    const std::string wrong = recorded_otherwise(d, counts);
    if (wrong.empty()) continue;
    ++failures;
    tally ignored;
    const dag smallest =
        dags::shrunk(d, [&](const dag& s) { return !recorded_otherwise(s, ignored).empty(); });
    BOOST_ERROR("program " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\n"
                           << wrong << "shrunk to\n"
                           << dags::text(smallest) << recorded_otherwise(smallest, ignored));
  }
  std::cout << "recordings: " << counts.partials << " partials, largest difference " << counts.worst
            << " of what rounding explains" << std::endl;
  BOOST_TEST(counts.partials > 100U);
}
