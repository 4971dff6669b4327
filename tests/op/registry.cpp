// Every op of the library as a struct: names, numbers of partials, types, and values that are those
// of std::. Partials are judged in tests/edge, at the points of whose entries values are compared
// here.
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "../edge/arithmetic.hpp"
#include "../edge/error_function.hpp"
#include "../edge/exponential.hpp"
#include "../edge/hyperbolic.hpp"
#include "../edge/piecewise.hpp"
#include "../edge/power.hpp"
#include "../edge/rounding.hpp"
#include "../edge/trigonometric.hpp"
#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace ops = ctgrad::ops;

// -- the registry itself -----------------------------------------------------------------------

/// ops::where wants a truth value where a program has a number.
template <class Op, std::size_t I, class T>
constexpr auto operand(const T& x) {
  if constexpr (std::is_same_v<Op, ops::where> && I == 0) {
    return x != 0;
  } else {
    return x;
  }
}

/// Calls f with the operands and the result of an op.
template <class Op, class T, std::size_t... I>
constexpr auto with_result(const std::array<T, sizeof...(I)>& x, std::index_sequence<I...>,
                           auto f) {
  return f(operand<Op, I>(x[I])..., static_cast<T>(Op::value(operand<Op, I>(x[I])...)));
}

template <class Op, class T>
constexpr int number_of_partials() {
  using partials = decltype(with_result<Op>(
      std::array<T, std::size_t(Op::arity)>{}, std::make_index_sequence<std::size_t(Op::arity)>{},
      [](const auto&... x_and_y) { return Op::partials(x_and_y...); }));
  return std::tuple_size_v<partials>;
}

template <class... Ops>
constexpr bool every_op_states_its_partials(ctgrad::op_list<Ops...>) {
  return ((number_of_partials<Ops, double>() == Ops::arity) && ...) &&
         ((number_of_partials<Ops, float>() == Ops::arity) && ...);
}
static_assert(every_op_states_its_partials(ctgrad::all_ops{}));

constexpr bool names_are_unique() {
  std::array<std::string_view, ctgrad::all_ops::size> names{};
  std::size_t count = 0;
  ctgrad::for_each_op(ctgrad::all_ops{}, [&]<class Op>() { names[count++] = Op::name; });
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (names[i] == names[k] || names[i].empty()) return false;
    }
  }
  return count == ctgrad::all_ops::size;
}
static_assert(names_are_unique());

// -- values ------------------------------------------------------------------------------------

/// The op's value is the function's, to the last bit and in the same type.
template <class Op, class T>
void check_value(auto function) {
  for (const edge::point& point : edge::entry<Op>::at()) {
    std::array<T, std::size_t(Op::arity)> x;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<T>(point[i]);
    const auto got = std::apply([](const auto&... v) { return Op::value(v...); }, x);
    const auto expected = std::apply(function, x);
    static_assert(std::is_same_v<decltype(got), decltype(expected)>, "widened");
    BOOST_TEST(support::is_identical(got, expected));
  }
}

template <class Op>
void check_values(auto function) {
  check_value<Op, double>(function);
  check_value<Op, float>(function);
  check_value<Op, long double>(function);
}

/// Results for float operands are floats, whatever literals the rule contains.
template <class Op, class T>
constexpr bool stays() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    using value = decltype(Op::value((static_cast<void>(I), T(1))...));
    return std::is_same_v<value, T> || std::is_same_v<value, bool>;
  }(std::make_index_sequence<std::size_t(Op::arity)>{});
}
template <class... Ops>
constexpr bool no_op_widens(ctgrad::op_list<Ops...>) {
  return (stays<Ops, float>() && ...) && (stays<Ops, double>() && ...) &&
         (stays<Ops, long double>() && ...);
}
static_assert(no_op_widens(ctgrad::all_ops{}));

}  // namespace

BOOST_AUTO_TEST_SUITE(registry)

BOOST_AUTO_TEST_CASE(arithmetic_is_that_of_the_language) {
  check_values<ops::add>([](auto a, auto b) { return a + b; });
  check_values<ops::subtract>([](auto a, auto b) { return a - b; });
  check_values<ops::multiply>([](auto a, auto b) { return a * b; });
  check_values<ops::divide>([](auto a, auto b) { return a / b; });
  check_values<ops::negate>([](auto a) { return -a; });
  check_values<ops::square>([](auto a) { return a * a; });
  check_values<ops::inv>([](auto a) { return 1 / a; });
  check_values<ops::fma>([](auto a, auto b, auto c) { return std::fma(a, b, c); });
  check_values<ops::detach>([](auto a) { return a; });
}

BOOST_AUTO_TEST_CASE(powers_and_roots_are_those_of_the_standard_library) {
  check_values<ops::power>([](auto a, auto b) { return std::pow(a, b); });
  check_values<ops::constant_power>([](auto a, auto b) { return std::pow(a, b); });
  check_values<ops::sqrt>([](auto a) { return std::sqrt(a); });
  check_values<ops::cbrt>([](auto a) { return std::cbrt(a); });
  check_values<ops::rsqrt>([](auto a) { return 1 / std::sqrt(a); });
  check_values<ops::hypot>([](auto a, auto b) { return std::hypot(a, b); });
}

