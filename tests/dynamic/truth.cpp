// Functions whose control flow depends on the data, against central differences of their values in
// 100-digit arithmetic.
#include <array>
#include <tuple>
#include <utility>

#include "../support/branching.hpp"
#include "../support/oracle.hpp"
#include "support.hpp"

namespace {

using support::adaptive, support::agm, support::newton, support::recursive, support::sorted,
    support::spline;

/// Differences of an entry that is 0 whatever the arguments leave their own roundings.
double error_of(double got, const support::real& truth) {
  if (abs(truth) < 1e-30) return got == 0 ? 0 : HUGE_VAL;
  return support::error_in_ulps(got, truth);
}

/// The bounds are what is reached, rounded up: the roundings of all steps add up.
template <class F, std::size_t N>
void check_truth(const F& f, const std::array<double, N>& x, double first, double second) {
  const auto got = std::apply(cg::value_gradient_hessian(dynamic(f)), x);
  for (std::size_t i = 0; i < N; ++i) {
    BOOST_TEST_CONTEXT("partial " << i) {
      BOOST_TEST(error_of(got.gradient[i], support::partial(f, x, i)) <= first);
    }
    for (std::size_t j = 0; j < N; ++j) {
      BOOST_TEST_CONTEXT("entry " << i << ", " << j) {
        const auto truth = support::second_partial(f, x, i, j);
        BOOST_TEST(error_of(got.hessian[i][j], truth) <= second);
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_truth)

BOOST_AUTO_TEST_CASE(of_newtons_method) {
  check_truth(newton, std::array{1.5, 2.0}, 8, 48);
  check_truth(newton, std::array{0.25, 7.0}, 8, 48);
}

BOOST_AUTO_TEST_CASE(of_the_arithmetic_geometric_mean) {
  check_truth(agm, std::array{1.5, 2.0}, 8, 32);
  check_truth(agm, std::array{0.25, 24.0}, 8, 32);
}

BOOST_AUTO_TEST_CASE(of_what_is_sorted) {
  check_truth(sorted, std::array{0.75, -0.5, 1.25}, 4, 8);
  check_truth(sorted, std::array{-1.75, 3.5, 1.25}, 4, 8);
}

BOOST_AUTO_TEST_CASE(of_a_recursion) {
  check_truth(recursive, std::array{0.125, 30.0}, 20, 20);
  check_truth(recursive, std::array{1.75, 3.0}, 8, 16);
}

BOOST_AUTO_TEST_CASE(of_a_table) {
  for (const double x : {-0.5, 0.3, 1.0, 3.0}) check_truth(spline, std::array{x, 1.5}, 4, 8);
}

BOOST_AUTO_TEST_CASE(of_steps_of_their_own_size) {
  check_truth(adaptive, std::array{0.75, 1.25}, 16, 64);
}

BOOST_AUTO_TEST_CASE(third_and_fourth_derivatives) {
  const auto third = cg::partial<0, 0, 1>(dynamic(newton))(1.5, 2.0);
  BOOST_TEST(support::error_in_ulps(
                 third, support::higher_partial(newton, std::array{1.5, 2.0}, {0, 0, 1})) <= 64);
  const auto fourth = cg::partial<0, 1, 1, 1>(dynamic(agm))(1.5, 2.0);
  BOOST_TEST(support::error_in_ulps(
                 fourth, support::higher_partial(agm, std::array{1.5, 2.0}, {0, 1, 1, 1})) <= 256);
}

BOOST_AUTO_TEST_SUITE_END()
