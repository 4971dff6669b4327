// The number type of the arguments is the number type of the computation.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using boost::multiprecision::cpp_bin_float_50;

constexpr auto f = [](auto x, auto y) { return (x + y) * exp(x * y); };
constexpr auto ratio = [](auto x, auto y) { return x / y; };

// -- types ---------------------------------------------------------------------------------------

template <class... X>
using gradient_of = decltype(cg::gradient(f)(std::declval<X>()...));
template <class... X>
using value_of = decltype(cg::value_and_gradient(f)(std::declval<X>()...).value);

static_assert(std::same_as<gradient_of<double, double>, std::array<double, 2>>);
static_assert(std::same_as<gradient_of<float, float>, std::array<float, 2>>);
static_assert(std::same_as<gradient_of<long double, float>, std::array<long double, 2>>);
static_assert(std::same_as<gradient_of<int, int>, std::array<double, 2>>);
static_assert(std::same_as<gradient_of<int, float>, std::array<float, 2>>);
static_assert(std::same_as<gradient_of<std::uint8_t, bool>, std::array<double, 2>>);
static_assert(std::same_as<value_of<float, float>, float>);
static_assert(std::same_as<value_of<long, int>, double>);
static_assert(std::same_as<value_of<float, double>, double>);

// -- whole numbers are computed as double --------------------------------------------------------

static_assert(cg::value_and_gradient(ratio)(7, 2).value == 3.5);
static_assert(cg::gradient(ratio)(7, 2) == std::array{0.5, -1.75});
static_assert(cg::gradient(ratio)(7U, 4L) == std::array{0.25, -0.4375});
static_assert(cg::gradient([](auto x) { return pow(x, -1); })(2) == std::array{-0.25});

// -- constants take the type of the arguments ----------------------------------------------------

constexpr auto tenth = [](auto x) { return x * 0.1L; };
static_assert(cg::gradient(tenth)(1.0L)[0] == 0.1L && 0.1L != 0.1);
static_assert(cg::gradient(tenth)(1.0)[0] == 0.1);
static_assert(cg::gradient(tenth)(1.0F)[0] == 0.1F);

// -- literals of the arguments' type stay of that type -------------------------------------------

/// x³/10 + y/10 with a literal of type T, whose derivatives show how precise it was.
template <class T>
constexpr auto tenths = [](auto x, auto y) {
  constexpr T tenth_of_one = T(0.1L);
  static_assert(std::same_as<decltype(x * tenth_of_one), decltype(x)>);
  return x * x * x * tenth_of_one + y * tenth_of_one;
};
template <class T>
constexpr auto curve = [](auto t) { return std::array{tenths<T>(t, 0 * t), t * T(0.1L)}; };

template <class T>
constexpr auto tenths_of_one_number = [](auto t) { return tenths<T>(t, t); };

template <class T>
constexpr bool keeps_its_type() {
  constexpr T x = 1, y = 2, tenth_of_one = T(0.1L);
  constexpr std::array<T, 2> point{x, y}, up{0, 1};
  constexpr auto gradient = cg::value_and_gradient(tenths<T>)(x, y);
  constexpr auto jacobian = cg::jacobian(curve<T>)(x);
  constexpr auto hessian = cg::hessian(tenths<T>)(x, y);
  constexpr auto third = cg::derivative<3>(tenths_of_one_number<T>)(x);
  static_assert(std::same_as<decltype(gradient.value), T>);
  static_assert(std::same_as<decltype(jacobian), const std::array<std::array<T, 1>, 2>>);
  static_assert(std::same_as<decltype(hessian), const std::array<std::array<T, 2>, 2>>);
  static_assert(std::same_as<decltype(third), const T>);
  return gradient.gradient[1] == tenth_of_one && jacobian[1][0] == tenth_of_one &&
         hessian[0][0] == 6 * tenth_of_one && third == 6 * tenth_of_one &&
         cg::jvp(tenths<T>)(point, up) == tenth_of_one &&
         cg::vjp(tenths<T>)(point, T(1))[1] == tenth_of_one &&
         cg::hvp(tenths<T>)(point, std::array<T, 2>{1, 0})[0] == 6 * tenth_of_one;
}
static_assert(keeps_its_type<float>() && keeps_its_type<double>() && keeps_its_type<long double>());
static_assert(0.1F != 0.1L && 0.1 != 0.1L);  // so that the comparisons say something

