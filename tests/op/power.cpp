// pow and sqrt: the table of edge cases.
#include <ctgrad/op/power.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <concepts>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using ctgrad::Value;
using ctgrad::operator""_c;
using support::is_equal;
using support::is_identical;
using namespace support::functions;
namespace ops = ctgrad::ops;

constexpr double inf = support::inf_of<double>;
constexpr double nan_ = support::nan_of<double>;
constexpr auto x = ctgrad::var<"x">;
constexpr auto p = ctgrad::var<"p">;

// -- which power is meant ------------------------------------------------------------------------

static_assert(std::same_as<ops::power_for<int>, ops::integer_power> &&
              std::same_as<ops::power_for<unsigned>, ops::integer_power> &&
              std::same_as<ops::power_for<std::remove_cv_t<decltype(3_c)>>, ops::integer_power>);
static_assert(std::same_as<ops::power_for<double>, ops::constant_power> &&
              std::same_as<ops::power_for<float>, ops::constant_power>);
static_assert(std::same_as<ops::power_for<Value>, ops::power> &&
              std::same_as<ops::power_for<ctgrad::symbol>, ops::power> &&
              std::same_as<ops::power_for<std::remove_cv_t<decltype(p)>>, ops::power>);

// -- constant exponents: value, first and second derivative
// ----------------------------------------

template <class F>
void check(const F& f, double at, double value, double slope, double curvature) {
  BOOST_TEST_CONTEXT("x = " << at) {
    const std::array point{at};
    for (const auto& r : {support::by_function(f, point), support::by_formula(f, point),
                          support::by_tape(f, point)}) {
      BOOST_TEST(is_equal(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], slope));
    }
    BOOST_TEST(is_equal(ctgrad::derivative<2>(f)(at), curvature));
  }
}

// -- both active: value and both partials
// -----------------------------------------------------------

constexpr auto both = [](auto base, auto exponent) { return pow(base, exponent); };

