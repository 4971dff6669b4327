// What check.hpp declares, and how many points could not be judged.
#include "check.hpp"

#include <boost/test/unit_test.hpp>

#include <iostream>
#include <map>
#include <string>

#include "../random/truth.hpp"
#include "../support/compare.hpp"

namespace generated {
namespace {

int judged = 0, rejected = 0;
std::map<std::string, int> reasons;

struct summary {
  ~summary() {
    std::cout << "generated functions: " << judged << " points judged by 100 digits, " << rejected
              << " rejected";
    for (const auto& [reason, count] : reasons) std::cout << "; " << reason << ' ' << count;
    std::cout << std::endl;
    BOOST_TEST(rejected <= 0.3 * (judged + rejected));
  }
};
BOOST_TEST_GLOBAL_FIXTURE(summary);

}  // namespace

void check_answers(const dags::dag& recorded, double plain, const std::vector<answer>& answers) {
  const auto limits = dags::analyse(recorded);
  dags::tally counts;
  for (const answer& a : answers) {
    BOOST_TEST_CONTEXT(a.engine) {
      BOOST_TEST(support::is_identical(a.value, plain));
      BOOST_TEST(dags::difference(a.gradient, answers[0].gradient, limits, counts,
                                  dags::order::other) == "");
    }
  }
  const auto verdict = dags::judge(recorded, answers[0].gradient);
  if (!verdict.rejected.empty()) {
    ++reasons[std::string(verdict.rejected)];
    return static_cast<void>(++rejected);
  }
  ++judged;
  BOOST_TEST(verdict.wrong == "");
}

}  // namespace generated
