// Where functions stop being smooth or finite, dynamic(f) gives the numbers of the derivatives that
// are generated at compile time, in second order too.
#include <tuple>

#include "../support/engines.hpp"
#include "support.hpp"

namespace {

using namespace support::functions;

template <class F>
auto static_at(const F& f, const std::array<double, 2>& x) {
  return std::apply(cg::value_gradient_hessian(f), x);
}
template <class F>
auto dynamic_at(const F& f, const std::array<double, 2>& x) {
  return std::apply(cg::value_gradient_hessian(dynamic(f)), x);
}

void check_numbers(const auto& got, const auto& expected) {
  BOOST_TEST(is_identical(got.value, expected.value));
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(support::is_within(4, got.gradient[i], expected.gradient[i]));
    for (std::size_t j = 0; j < 2; ++j) {
      BOOST_TEST_CONTEXT("entry " << i << ", " << j) {
        BOOST_TEST(support::is_within(8, got.hessian[i][j], expected.hessian[i][j]));
      }
    }
  }
}

template <class F>
void check_edges(const F& f) {
  constexpr double inf = support::inf_of<double>;
  for (const double x : {-2.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0, inf}) {
    for (const double y : {-2.0, -1.0, -0.0, 0.0, 0.5, 1.0, 3.0}) {
      BOOST_TEST_CONTEXT("at " << x << ", " << y) {
        check_numbers(dynamic_at(f, std::array{x, y}), static_at(f, std::array{x, y}));
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dynamic_edges)

BOOST_AUTO_TEST_CASE(at_kinks) {
  check_edges([](auto x, auto y) { return relu(x) * y + relu(x * y); });
  check_edges([](auto x, auto y) { return abs(x) * y + abs(y) * abs(y); });
  check_edges([](auto x, auto y) { return max(x * x, y * y * y); });
  check_edges([](auto x, auto y) { return min(x, y) * max(x, y); });
  check_edges([](auto x, auto y) { return clamp(x, -1.0, 1.0) * y; });
  check_edges([](auto x, auto y) { return fmax(x, y) + fmin(x * x, y); });
  check_edges([](auto x, auto y) { return floor(x) * y + sign(y) * x * x; });
  check_edges([](auto x, auto y) { return copysign(x, y) * x; });
}

BOOST_AUTO_TEST_CASE(at_branches_that_are_not_taken) {
  check_edges([](auto x, auto y) { return where(x > y, x * x * y, x * y * y); });
  check_edges([](auto x, auto y) { return where(x > 0, sqrt(x), 0.0) * y + y * y; });
  check_edges([](auto x, auto y) { return relu(-1 / (x * x)) * y + x * y; });
  check_edges([](auto x, auto y) { return max(log(x) / x, y * y) * y; });
  check_edges([](auto x, auto y) { return detach(x) * x * x * y; });
}

BOOST_AUTO_TEST_CASE(at_poles_and_infinite_slopes) {
  check_edges([](auto x, auto y) { return 1 / x + log(y); });
  check_edges([](auto x, auto y) { return sqrt(x) * y; });
  check_edges([](auto x, auto y) { return cbrt(x) * y + rsqrt(y); });
  check_edges([](auto x, auto y) { return x / y; });
  check_edges([](auto x, auto y) { return xlogy(x, y); });
  check_edges([](auto x, auto y) { return asin(x) + acosh(y); });
}

BOOST_AUTO_TEST_CASE(at_powers) {
  check_edges([](auto x, auto y) { return pow(x, 3) * y + pow(y, 2); });
  check_edges([](auto x, auto y) { return pow(x, 0.5) * y; });
  check_edges([](auto x, auto y) { return pow(x, y); });
  check_edges([](auto x, auto y) { return pow(2, y) * x; });
}

BOOST_AUTO_TEST_SUITE_END()