// A literal of another type has the precision with which it was written.
static_assert(cg::gradient(tenths<float>)(1.0, 2.0)[1] == 0.1F);
static_assert(cg::hessian(tenths<double>)(1.0L, 2.0L)[0][0] == 6 * static_cast<long double>(0.1));

}  // namespace

BOOST_AUTO_TEST_SUITE(scalar)

BOOST_AUTO_TEST_CASE(float_is_as_accurate_as_a_float_can_be) {
  const auto [value, d] = cg::value_and_gradient(f)(0.75F, 1.5F);
  const std::array at{0.75, 1.5};
  BOOST_TEST(support::error_in_ulps(value, f(support::real(0.75), support::real(1.5))) <= 3);
  BOOST_TEST(support::error_in_ulps(d[0], support::partial(f, at, 0)) <= 5);
  BOOST_TEST(support::error_in_ulps(d[1], support::partial(f, at, 1)) <= 5);
}

BOOST_AUTO_TEST_CASE(float_rounds_at_every_step) {
  const auto product = [](auto x, auto y) { return x * y * y; };
  const float x = 1.1F, y = 1.3F;
  BOOST_TEST(support::is_identical(cg::gradient(product)(x, y)[0], y * y));
  BOOST_TEST(support::is_identical(cg::value_and_gradient(product)(x, y).value, x * y * y));
}

BOOST_AUTO_TEST_CASE(long_double_keeps_its_digits) {
  const long double x = 1.1L;
  BOOST_TEST(cg::gradient(ratio)(x, 3.0L)[0] == 1 / 3.0L);
  BOOST_TEST(cg::gradient([](auto t) { return log(t); })(x)[0] == 1 / x);
  BOOST_TEST(cg::gradient([](auto t) { return sin(t); })(x)[0] == std::cos(x));
  BOOST_TEST(cg::derivative<2>([](auto t) { return exp(t); })(x) == std::exp(x));
  BOOST_TEST(cg::derivative([](auto t) { return t * t / 7; })(x) == 2 * (x * (1 / 7.0L)));
}

BOOST_AUTO_TEST_CASE(long_double_keeps_the_constants_of_a_rule) {
  const long double slope = cg::gradient([](auto t) { return erfc(t); })(0.0L)[0];
  BOOST_TEST(slope == -2 * std::numbers::inv_sqrtpi_v<long double>);
}

BOOST_AUTO_TEST_CASE(fifty_digits) {
  using real = cpp_bin_float_50;
  const real x = 2, y = real(1) / 3;
  const auto [value, d] = cg::value_and_gradient(f)(x, y);
  static_assert(std::same_as<decltype(d), const std::array<real, 2>>);
  const real e = exp(x * y);
  BOOST_TEST(abs(value - (x + y) * e) < 1e-49);
  BOOST_TEST(abs(d[0] - (1 + (x + y) * y) * e) < 1e-48);
  BOOST_TEST(abs(d[1] - (1 + (x + y) * x) * e) < 1e-48);
}

BOOST_AUTO_TEST_CASE(fifty_digits_of_ops_with_branches) {
  using real = cpp_bin_float_50;
  const auto g = [](auto x) { return relu(x) * abs(x) + sqrt(x) + where(x < 3, x / 7, x); };
  const real x = real(1) / 9;
  BOOST_TEST(abs(cg::gradient(g)(x)[0] - (real(2) / 9 + real(3) / 2 + real(1) / 7)) < 1e-49);
  BOOST_TEST(abs(cg::derivative<2>(g)(x) - (2 - real(27) / 4)) < 1e-48);
}

// A constant that a function computes before it meets an argument is computed in double, as it
// would be if it were written as 1.0 / 3 (diff/trace.hpp).
BOOST_AUTO_TEST_CASE(constants_among_themselves_are_doubles) {
  using real = cpp_bin_float_50;
  const auto g = [](auto x) { return x * (decltype(x)(1) / 3); };
  BOOST_TEST(cg::gradient(g)(real(1))[0] == real(1.0 / 3));
}

BOOST_AUTO_TEST_SUITE_END()