BOOST_AUTO_TEST_CASE(transcendental_functions_are_those_of_the_standard_library) {
  check_values<ops::exp>([](auto a) { return std::exp(a); });
  check_values<ops::exp2>([](auto a) { return std::exp2(a); });
  check_values<ops::expm1>([](auto a) { return std::expm1(a); });
  check_values<ops::log>([](auto a) { return std::log(a); });
  check_values<ops::log2>([](auto a) { return std::log2(a); });
  check_values<ops::log10>([](auto a) { return std::log10(a); });
  check_values<ops::log1p>([](auto a) { return std::log1p(a); });
  check_values<ops::sin>([](auto a) { return std::sin(a); });
  check_values<ops::cos>([](auto a) { return std::cos(a); });
  check_values<ops::tan>([](auto a) { return std::tan(a); });
  check_values<ops::asin>([](auto a) { return std::asin(a); });
  check_values<ops::acos>([](auto a) { return std::acos(a); });
  check_values<ops::atan>([](auto a) { return std::atan(a); });
  check_values<ops::atan2>([](auto a, auto b) { return std::atan2(a, b); });
  check_values<ops::sinh>([](auto a) { return std::sinh(a); });
  check_values<ops::cosh>([](auto a) { return std::cosh(a); });
  check_values<ops::tanh>([](auto a) { return std::tanh(a); });
  check_values<ops::asinh>([](auto a) { return std::asinh(a); });
  check_values<ops::acosh>([](auto a) { return std::acosh(a); });
  check_values<ops::atanh>([](auto a) { return std::atanh(a); });
  check_values<ops::erf>([](auto a) { return std::erf(a); });
  check_values<ops::erfc>([](auto a) { return std::erfc(a); });
}

BOOST_AUTO_TEST_CASE(pieces_are_those_of_the_standard_library) {
  check_values<ops::abs>([](auto a) { return std::abs(a); });
  check_values<ops::relu>([](auto a) { return std::max(decltype(a)(0), a); });
  check_values<ops::max>([](auto a, auto b) { return std::max(a, b); });
  check_values<ops::min>([](auto a, auto b) { return std::min(a, b); });
  check_values<ops::fmax>([](auto a, auto b) { return std::fmax(a, b); });
  check_values<ops::fmin>([](auto a, auto b) { return std::fmin(a, b); });
  check_values<ops::fdim>([](auto a, auto b) { return std::fdim(a, b); });
  check_values<ops::copysign>([](auto a, auto b) { return std::copysign(a, b); });
  check_values<ops::where>([](auto c, auto a, auto b) { return c != 0 ? a : b; });
  check_values<ops::floor>([](auto a) { return std::floor(a); });
  check_values<ops::ceil>([](auto a) { return std::ceil(a); });
  check_values<ops::round>([](auto a) { return std::round(a); });
  check_values<ops::trunc>([](auto a) { return std::trunc(a); });
  check_values<ops::rint>([](auto a) { return std::rint(a); });
  check_values<ops::fmod>([](auto a, auto b) { return std::fmod(a, b); });
  check_values<ops::remainder>([](auto a, auto b) { return std::remainder(a, b); });
  check_values<ops::ldexp>([](auto a, auto n) { return std::ldexp(a, static_cast<int>(n)); });
}

BOOST_AUTO_TEST_CASE(sigmoid_is_within_two_ulps_of_the_truth) {
  for (const double x : edge::steps(-745, 745, 400)) {
    const support::real truth = 1 / (1 + exp(-support::real(x)));
    BOOST_TEST(support::error_in_ulps(ops::sigmoid::value(x), truth) <= 2);
  }
}

BOOST_AUTO_TEST_CASE(whole_powers_are_products) {
  for (const double x : {0.0, -0.0, 1.5, -1.5, 3.0, -1e100, 1e-100}) {
    const auto power = [&](int n) { return ops::integer_power::value(x, n); };
    BOOST_TEST(support::is_identical(power(0), 1.0));
    BOOST_TEST(support::is_identical(power(1), x));
    BOOST_TEST(support::is_identical(power(2), x * x));
    BOOST_TEST(support::is_identical(power(3), x * (x * x)));
    BOOST_TEST(support::is_identical(power(4), (x * x) * (x * x)));
    BOOST_TEST(support::is_identical(power(-1), 1 / x));
    BOOST_TEST(support::is_identical(power(-3), 1 / (x * (x * x))));
  }
  BOOST_TEST(ops::integer_power::value(-1.0, 1'000'001) == -1.0);
  BOOST_TEST(ops::integer_power::value(2.0, 1023) == 0x1p1023);
}

BOOST_AUTO_TEST_SUITE_END()