void check_both(double base, double exponent, double value, double by_base, double by_exponent) {
  BOOST_TEST_CONTEXT("pow(" << base << ", " << exponent << ")") {
    const std::array point{base, exponent};
    for (const auto& r : {support::by_function(both, point), support::by_formula(both, point),
                          support::by_tape(both, point)}) {
      BOOST_TEST(is_equal(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], by_base));
      BOOST_TEST(support::is_within(1, r.gradient[1], by_exponent));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(power)

BOOST_AUTO_TEST_CASE(whole_exponents) {
  constexpr auto zeroth = [](auto t) { return pow(t, 0); };
  constexpr auto first = [](auto t) { return pow(t, 1); };
  constexpr auto second = [](auto t) { return pow(t, 2); };
  constexpr auto third = [](auto t) { return pow(t, 3); };
  constexpr auto inverse = [](auto t) { return pow(t, -1); };
  constexpr auto inverse_square = [](auto t) { return pow(t, -2); };
  for (const double at : {0.0, -0.0, 3.0, -3.0}) check(first, at, at, 1, 0);
  check(second, 0, 0, 0, 2);
  check(second, -0.0, 0, 0, 2);
  check(second, -3, 9, -6, 2);
  check(third, 0, 0, 0, 0);
  check(third, -2, -8, 12, -12);
  check(inverse, -2, -0.5, -0.25, -0.25);
  check(inverse, 0, inf, -inf, inf);
  check(inverse_square, -2, 0.25, 0.25, 0.375);
  BOOST_TEST(ctgrad::derivative<3>(third)(0.0) == 6);
  BOOST_TEST(ctgrad::derivative<4>(third)(0.0) == 0);
  for (const double at : {0.0, -0.0, 3.0, -3.0, inf}) {
    BOOST_TEST(zeroth(at) == 1);
    BOOST_TEST(support::by_function(zeroth, std::array{at}).value == 1);
    BOOST_TEST(is_equal(support::by_function(zeroth, std::array{at}).gradient[0], 0));
    BOOST_TEST(support::by_tape(zeroth, std::array{at}).value == 1);
    BOOST_TEST(is_equal(ctgrad::derivative<2>(zeroth)(at), 0));
  }
}

BOOST_AUTO_TEST_CASE(whole_exponents_in_the_type) {
  static_assert(pow(x, 3_c)(x = -2.0) == -8);
  static_assert(ctgrad::gradient(pow(x, 3_c))(x = -2.0)[x] == 12);
  static_assert(ctgrad::gradient(pow(x, 2_c))(x = 0.0)[x] == 0);
  static_assert(ctgrad::gradient(pow(x, 1_c))(x = 0.0)[x] == 1);
  static_assert(ctgrad::derivative<2>(pow(x, 2_c), x)(x = 0.0) == 2);
  static_assert(ctgrad::gradient(pow(x, 0_c))(x = 0.0)[x] == 0);
  static_assert(pow(x, 0_c)(x = 0.0) == 1);
  BOOST_TEST(is_equal(ctgrad::gradient(pow(x, -3))(x = -2.0)[x], -3.0 / 16));
}

BOOST_AUTO_TEST_CASE(large_whole_exponents) {
  constexpr auto f = [](auto t) { return pow(t, 1000); };
  check(f, 1, 1, 1000, 999000);
  check(f, -1, 1, -1000, 999000);
  check(f, 0, 0, 0, 0);
  check(f, 2, 0x1p1000, 1000 * 0x1p999, 999000 * 0x1p998);
  constexpr auto g = [](auto t) { return pow(t, -1000); };
  check(g, -1, 1, 1000, 1001000);
  static_assert(ctgrad::gradient(f)(-1.0)[0] == -1000);
}

BOOST_AUTO_TEST_CASE(whole_exponents_of_every_integer_type) {
  constexpr auto f = [](auto t) {
    return pow(t, 2u) + pow(t, 2L) + pow(t, 2ULL) + pow(t, short{2}) +
           pow(t, static_cast<unsigned char>(2)) + pow(t, 0u) + pow(t, 1ULL);
  };
  check(f, -3, 43, -29, 10);
  check(f, 0, 1, 1, 10);
}

BOOST_AUTO_TEST_CASE(real_constant_exponents) {
  constexpr auto zeroth = [](auto t) { return pow(t, 0.0); };
  constexpr auto first = [](auto t) { return pow(t, 1.0); };
  constexpr auto second = [](auto t) { return pow(t, 2.0); };
  constexpr auto third = [](auto t) { return pow(t, 3.0); };
  constexpr auto root = [](auto t) { return pow(t, 0.5); };
  constexpr auto half_more = [](auto t) { return pow(t, 1.5); };
  constexpr auto inverse = [](auto t) { return pow(t, -1.0); };
  for (const double at : {0.0, 3.0, -3.0}) {
    check(zeroth, at, 1, 0, 0);
    check(first, at, at, 1, 0);
  }
  check(second, 0, 0, 0, 2);
  check(second, -3, 9, -6, 2);  // never NaN from the log of a negative base
  check(third, -2, -8, 12, -12);
  check(root, 4, 2, 0.25, -1.0 / 32);
  check(root, 0, 0, inf, -inf);
  check(half_more, 0, 0, 0, inf);
  check(half_more, 4, 8, 3, 0.375);
  check(inverse, 0, inf, -inf, inf);
  check(inverse, -2, -0.5, -0.25, -0.25);
  BOOST_TEST(is_equal(root(-1.0), nan_));
  BOOST_TEST(is_equal(support::by_tape(root, std::array{-1.0}).gradient[0], nan_));
}

BOOST_AUTO_TEST_CASE(an_exponent_that_turns_out_passive_is_a_constant) {
  Value base{-3.0};
  const Value exponent = 2.0;  // passive
  Value y = pow(base, exponent);
  y.backward();
  BOOST_TEST(y.data() == 9);
  BOOST_TEST(base.grad() == -6);
  // a function whose exponent is an argument that is not differentiated
  constexpr auto by_base = ctgrad::value_and_gradient<ctgrad::wrt<0>>(both);
  BOOST_TEST(by_base(-3.0, 2.0).value == 9);
  BOOST_TEST(is_equal(by_base(-3.0, 2.0).gradient[0], -6));
  BOOST_TEST(is_equal(by_base(0.0, 0.0).gradient[0], 0));
  BOOST_TEST(is_equal(by_base(0.0, 2.0).gradient[0], 0));
  BOOST_TEST(is_equal(by_base(0.0, 1.0).gradient[0], 1));
}

BOOST_AUTO_TEST_CASE(both_active) {
  const double log_3 = std::log(3.0);
  check_both(3, 2, 9, 6, 9 * log_3);
  check_both(3, 0, 1, 0, log_3);
  check_both(2, -1, 0.5, -0.25, std::log(2.0) / 2);
  check_both(1, 1e10, 1, 1e10, 0);
  // a negative base has a value at whole exponents only: no slope by the exponent
  check_both(-2, 3, -8, 12, nan_);
  check_both(-2, 2, 4, -4, nan_);
  check_both(-2, 0, 1, 0, nan_);
  check_both(-2, 0.5, nan_, nan_, nan_);
}

BOOST_AUTO_TEST_CASE(both_active_at_base_0) {
  check_both(0, 2, 0, 0, 0);  // 0^p is 0 for all p > 0
  check_both(0, 1, 0, 1, 0);
  check_both(0, 0.5, 0, inf, 0);
  check_both(0, 0, 1, 0, nan_);  // and 1, then infinite: no limit
  check_both(0, -1, inf, -inf, nan_);
}

BOOST_AUTO_TEST_CASE(an_active_exponent_over_a_number) {
  constexpr auto powers_of_two = [](auto t) { return pow(2.0, t); };
  const double log_2 = std::log(2.0);
  check(powers_of_two, 3, 8, 8 * log_2, 8 * log_2 * log_2);
  check(powers_of_two, -1, 0.5, 0.5 * log_2, 0.5 * log_2 * log_2);
  constexpr auto of_zero = [](auto t) { return pow(0, t); };
  check(of_zero, 3, 0, 0, 0);
}

BOOST_AUTO_TEST_CASE(x_to_the_x) {
  constexpr auto f = [](auto t) { return pow(t, t); };
  const double log_2 = std::log(2.0);
  const auto r = support::by_function(f, std::array{2.0});
  BOOST_TEST(r.value == 4);
  BOOST_TEST(support::is_within(1, r.gradient[0], 4 * (log_2 + 1)));
  BOOST_TEST(
      support::is_within(1, support::by_tape(f, std::array{2.0}).gradient[0], 4 * (log_2 + 1)));
  BOOST_TEST(
      support::is_within(4, ctgrad::derivative<2>(f)(2.0), 4 * ((log_2 + 1) * (log_2 + 1) + 0.5)));
}

BOOST_AUTO_TEST_CASE(sqrt_is_steep_at_0) {
  constexpr auto f = [](auto t) { return sqrt(t); };
  check(f, 0, 0, inf, -inf);
  check(f, 4, 2, 0.25, -1.0 / 32);
  check(f, inf, inf, 0, 0);
  check(f, nan_, nan_, nan_, nan_);
  check(f, -1, nan_, nan_, nan_);
  BOOST_TEST(is_identical(support::by_tape(f, std::array{-0.0}).value, -0.0));
  BOOST_TEST(is_identical(support::by_function(f, std::array{-0.0}).value, -0.0));
}

BOOST_AUTO_TEST_CASE(float_stays_float) {
  static_assert(std::same_as<decltype(ctgrad::pow(2.0f, 2)), float>);
  static_assert(std::same_as<decltype(ctgrad::gradient(both)(2.0f, 2.0f)), std::array<float, 2>>);
  BOOST_TEST(is_identical(ctgrad::pow(2.5f, 2), 6.25f));
  ctgrad::basic_value<float> base{3.0f};
  const auto y = pow(base, 2.0f);
  static_assert(std::same_as<decltype(y), const ctgrad::basic_value<float>>);
  y.backward();
  BOOST_TEST(is_identical(base.grad(), 6.0f));
}

#if defined(__GNUC__) && !defined(__clang__)
static_assert(ctgrad::gradient(both)(3.0, 2.0)[0] == 6);
static_assert(ctgrad::derivative([](auto t) { return sqrt(t); })(4.0) == 0.25);
#endif

BOOST_AUTO_TEST_SUITE_END()
