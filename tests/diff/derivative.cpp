// derivative<N>(f) of functions and curves, and mixed partials of any order.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"
#include "structs.hpp"

namespace {

namespace cg = ctgrad;
using cg::derivative, cg::partial, cg::value_and_derivative, cg::wrt;
using structs::bond;
using support::is_identical;

// -- orders --------------------------------------------------------------------------------------

constexpr auto fifth = [](auto x) { return x * x * x * x * x; };
static_assert(derivative(fifth)(2.0) == 80);
static_assert(derivative<1>(fifth)(2.0) == 80);
static_assert(derivative<2>(fifth)(2.0) == 160);
static_assert(derivative<3>(fifth)(2.0) == 240);
static_assert(derivative<4>(fifth)(2.0) == 240);
static_assert(derivative<5>(fifth)(2.0) == 120);
static_assert(derivative<6>(fifth)(2.0) == 0);

constexpr auto reciprocal = [](auto x) { return 1 / x; };
static_assert(derivative(reciprocal)(2.0) == -0.25);
static_assert(derivative<2>(reciprocal)(1.0) == 2);
static_assert(derivative<3>(reciprocal)(1.0) == -6);
static_assert(derivative<4>(reciprocal)(1.0) == 24);
static_assert(derivative<5>(reciprocal)(-2.0) == -1.875);  // -120/x⁶
static_assert(derivative<6>(reciprocal)(1.0) == 720);
static_assert(derivative<6>(reciprocal)(2.0) == 5.625);

constexpr auto geometric = [](auto x) { return 1 / (1 - x); };  // n!/(1 - x)^(n + 1)
static_assert(derivative<4>(geometric)(0.5) == 768);
static_assert(derivative<6>(geometric)(0.5) == 92160);

constexpr auto by_power = [](auto x) { return pow(x, -3); };
static_assert(derivative(by_power)(2.0) == -0.1875);
static_assert(derivative<2>(by_power)(-1.0) == -12);

// -- what has no slope, and kinks ----------------------------------------------------------------

static_assert(derivative([](auto) { return 4.0; })(2.0) == 0);
static_assert(derivative([](auto x) { return x; })(2.0) == 1);
static_assert(derivative<2>([](auto x) { return 3 * x; })(2.0) == 0);

constexpr auto softened = [](auto x) { return where(x > 1, x * x, 2 * x - 1); };
static_assert(derivative(softened)(3.0) == 6 && derivative<2>(softened)(3.0) == 2);
static_assert(derivative(softened)(0.0) == 2 && derivative<2>(softened)(0.0) == 0);
static_assert(derivative([](auto x) { return relu(x); })(0.0) == 0);
static_assert(derivative<2>([](auto x) { return relu(x) * x; })(3.0) == 2);
static_assert(derivative<3>([](auto x) { return abs(x) * x * x; })(-3.0) == -6);

// -- with the value ------------------------------------------------------------------------------

constexpr auto with_second = value_and_derivative<2>(fifth)(2.0);
static_assert(with_second.value == 32 && with_second.derivative == 160);
static_assert(value_and_derivative(reciprocal)(2.0).derivative == -0.25);

// -- curves --------------------------------------------------------------------------------------

constexpr auto cubic_curve = [](auto t) { return std::array{t, t * t, t * t * t}; };
static_assert(derivative(cubic_curve)(2.0) == std::array{1.0, 4.0, 12.0});
static_assert(derivative<2>(cubic_curve)(2.0) == std::array{0.0, 2.0, 12.0});
static_assert(derivative<4>(cubic_curve)(2.0) == std::array{0.0, 0.0, 0.0});
static_assert(value_and_derivative<3>(cubic_curve)(2.0).value == std::array{2.0, 4.0, 8.0});
static_assert(value_and_derivative<3>(cubic_curve)(2.0).derivative == std::array{0.0, 0.0, 6.0});

constexpr auto of_everything = [](auto t) {
  return std::tuple{t * t, std::pair{1 / t, 5.0}, bond<decltype(t)>{t, t * t * t}};
};
constexpr auto third = derivative<3>(of_everything)(2.0);
static_assert(std::get<0>(third) == 0 && std::get<1>(third) == std::pair{-0.375, 0.0});
static_assert(std::get<2>(third) == bond<double>{0, 6});

// -- data, and the choice of the argument --------------------------------------------------------

constexpr auto growth = [](auto x, auto y) { return x * x * x * y * y; };
static_assert(derivative<2, wrt<0>>(growth)(2.0, 3.0) == 108);
static_assert(derivative<2, wrt<1>>(growth)(2.0, 3.0) == 16);
static_assert(derivative<3, wrt<0>>(growth)(2.0, 3.0) == 54);
static_assert(value_and_derivative<1, wrt<1>>(growth)(2.0, 3.0).value == 72);
static_assert(value_and_derivative<1, wrt<1>>(growth)(2.0, 3.0).derivative == 48);

constexpr auto horner = [](auto x, const auto& coefficients) {
  auto sum = coefficients[0] + 0 * x;
  for (std::size_t i = 1; i < coefficients.size(); ++i) sum = sum * x + coefficients[i];
  return sum;
};
constexpr std::array coefficients{1.0, -2.0, 3.0, -4.0};  // x³ - 2x² + 3x - 4
static_assert(derivative<1, wrt<0>>(horner)(2.0, coefficients) == 7);
static_assert(derivative<2, wrt<0>>(horner)(2.0, coefficients) == 8);
static_assert(derivative<3, wrt<0>>(horner)(2.0, coefficients) == 6);
static_assert(derivative<4, wrt<0>>(horner)(2.0, coefficients) == 0);

// One number is one number, however it comes.
static_assert(derivative<2>([](const auto& a) { return a[0] * a[0]; })(std::array{3.0}) == 2);
static_assert(derivative<2>([](const auto& t) {
                return std::get<0>(t) * std::get<0>(t);
              })(std::tuple{3.0}) == 2);

// -- mixed partials ------------------------------------------------------------------------------

constexpr auto monomial = [](auto x, auto y, auto z) { return x * x * x * y * y * z; };
static_assert(partial<0>(monomial)(2.0, 3.0, 5.0) == 540);
static_assert(partial<0, 1>(monomial)(2.0, 3.0, 5.0) == 360);
static_assert(partial<0, 0>(monomial)(2.0, 3.0, 5.0) == 540);
static_assert(partial<0, 1, 2>(monomial)(2.0, 3.0, 5.0) == 72);
static_assert(partial<2, 1, 0>(monomial)(2.0, 3.0, 5.0) == 72);
static_assert(partial<1, 0, 1, 0, 2, 0>(monomial)(2.0, 3.0, 5.0) == 12);
static_assert(partial<2, 2>(monomial)(2.0, 3.0, 5.0) == 0);
static_assert(partial<1, 1, 1>(monomial)(2.0, 3.0, 5.0) == 0);

// Numbers are counted through all arguments; a result may have a structure.
constexpr auto of_bond = [](const auto& b, auto k) {
  return std::array{b.rate * b.maturity * k, k};
};
static_assert(partial<0, 1, 2>(of_bond)(bond<double>{2, 3}, 5.0) == std::array{1.0, 0.0});
static_assert(partial<1, 2>(of_bond)(bond<double>{2, 3}, 5.0) == std::array{2.0, 0.0});
static_assert(partial<2>(of_bond)(bond<double>{2, 3}, 5.0) == std::array{6.0, 1.0});

// -- which scalar --------------------------------------------------------------------------------

static_assert(std::same_as<decltype(derivative(fifth)(2.0)), double>);
static_assert(std::same_as<decltype(derivative<2>(fifth)(2.0F)), float>);
static_assert(std::same_as<decltype(derivative(fifth)(2.0L)), long double>);
static_assert(std::same_as<decltype(derivative<3>(fifth)(2)), double>);
static_assert(derivative([](auto x) { return x / 4; })(3) == 0.25);
constexpr auto with_literal = [](auto x) { return x * x * 0.1; };
static_assert(derivative<2>(with_literal)(1.0F) == 0.1F * 2);
static_assert(derivative<2>(with_literal)(1.0) == 0.1 * 2);
static_assert(std::same_as<decltype(derivative<2, wrt<0>>(growth)(1.0F, 1.0F)), float>);
static_assert(std::same_as<decltype(derivative<2, wrt<0>>(growth)(1.0F, 1.0)), double>);
static_assert(std::same_as<decltype(partial<0, 1>(growth)(1.0F, 1)), float>);
static_assert(std::same_as<decltype(derivative<2>(cubic_curve)(1.0L)), std::array<long double, 3>>);

#if defined(__GNUC__) && !defined(__clang__)
static_assert(derivative<5>([](auto x) { return exp(2 * x); })(0.0) == 32);
static_assert(derivative<4>([](auto x) { return log(x); })(1.0) == -6);
static_assert(derivative<3>([](auto x) { return sin(x); })(0.0) == -1);
static_assert(derivative<2>([](auto x) { return sqrt(x); })(4.0) == -0.03125);
#endif

}  // namespace

