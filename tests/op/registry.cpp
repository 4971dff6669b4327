// Every op of the library: its value against std::, its partials against the oracle and between the
// engines. The domains and the bounds are a table: support/domains.hpp.
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/tape/value.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "../support/compare.hpp"
#include "../support/domains.hpp"
#include "../support/oracle.hpp"

namespace {

namespace ops = ctgrad::ops;

// -- the registry itself -----------------------------------------------------------------------

template <class... Ops>
constexpr bool every_op_has_a_domain(ctgrad::op_list<Ops...>) {
  return (support::has_domain<Ops> && ...);
}
static_assert(every_op_has_a_domain(ctgrad::all_ops{}),
              "an op of all_ops has no entry in support/domains.hpp");
struct forgotten : ctgrad::op<"forgotten", 1> {};
static_assert(!every_op_has_a_domain(ctgrad::op_list<ops::add, forgotten>{}), "the check can fail");

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
         ((number_of_partials<Ops, float>() == Ops::arity) && ...) &&
         ((support::domain<Ops>::bound.size() == std::size_t(Ops::arity)) && ...);
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

// -- partials ----------------------------------------------------------------------------------

/// Is the k-th operand a real number that an op can be differentiated by?
template <class Op>
constexpr bool differentiable(std::size_t k) {
  if (std::is_same_v<Op, ops::integer_power> || std::is_same_v<Op, ops::constant_power>)
    return k == 0;
  if (std::is_same_v<Op, ops::where>) return k != 0;
  return true;
}

template <class Op, std::size_t N>
std::array<double, N> partials_at(const std::array<double, N>& x) {
  return with_result<Op>(x, std::make_index_sequence<N>{}, [](const auto&... x_and_y) {
    return std::apply([](const auto&... d) { return std::array{static_cast<double>(d)...}; },
                      Op::partials(x_and_y...));
  });
}

template <class Op>
constexpr auto value_of = [](const auto&... x) { return support::domain<Op>::value(x...); };

/// The worst error of every partial over the points, in ulps.
template <class Op, std::size_t N>
std::array<double, N> worst_errors(const support::points<N>& points) {
  std::array<double, N> worst{};
  for (const auto& x : points) {
    const auto got = partials_at<Op>(x);
    for (std::size_t k = 0; k < N; ++k) {
      if (!differentiable<Op>(k)) continue;
      const auto truth = support::partial(value_of<Op>, x, k);
      worst[k] = std::max(worst[k], support::error_in_ulps(got[k], truth));
    }
  }
  return worst;
}

template <class Op>
void check_partials() {
  const auto points = support::domain<Op>::points();
  BOOST_TEST(points.size() >= 300u);
  const auto worst = worst_errors<Op>(points);
  for (std::size_t k = 0; k < worst.size(); ++k) {
    BOOST_TEST_MESSAGE("worst partial " << k << " of " << Op::name << ": " << worst[k] << " ulps");
    BOOST_TEST(worst[k] <= support::domain<Op>::bound[k]);
  }
}

template <class Op>
void check_weak_domain() {
  const auto worst = worst_errors<Op>(support::weak_domain<Op>::points());
  BOOST_TEST_MESSAGE("worst partial of " << Op::name << " where it is weak: " << worst[0]
                                         << " ulps");
  BOOST_TEST(worst[0] <= support::weak_domain<Op>::bound);
}

// -- the same partials in every engine
// -------------------------------------------------------------

template <class Op, std::size_t N>
std::array<double, N> by_function(const std::array<double, N>& x) {
  return std::apply(ctgrad::gradient([](auto... v) { return ctgrad::apply<Op>(v...); }), x);
}

template <class Op, std::size_t N>
std::array<double, N> by_tape(const std::array<double, N>& x) {
  const ctgrad::scope s;
  const auto call = [](const auto... v) {
    const ctgrad::Value variables[]{ctgrad::Value{v}...};
    const auto apply = [&]<std::size_t... I>(std::index_sequence<I...>) {
      return ctgrad::apply<Op>(variables[I]...);
    };
    apply(std::make_index_sequence<N>{}).backward();
    std::array<double, N> result;
    for (std::size_t k = 0; k < N; ++k) result[k] = variables[k].grad();
    return result;
  };
  return std::apply(call, x);
}

template <class Op>
void check_engines() {
  for (const auto& x : support::domain<Op>::points()) {
    const auto direct = partials_at<Op>(x);
    const auto traced = by_function<Op>(x);
    for (std::size_t k = 0; k < x.size(); ++k) BOOST_TEST(support::is_equal(traced[k], direct[k]));
    if constexpr (!ctgrad::is_predicate<Op>) {
      const auto taped = by_tape<Op>(x);
      for (std::size_t k = 0; k < x.size(); ++k) BOOST_TEST(support::is_equal(taped[k], direct[k]));
    }
  }
}

// -- values ------------------------------------------------------------------------------------

/// The op's value is the function's, to the last bit and in the same type.
template <class Op, class T>
void check_value(auto function) {
  for (const auto& point : support::domain<Op>::points()) {
    std::array<T, std::tuple_size_v<std::remove_cvref_t<decltype(point)>>> x;
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
  }
  (std::make_index_sequence<std::size_t(Op::arity)>{});
}
template <class... Ops>
constexpr bool no_op_widens(ctgrad::op_list<Ops...>) {
  return (stays<Ops, float>() && ...) && (stays<Ops, double>() && ...) &&
         (stays<Ops, long double>() && ...);
}
static_assert(no_op_widens(ctgrad::all_ops{}));

}  // namespace

