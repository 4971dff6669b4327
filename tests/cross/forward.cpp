// Forward mode against reverse mode: values to the last bit, gradients within a few ulps of each
// other and of the oracle.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "../support/compare.hpp"
#include "../support/corpus.hpp"
#include "../support/oracle.hpp"

namespace {

using support::by_dual;

}  // namespace

BOOST_AUTO_TEST_SUITE(forward)

BOOST_AUTO_TEST_CASE(duals_agree_with_the_function) {
  support::for_each_function([]<class Entry>(const Entry& entry) {
    BOOST_TEST_CONTEXT(entry.name) {
      for (const auto& x : entry.points(60)) {
        const auto dual = by_dual(entry.f, x), function = support::by_function(entry.f, x);
        BOOST_TEST(support::is_identical(dual.value, function.value));
        for (std::size_t k = 0; k < x.size(); ++k) {
          BOOST_TEST(support::is_within(entry.forward, dual.gradient[k], function.gradient[k]));
        }
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(duals_agree_with_the_oracle) {
  support::for_each_function([]<class Entry>(const Entry& entry) {
    double worst = 0;
    for (const auto& x : entry.points(20)) {
      const auto dual = by_dual(entry.f, x);
      for (std::size_t k = 0; k < x.size(); ++k) {
        const auto truth = support::partial(entry.f, x, k);
        worst = std::max(worst, support::error_in_ulps(dual.gradient[k], truth));
      }
    }
    BOOST_TEST_MESSAGE(entry.name << ": " << worst << " ulps");
    BOOST_TEST_CONTEXT(entry.name) {
      BOOST_TEST(worst <= entry.forward_truth);
    }
  });
}

static_assert(by_dual(support::corpus_functions::himmelblau, std::array{3.0, 2.0}).gradient ==
              std::array{0.0, 0.0});
static_assert(by_dual(support::corpus_functions::rosenbrock, std::array{2.0, 1.0}).gradient ==
              std::array{2402.0, -600.0});
static_assert(by_dual(support::corpus_functions::huber, std::array{3.0, 1.0}).gradient ==
              std::array{1.0, -1.0});
static_assert(by_dual(support::corpus_functions::newton_root, std::array{4.0}).value == 2);

BOOST_AUTO_TEST_SUITE_END()