BOOST_AUTO_TEST_SUITE(function_derivative)

BOOST_AUTO_TEST_CASE(sine_comes_back_after_four) {
  const auto f = [](auto x) { return sin(x); };
  for (const double x : {0.0, 0.7, -2.5}) {
    BOOST_TEST(is_identical(derivative(f)(x), std::cos(x)));
    BOOST_TEST(is_identical(derivative<2>(f)(x), -std::sin(x)));
    BOOST_TEST(is_identical(derivative<3>(f)(x), -std::cos(x)));
    BOOST_TEST(is_identical(derivative<4>(f)(x), std::sin(x)));
    BOOST_TEST(is_identical(derivative<5>(f)(x), std::cos(x)));
  }
}

BOOST_AUTO_TEST_CASE(exp_stays) {
  const auto f = [](auto x) { return exp(x); };
  BOOST_TEST(is_identical(derivative<5>(f)(1.5), std::exp(1.5)));
}

BOOST_AUTO_TEST_CASE(first_and_second_agree_with_the_truth) {
  const auto f = [](auto x) { return x * exp(x * x); };  // no cancellation
  for (const double x : {0.3, -0.8, 1.9}) {
    const auto first = support::partial(f, std::array{x}, 0);
    const auto second = support::second_partial(f, std::array{x}, 0, 0);
    BOOST_TEST(support::error_in_ulps(derivative(f)(x), first) <= 8);
    BOOST_TEST(support::error_in_ulps(derivative<2>(f)(x), second) <= 12);
  }
}