BOOST_AUTO_TEST_SUITE(registry)

BOOST_AUTO_TEST_CASE(partials_agree_with_the_oracle) {
  ctgrad::for_each_op(ctgrad::all_ops{}, []<class Op>() {
    BOOST_TEST_CONTEXT(Op::name) {
      check_partials<Op>();
    }
  });
}

BOOST_AUTO_TEST_CASE(rules_that_lose_digits_far_out_lose_no_more_than_known) {
  check_weak_domain<ops::sigmoid>();
  check_weak_domain<ops::tanh>();
  check_weak_domain<ops::erfc>();
}

BOOST_AUTO_TEST_CASE(engines_take_the_partials_as_they_are) {
  ctgrad::for_each_op(ctgrad::all_ops{}, []<class Op>() {
    BOOST_TEST_CONTEXT(Op::name) {
      check_engines<Op>();
    }
  });
}

BOOST_AUTO_TEST_CASE(values_are_those_of_the_standard_library) {
  check_values<ops::add>([](auto a, auto b) { return a + b; });
  check_values<ops::subtract>([](auto a, auto b) { return a - b; });
  check_values<ops::multiply>([](auto a, auto b) { return a * b; });
  check_values<ops::divide>([](auto a, auto b) { return a / b; });
  check_values<ops::negate>([](auto a) { return -a; });
  check_values<ops::power>([](auto a, auto b) { return std::pow(a, b); });
  check_values<ops::constant_power>([](auto a, auto b) { return std::pow(a, b); });
  check_values<ops::sqrt>([](auto a) { return std::sqrt(a); });
  check_values<ops::exp>([](auto a) { return std::exp(a); });
  check_values<ops::log>([](auto a) { return std::log(a); });
  check_values<ops::sin>([](auto a) { return std::sin(a); });
  check_values<ops::cos>([](auto a) { return std::cos(a); });
  check_values<ops::tanh>([](auto a) { return std::tanh(a); });
  check_values<ops::erfc>([](auto a) { return std::erfc(a); });
  check_values<ops::abs>([](auto a) { return std::abs(a); });
  check_values<ops::relu>([](auto a) { return std::max(decltype(a)(0), a); });
  check_values<ops::max>([](auto a, auto b) { return std::max(a, b); });
  check_values<ops::min>([](auto a, auto b) { return std::min(a, b); });
  check_values<ops::where>([](auto c, auto a, auto b) { return c != 0 ? a : b; });
}

BOOST_AUTO_TEST_CASE(sigmoid_is_within_two_ulps_of_the_truth) {
  for (const auto& [x] : support::each(support::steps(-745, 745, 400))) {
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
