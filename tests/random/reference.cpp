// A sample of small programs against the truth, and how many points could not be judged.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iostream>
#include <map>

#include "engines.hpp"
#include "generate.hpp"
#include "settings.hpp"
#include "shrink.hpp"
#include "truth.hpp"

namespace {

using dags::dag;

bool is_wrong(const dag& d) {
  const auto verdict = dags::judge(d, dags::by_tape(d).gradient);
  return verdict.rejected.empty() && !verdict.wrong.empty();
}

void report(std::uint64_t i, const dag& d) {
  const dag smallest = dags::shrunk(d, is_wrong);
  BOOST_ERROR("program " << i << " of CTGRAD_TEST_SEED=" << dags::run_seed() << "\n"
                         << dags::text(smallest)
                         << dags::judge(smallest, dags::by_tape(smallest).gradient).wrong);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference)

BOOST_AUTO_TEST_CASE(small_programs_agree_with_differences_in_a_hundred_digits) {
  std::map<std::string, std::uint64_t> rejected;
  const std::uint64_t programs = std::max<std::uint64_t>(200, dags::run_programs(0.01));
  std::uint64_t judged = 0;
  for (std::uint64_t i = 0; i < programs; ++i) {
    dags::random_source random(dags::seed_of(dags::run_seed() + 1, i));
    const dag d = dags::without_dead(
        dags::generate(random, {.largest = 60, .inputs = 3, .derivatives = true}));
    const auto verdict = dags::judge(d, dags::by_tape(d).gradient);
    if (!verdict.wrong.empty() && verdict.rejected.empty()) report(i, d);
    ++(verdict.rejected.empty() ? judged : rejected[verdict.rejected]);
  }
  std::cout << "seed " << dags::run_seed() << ": " << judged << " of " << programs
            << " programs judged by 100 digits; rejected:";
  for (const auto& [reason, count] : rejected) std::cout << ' ' << reason << ' ' << count;
  std::cout << std::endl;
  BOOST_TEST(double(judged) > 0.7 * double(programs));
}

BOOST_AUTO_TEST_SUITE_END()