/// Orders 1 to 6 of F at x, and the truth about them.
template <class F, int... Order>
void check_orders(const F& f, double x, double bound, std::integer_sequence<int, Order...>) {
  const std::array got{derivative<Order + 1>(f)(x)...};
  for (std::size_t n = 1; n <= got.size(); ++n) {
    BOOST_TEST_CONTEXT("order " << n << " at " << x) {
      const auto truth = support::higher_partial(f, std::array{x}, std::vector(n, std::size_t{0}));
      BOOST_TEST(support::error_in_ulps(got[n - 1], truth) <= bound);
    }
  }
}

BOOST_AUTO_TEST_CASE(orders_one_to_six_agree_with_the_truth) {
  const auto check = [](const auto& f, double x, double bound) {
    check_orders(f, x, bound, std::make_integer_sequence<int, 6>{});
  };
  check([](auto x) { return exp(x / 2) * x; }, 0.75, 8);  // sums of positive terms
  check([](auto x) { return x * exp(x * x); }, 0.5, 24);
  check([](auto x) { return pow(x, 2.5); }, 1.5, 16);
}

BOOST_AUTO_TEST_CASE(orders_one_to_five_of_a_longer_function) {
  const auto f = [](auto x) { return sqrt(2 + x * x); };
  check_orders(f, 1.25, 64, std::make_integer_sequence<int, 5>{});
}

BOOST_AUTO_TEST_CASE(orders_one_to_six_in_closed_form) {
  const auto logarithm = [](auto x) { return log(x); };  // (-1)^(n-1) (n-1)!/xⁿ
  BOOST_TEST(support::is_within(4, derivative<5>(logarithm)(1.5), 24 / std::pow(1.5, 5)));
  BOOST_TEST(support::is_within(4, derivative<6>(logarithm)(1.5), -120 / std::pow(1.5, 6)));
  const auto wave = [](auto x) { return sin(2 * x); };
  BOOST_TEST(is_identical(derivative<6>(wave)(0.3), -64 * std::sin(0.6)));
  const auto decay = [](auto x) { return exp(-x / 2); };
  BOOST_TEST(is_identical(derivative<6>(decay)(0.3), std::exp(-0.15) / 64));
  const auto root = [](auto x) { return sqrt(x); };  // -945/64 x^(-11/2)
  BOOST_TEST(support::is_within(8, derivative<6>(root)(4.0), -945.0 / 64 / 2048));
}

