// Symbols taken apart: what counts as a factor, and that nothing inexact is computed.
#include <ctgrad/program/scale.hpp>

#include <boost/test/unit_test.hpp>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

using ctgrad::builder;
using ctgrad::symbol;
using ctgrad::detail::can_wait;
using ctgrad::detail::divided;
using ctgrad::detail::is_power_of_two;
using ctgrad::detail::multiplied;
using ctgrad::detail::scale;
using ctgrad::detail::term;
using ctgrad::detail::unfolded;

// -- numbers -------------------------------------------------------------------------------------

static_assert(is_power_of_two(1.0) && is_power_of_two(-8.0) && is_power_of_two(0x1p-40));
static_assert(!is_power_of_two(3.0) && !is_power_of_two(0.1) && !is_power_of_two(0.0));
static_assert(!is_power_of_two(0x1p41) && is_power_of_two(0.5f) && is_power_of_two(4.0L));

static_assert(can_wait<double>(0.1) && can_wait<double>(-3.0) && can_wait<double>(1e15));
static_assert(!can_wait<double>(0.0) && !can_wait<double>(1e16) && !can_wait<double>(-1e-16));
static_assert(!can_wait<double>(support::inf_of<double>) &&
              !can_wait<double>(support::nan_of<double>));

// A number class computes with more digits than the double that its literal is written in, so only
// products that are exact may be taken: whole numbers and powers of two, of moderate size.
static_assert(can_wait<unfolded>(3.0) && can_wait<unfolded>(-7.0) && can_wait<unfolded>(0x1p-20));
static_assert(!can_wait<unfolded>(0.1) && !can_wait<unfolded>(1.5) && !can_wait<unfolded>(1.0 / 3));
static_assert(!can_wait<unfolded>(0x1p21) && !can_wait<unfolded>(0.0));

// -- scale ---------------------------------------------------------------------------------------

/// What f(x, y) is after take_apart: the coefficient, if value and divisor are as stated.
template <class T = double>
constexpr double coefficient_of(auto f, auto value, auto divisor) {
  builder<T> home;
  const auto [x, y] = support::inputs_of<2>(home);
  scale<T> whole{1, f(x, y)};
  whole.take_apart();
  const bool as_stated = whole.value.same_as(ctgrad::basic_symbol<T>(value(x, y))) &&
                         whole.divisor.same_as(ctgrad::basic_symbol<T>(divisor(x, y)));
  return as_stated ? static_cast<double>(whole.coefficient) : 0;
}

constexpr auto first = [](auto x, auto) { return x; };
constexpr auto second = [](auto, auto y) { return y; };
constexpr auto product = [](auto x, auto y) { return x * y; };
constexpr auto one = [](auto, auto) { return 1; };

static_assert(coefficient_of(first, first, one) == 1);
static_assert(coefficient_of([](auto x, auto) { return -x; }, first, one) == -1);
static_assert(coefficient_of([](auto x, auto) { return 3 * x; }, first, one) == 3);
static_assert(coefficient_of([](auto x, auto) { return x * 0.1; }, first, one) == 0.1);
static_assert(coefficient_of([](auto x, auto y) { return -(-3 * (x * y)); }, product, one) == 3);
static_assert(coefficient_of([](auto x, auto y) { return x / y; }, first, second) == 1);
static_assert(coefficient_of([](auto x, auto y) { return -(3 * x) / y; }, first, second) == -3);
static_assert(coefficient_of([](auto, auto y) { return 3 / y; }, one, second) == 3);
static_assert(coefficient_of([](auto x, auto y) { return x / (4 * y); }, first, second) == 0.25);
static_assert(coefficient_of([](auto x, auto y) { return x / (3 * y); }, first,
                             [](auto, auto y) { return 3 * y; }) == 1,
              "1/3 is not exact");
static_assert(coefficient_of([](auto x, auto) { return 1e300 * x; },
                             [](auto x, auto) { return 1e300 * x; }, one) == 1,
              "the product of two such factors would leave the range");
static_assert(coefficient_of([](auto x, auto) { return 0 * x; }, [](auto x, auto) { return 0 * x; },
                             one) == 1,
              "0 x is no number times x: it may be NaN");

static_assert(coefficient_of<unfolded>([](auto x, auto) { return 3 * x; }, first, one) == 3);
static_assert(coefficient_of<unfolded>([](auto x, auto) { return 0.1 * x; },
                                       [](auto x, auto) { return 0.1 * x; }, one) == 1);
static_assert(coefficient_of<unfolded>([](auto x, auto y) { return x / (2 * y); }, first, second) ==
              0.5);

