// derivative<N>(f) of functions of one number.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <concepts>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using cg::derivative;
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

// -- which scalar --------------------------------------------------------------------------------

static_assert(std::same_as<decltype(derivative(fifth)(2.0)), double>);
static_assert(std::same_as<decltype(derivative<2>(fifth)(2.0F)), float>);
static_assert(std::same_as<decltype(derivative(fifth)(2.0L)), long double>);
static_assert(std::same_as<decltype(derivative<3>(fifth)(2)), double>);
static_assert(derivative([](auto x) { return x / 4; })(3) == 0.25);

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