BOOST_AUTO_TEST_CASE(a_helix) {
  const auto helix = [](auto t, auto pitch) { return std::array{cos(t), sin(t), pitch * t}; };
  const auto [value, second] = value_and_derivative<2, wrt<0>>(helix)(0.7, 0.25);
  BOOST_TEST(is_identical(value[2], 0.25 * 0.7));
  BOOST_TEST(is_identical(second[0], -std::cos(0.7)));
  BOOST_TEST(is_identical(second[1], -std::sin(0.7)));
  BOOST_TEST(is_identical(second[2], 0.0));
  const auto sixth = derivative<6, wrt<0>>(helix)(0.7, 0.25);
  BOOST_TEST(is_identical(sixth[0], -std::cos(0.7)));
  BOOST_TEST(is_identical(sixth[1], -std::sin(0.7)));
}

BOOST_AUTO_TEST_CASE(mixed_partials_agree_with_the_truth) {
  const auto f = [](auto x, auto y) { return exp(x * y) * (x + 2) / y; };
  const std::array at{0.75, 1.25};
  const auto check = [&](double got, const std::vector<std::size_t>& by) {
    BOOST_TEST(support::error_in_ulps(got, support::higher_partial(f, at, by)) <= 32);
  };
  check(partial<0, 1>(f)(at[0], at[1]), {0, 1});
  check(partial<1, 1, 0>(f)(at[0], at[1]), {0, 1, 1});
  check(partial<0, 0, 1, 1>(f)(at[0], at[1]), {0, 0, 1, 1});
  check(partial<1, 0, 0, 0, 1>(f)(at[0], at[1]), {0, 0, 0, 1, 1});
}

BOOST_AUTO_TEST_CASE(the_order_of_differentiation_does_not_matter) {
  const auto f = [](auto x, auto y, auto z) { return sin(x * y) * exp(z / y) + x * z * z; };
  const std::array all{partial<0, 1, 2>(f)(0.7, 1.3, 0.4), partial<0, 2, 1>(f)(0.7, 1.3, 0.4),
                       partial<1, 0, 2>(f)(0.7, 1.3, 0.4), partial<1, 2, 0>(f)(0.7, 1.3, 0.4),
                       partial<2, 0, 1>(f)(0.7, 1.3, 0.4), partial<2, 1, 0>(f)(0.7, 1.3, 0.4)};
  for (const double d : all) BOOST_TEST(support::is_within(16, d, all[0]));
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_zero) {
  const auto root = [](auto x) { return where(x > 0, sqrt(x), x * x); };
  BOOST_TEST(is_identical(derivative<2>(root)(0.0), 2.0));
  BOOST_TEST(is_identical(derivative<3>(root)(0.0), 0.0));
  const auto largest = [](auto x) { return max(log(x), x * x * x); };
  BOOST_TEST(is_identical(derivative<3>(largest)(0.0), 6.0));
  const auto rectified = [](auto x) { return relu(-1 / (x * x)) + x * x; };
  BOOST_TEST(is_identical(derivative<2>(rectified)(0.0), 2.0));
}

BOOST_AUTO_TEST_CASE(tanh_at_zero) {  // x - x³/3 + 2x⁵/15 - ...
  const auto f = [](auto x) { return tanh(x); };
  BOOST_TEST(derivative(f)(0.0) == 1);
  BOOST_TEST(derivative<2>(f)(0.0) == 0);
  BOOST_TEST(derivative<3>(f)(0.0) == -2);
  BOOST_TEST(derivative<4>(f)(0.0) == 0);
  BOOST_TEST(derivative<5>(f)(0.0) == 16);
}

BOOST_AUTO_TEST_CASE(sigmoid_at_zero) {  // 1/2 + x/4 - x³/48 + x⁵/480 - ...
  const auto f = [](auto x) { return sigmoid(x); };
  BOOST_TEST(derivative(f)(0.0) == 0.25);
  BOOST_TEST(derivative<2>(f)(0.0) == 0);
  BOOST_TEST(derivative<3>(f)(0.0) == -0.125);
  BOOST_TEST(derivative<5>(f)(0.0) == 0.25);
}

BOOST_AUTO_TEST_CASE(powers_at_zero) {
  BOOST_TEST(derivative<2>([](auto x) { return pow(x, 2); })(0.0) == 2);
  BOOST_TEST(derivative<3>([](auto x) { return pow(x, 2.0); })(0.0) == 0);
  BOOST_TEST(derivative<3>([](auto x) { return pow(x, 3); })(0.0) == 6);
}

BOOST_AUTO_TEST_SUITE_END()
