// Generator B: every engine computes the same of a random program.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <ctime>
#include <iostream>
#include <limits>

#include "agreement.hpp"
#include "generate.hpp"
#include "settings.hpp"
#include "shrink.hpp"

namespace {

using dags::dag, dags::tally;

dag program_number(std::uint64_t i) {
  dags::random_source random(dags::seed_of(dags::run_seed(), i));
  dags::wishes w;
  w.tame = i % 4 != 0;
  return dags::generate(random, w);
}

void report(std::uint64_t i, const dag& d, const std::string& wrong) {
  const dag smallest = dags::shrunk(d, [](const dag& smaller) {
    tally ignored;
    return !dags::disagreement(smaller, ignored).empty();
  });
  tally ignored;
  BOOST_ERROR("program " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\n"
                         << wrong << "shrunk to\n"
                         << dags::text(smallest) << dags::disagreement(smallest, ignored));
}

void print(const tally& t, double seconds) {
  const auto per_minute = static_cast<double>(t.programs) / seconds * 60;
  std::cout << "seed " << dags::run_seed() << ": " << t.programs << " programs, " << t.operations
            << " operations, " << std::llround(per_minute)
            << " programs a minute; partials: " << t.partials
            << " compared as numbers (largest difference " << t.worst
            << " of what rounding explains), " << t.not_finite << " as NaN or infinity, "
            << t.undecided << " undecided, " << t.excused << " times out of range; " << t.skipped
            << " programs skipped" << std::endl;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(programs)

BOOST_AUTO_TEST_CASE(every_engine_says_the_same) {
  tally counts;
  int failures = 0;
  const std::clock_t start = std::clock();
  for (std::uint64_t i = 0; i < dags::run_programs(1) && failures < 5; ++i) {
    const dag d = program_number(i);
    const std::string wrong = dags::disagreement(d, counts);
    if (!wrong.empty()) report(i, d, wrong), ++failures;
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  print(counts, seconds);
  BOOST_TEST(counts.worst <= 1);
  BOOST_TEST(double(counts.undecided) <= 0.02 * double(counts.partials));
  BOOST_TEST(double(counts.excused) <= 0.001 * double(counts.programs));
  BOOST_TEST(double(counts.skipped) <= 0.1 * double(counts.programs));
}

BOOST_AUTO_TEST_SUITE_END()