/// Factors that could each wait leave the range, or are inexact, together.
template <class T>
constexpr bool does_not_take(double a, double b) {
  builder<T> home;
  const auto x = support::inputs_of<1>(home)[0];
  const auto y = b * x;
  scale<T> whole{a, y};
  whole.take_literal();
  return whole.coefficient == a && whole.value.same_as(y);
}
static_assert(does_not_take<double>(1e10, 1e10) && does_not_take<double>(1e-10, 1e-10));
static_assert(does_not_take<unfolded>(1048575, 3) && !does_not_take<unfolded>(1024, 3));

// -- products ------------------------------------------------------------------------------------

constexpr bool a_quotient_that_is_known_is_used() {
  builder<double> home;
  const auto [v, n, d] = support::inputs_of<3>(home);
  const bool fresh =
      divided(v, n, d).same_as(v * (n / d)) && divided(v, symbol(1), d).same_as(v / d);
  return fresh && divided(v, n, d).same_as(v / d * n);
}
static_assert(a_quotient_that_is_known_is_used());

constexpr bool products_have_one_division() {
  builder<double> home;
  const auto [a, b, c, d] = support::inputs_of<4>(home);
  using s = scale<double>;
  return multiplied(s{1, a}, s{1, b}).same_as(a * b) &&
         multiplied(s{1, a}, s{1, symbol(1), d}).same_as(a / d) &&
         multiplied(s{1, symbol(1), d}, s{1, a}).same_as(a / d) &&
         multiplied(s{1, a}, s{1, b, c}).same_as(a * (b / c)) &&
         multiplied(s{1, a, d}, s{1, symbol(1), c}).same_as(a / d / c);
}
static_assert(products_have_one_division());

// -- terms ---------------------------------------------------------------------------------------

template <class T = double>
constexpr double ratio(auto f, auto g) {  // of the coefficients of like terms, 0 if they are not
  builder<T> home;
  const auto [x, y, z] = support::inputs_of<3>(home);
  const term<T> a(1, f(x, y, z)), b(1, g(x, y, z));
  return a.is_like(b) ? a.coefficient / b.coefficient : 0;
}

static_assert(ratio([](auto x, auto y, auto) { return (6 * x) * y; },
                    [](auto x, auto y, auto) { return -3 * (y * x); }) == -2);
static_assert(ratio([](auto x, auto y, auto z) { return 4 * (z * (x * y)); },
                    [](auto x, auto y, auto z) { return (y * z) * (2 * x); }) == 2);
static_assert(ratio([](auto x, auto y, auto) { return x * x * y; },
                    [](auto x, auto y, auto) { return x * y * y; }) == 0);
static_assert(ratio([](auto x, auto, auto) { return x; },
                    [](auto x, auto y, auto) { return x * y; }) == 0);
static_assert(ratio([](auto x, auto y, auto) { return x / y; },
                    [](auto x, auto y, auto) { return 2 * (x / y); }) == 0.5);
static_assert(ratio<unfolded>([](auto x, auto, auto) { return 0.3 * x; },
                              [](auto x, auto, auto) { return 0.1 * x; }) == 0);

constexpr bool terms_are_put_together_again() {
  builder<double> home;
  const auto [x, y, z] = support::inputs_of<3>(home);
  const term<double> t(1, 6 * (x * y) * z);
  return t.coefficient == 6 && t.count == 3 && term<double>(1, t.product()).is_like(t) &&
         term<double>(2, symbol(3)).count == 0 && term<double>(2, symbol(3)).coefficient == 6;
}
static_assert(terms_are_put_together_again());

/// More factors than a term has places: those that are left together are one.
constexpr bool long_products_have_at_most_four_factors() {
  builder<double> home;
  const auto x = support::inputs_of<6>(home);
  const auto all = x[0] * x[1] * x[2] * x[3] * x[4] * x[5];
  const term<double> t(1, all);
  return t.count == 4 && t.is_like(term<double>(1, all)) &&
         !t.is_like(term<double>(1, x[5] * x[4] * x[3] * x[2] * x[1] * x[1]));
}
static_assert(long_products_have_at_most_four_factors());

}  // namespace

BOOST_AUTO_TEST_SUITE(scale_)

// The same in float and long double, whose coefficients are of their own precision.
BOOST_AUTO_TEST_CASE(coefficients_have_the_precision_of_the_scalar) {
  const auto tenth = []<class T>(T) {
    builder<T> home;
    const auto x = support::inputs_of<1>(home)[0];
    scale<T> whole{3, T(0.1L) * x};
    whole.take_literal();
    return whole.coefficient;
  };
  BOOST_TEST(tenth(1.0f) == 3 * 0.1f);
  BOOST_TEST(tenth(1.0L) == 3 * 0.1L);
  BOOST_TEST(tenth(1.0) == 3 * 0.1);
}

BOOST_AUTO_TEST_SUITE_END()
