// + - * / and the sign: their values and partials, mixed operands, infinities.
#include <ctgrad/op/arithmetic.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using ctgrad::Value;
using support::is_equal;
using support::is_identical;

constexpr double inf = support::inf_of<double>;
constexpr double nan_ = support::nan_of<double>;
constexpr auto x = ctgrad::var<"x">;
constexpr auto y = ctgrad::var<"y">;

constexpr auto sum = [](auto a, auto b) { return a + b; };
constexpr auto difference = [](auto a, auto b) { return a - b; };
constexpr auto product = [](auto a, auto b) { return a * b; };
constexpr auto quotient = [](auto a, auto b) { return a / b; };

using pair = std::array<double, 2>;
static_assert(ctgrad::gradient(sum)(3.0, 4.0) == pair{1, 1});
static_assert(ctgrad::gradient(difference)(3.0, 4.0) == pair{1, -1});
static_assert(ctgrad::gradient(product)(3.0, 4.0) == pair{4, 3});
static_assert(ctgrad::gradient(quotient)(3.0, 4.0) == pair{0.25, -0.1875});
static_assert(ctgrad::derivative([](auto a) { return -a; })(3.0) == -1);
static_assert(ctgrad::derivative([](auto a) { return +a; })(3.0) == 1);

// Numbers on either side, of any type.
static_assert(ctgrad::derivative([](auto a) {
                return (2 - a) * 3.0f + 1 / a - (a - 1) / 4 + a * 2L;
              })(0.5) == -3 - 4 - 0.25 + 2);
static_assert((2 - x)(x = 5.0) == -3 && (x - 2)(x = 5.0) == 3 && (1 / x)(x = 4.0) == 0.25 &&
              (x / 4)(x = 2.0) == 0.5 && (3 * x)(x = 2.0) == 6 && (-x)(x = 2.0) == -2 &&
              (+x)(x = 2.0) == 2);
static_assert(std::is_same_v<decltype(Value() + 1), Value> &&
              std::is_same_v<decltype(1 + Value()), Value> &&
              std::is_same_v<decltype(2.0f * Value()), Value> &&
              std::is_same_v<decltype(-Value()), Value>);

// Second order.
static_assert(ctgrad::derivative<2>([](auto a) { return 1 / a; })(0.5) == 16);
static_assert(ctgrad::derivative<3>([](auto a) { return a * a * a * a; })(2.0) == 48);
static_assert(ctgrad::derivative<2>(x / y, y)(x = 3.0, y = 2.0) == 0.75);
static_assert(ctgrad::derivative(ctgrad::derivative(x / y, y), x)(x = 3.0, y = 2.0) == -0.25);

template <class F>
void check(const F& f, double a, double b, double value, double by_a, double by_b) {
  BOOST_TEST_CONTEXT("operands " << a << ", " << b) {
    const std::array point{a, b};
    for (const auto& r : {support::by_function(f, point), support::by_formula(f, point),
                          support::by_tape(f, point)}) {
      BOOST_TEST(is_equal(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], by_a));
      BOOST_TEST(is_equal(r.gradient[1], by_b));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(arithmetic)

BOOST_AUTO_TEST_CASE(infinities_and_nans_follow_ieee) {
  check(sum, inf, 1, inf, 1, 1);
  check(sum, inf, -inf, nan_, 1, 1);
  check(difference, inf, inf, nan_, 1, -1);
  check(product, 0, inf, nan_, inf, 0);
  check(product, nan_, 2, nan_, 2, nan_);
  check(quotient, 1, 0, inf, inf, -inf);
  check(quotient, -1, 0, -inf, inf, inf);
  check(quotient, 0, 0, nan_, inf, nan_);
  check(quotient, 1, inf, 0, 0, 0);
  check(quotient, inf, 2, inf, 0.5, -inf);
}

BOOST_AUTO_TEST_CASE(a_quotient_of_tiny_numbers_does_not_overflow_on_the_way) {
  // a/b² would divide by 1e-400 = 0; -(a/b)/b is -1e-10/1e-200
  check(quotient, 1e-210, 1e-200, 1e-210 / 1e-200, 1e200, -(1e-210 / 1e-200 / 1e-200));
  check(quotient, 1e200, 1e200, 1, 1e-200, -1e-200);
}

BOOST_AUTO_TEST_CASE(signs_of_zero_survive) {
  for (const double a : {0.0, -0.0}) {
    for (const double b : {0.0, -0.0}) {
      const std::array point{a, b};
      BOOST_TEST(is_identical(support::by_function(sum, point).value, a + b));
      BOOST_TEST(is_identical(support::by_function(difference, point).value, a - b));
      BOOST_TEST(is_identical(support::by_function(product, point).value, a * b));
      BOOST_TEST(is_identical(support::by_tape(sum, point).value, a + b));
      BOOST_TEST(is_identical(support::by_tape(difference, point).value, a - b));
      BOOST_TEST(is_identical(support::by_tape(product, point).value, a * b));
    }
    BOOST_TEST(is_identical((-Value{a}).data(), -a));
    BOOST_TEST(is_identical((-x)(x = a), -a));
    BOOST_TEST(is_identical((0 - Value{a}).data(), 0 - a));
    BOOST_TEST(is_identical((0 - x)(x = a), 0 - a));
    BOOST_TEST(is_identical((x + 0)(x = a), a + 0));
    BOOST_TEST(is_identical((x + 0.0)(x = a), a + 0.0));
    BOOST_TEST(is_identical((x - 0.0)(x = a), a - 0.0));
    BOOST_TEST(is_identical((x + -0.0)(x = a), a + -0.0));
    BOOST_TEST(is_identical((x * -1)(x = a), a * -1));
  }
}

BOOST_AUTO_TEST_CASE(compound_assignment_reads_before_it_writes) {
  const auto f = [](auto a, auto b) {
    auto s = a;
    s += b;  // a + b
    s *= s;  // (a + b)²
    s -= a;  // (a + b)² - a
    s /= b;  // ((a + b)² - a)/b
    s += s;  // 2((a + b)² - a)/b
    return s;
  };
  // at (1, 2): 8; d/da = 2(2(a + b) - 1)/b = 5; d/db = 2(2(a + b)b - ((a + b)² - a))/b² = 2
  const std::array point{1.0, 2.0};
  for (const auto& r : {support::by_function(f, point), support::by_tape(f, point)}) {
    BOOST_TEST(r.value == 8);
    BOOST_TEST(r.gradient[0] == 5);
    BOOST_TEST(r.gradient[1] == 2);
  }
}

BOOST_AUTO_TEST_SUITE_END()
