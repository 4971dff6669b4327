// Second derivatives against 100 digits, near the points where a careless rule cancels.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "../support/oracle.hpp"

namespace {

using support::error_in_ulps;
using support::real;

/// The worst error of f'' over the points, in ulps of the truth.
double worst(const auto& f, const std::vector<double>& points) {
  double error = 0;
  for (const double x : points) {
    const real truth = support::second_partial(f, std::array{x}, 0, 0);
    error = std::max(error, error_in_ulps(ctgrad::derivative<2>(f)(x), truth));
  }
  return error;
}

/// The worst error of the four second derivatives of f(x, y), by duals of duals.
double worst_of_two(const auto& f, const std::vector<std::array<double, 2>>& points) {
  using inner = ctgrad::dual<double, 2>;
  using outer = ctgrad::dual<inner, 2>;
  double error = 0;
  for (const auto& p : points) {
    const auto y = f(outer::variable(inner::variable(p[0], 0), 0),
                     outer::variable(inner::variable(p[1], 1), 1));
    for (std::size_t k = 0; k < 4; ++k) {
      const real truth = support::second_partial(f, p, k / 2, k % 2);
      error = std::max(error, error_in_ulps(y.tangent(k / 2).tangent(k % 2), truth));
    }
  }
  return error;
}

const std::vector<double> small{1e-12, 1e-5, 0.25, 0.75, -1e-9, -0.5};
const std::vector<double> large{1e-8, 0.3, 2, 40, 1e5, -3, -1e4};

}  // namespace

BOOST_AUTO_TEST_SUITE(second_order)

BOOST_AUTO_TEST_CASE(inverse_functions_near_0) {
  BOOST_TEST(worst([](auto t) { return asin(t); }, small) <= 4);
  BOOST_TEST(worst([](auto t) { return acos(t); }, small) <= 4);
  BOOST_TEST(worst([](auto t) { return atanh(t); }, small) <= 4);
  BOOST_TEST(worst([](auto t) { return asinh(t); }, large) <= 6);
  BOOST_TEST(worst([](auto t) { return atan(t); }, large) <= 6);
}

BOOST_AUTO_TEST_CASE(logistic_functions) {
  BOOST_TEST(worst([](auto t) { return ctgrad::sigmoid(t); }, small) <= 5);
  BOOST_TEST(worst([](auto t) { return ctgrad::softplus(t); }, small) <= 5);
  BOOST_TEST(worst([](auto t) { return tanh(t); }, small) <= 5);
  BOOST_TEST(worst([](auto t) { return ctgrad::log1m_exp(t); }, {-1e-3, -0.7, -3, -20}) <= 6);
}

BOOST_AUTO_TEST_CASE(far_from_a_kink) {
  BOOST_TEST(worst([](auto t) { return ctgrad::smooth_abs(t, 1.0); }, large) <= 6);
  BOOST_TEST(worst([](auto t) { return ctgrad::smooth_max(t, 0.5, 1.0); }, {0.25, 3, -40}) <= 8);
}

BOOST_AUTO_TEST_CASE(roots_and_powers) {
  const std::vector<double> positive{0.01, 0.7, 1, 3, 1000};
  BOOST_TEST(worst([](auto t) { return cbrt(t); }, positive) <= 8);
  BOOST_TEST(worst([](auto t) { return ctgrad::rsqrt(t); }, positive) <= 6);
  BOOST_TEST(worst([](auto t) { return pow(t, 2.7); }, positive) <= 5);
  BOOST_TEST(worst_of_two([](auto x, auto p) { return pow(x, p); },
                          {{0.3, 1.7}, {2, -3.5}, {1.5, 0.25}}) <= 12);
}

BOOST_AUTO_TEST_CASE(of_two_operands) {
  BOOST_TEST(worst_of_two([](auto x, auto y) { return hypot(x, y); },
                          {{3, 4}, {1e6, 1}, {-1e-6, 2}, {0.3, -1e5}}) <= 6);
  BOOST_TEST(worst_of_two([](auto x, auto y) { return ctgrad::xlogy(x, y); },
                          {{0, 2}, {1.5, 0.3}, {-2, 7}}) <= 3);
  BOOST_TEST(worst_of_two([](auto x, auto y) { return ctgrad::log_add_exp(x, y); },
                          {{0.5, 0.25}, {-3, 2}, {7, 9}}) <= 8);
}

BOOST_AUTO_TEST_SUITE_END()
