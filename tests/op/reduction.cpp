// Sums, norms, softmax: values, gradients in every engine, and what happens at their edges.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <span>
#include <vector>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

using support::is_identical;
using support::is_within;

constexpr double inf = support::inf_of<double>;
constexpr double not_a_number = support::nan_of<double>;

template <std::size_t N>
using point = std::array<double, N>;

/// Value and gradient by Values, of f that takes a range.
template <std::size_t N>
auto by_values(const auto& f, const point<N>& x) {
  const ctgrad::scope s;
  const auto variables = ctgrad::variables(x);
  const auto y = f(variables);
  y.backward();
  point<N> gradient;
  for (std::size_t k = 0; k < N; ++k) gradient[k] = variables[k].grad();
  return std::pair{y.data(), gradient};
}

/// Functions and Values agree with one another to the last bit in the value, and with the truth
/// within the given number of ulps in the gradient.
template <std::size_t N>
void check(std::uint64_t bound, const auto& f, const point<N>& x) {
  const auto traced = ctgrad::value_and_gradient(f)(x);
  const auto [value, gradient] = by_values(f, x);
  BOOST_TEST(is_identical(traced.value, f(x)));
  BOOST_TEST(is_identical(value, f(x)));
  const auto of_numbers = [&](const auto&... v) {
    return f(std::array<std::common_type_t<decltype(v)...>, N>{v...});
  };
  for (std::size_t k = 0; k < N; ++k) {
    const auto truth = static_cast<double>(support::partial(of_numbers, x, k));
    BOOST_TEST_CONTEXT("partial " << k) {
      BOOST_TEST(is_within(bound, traced.gradient[k], truth));
      BOOST_TEST(is_within(bound, gradient[k], truth));
    }
  }
}

/// Value and gradient of f at a point where they are known.
template <std::size_t N>
void at_edge(const auto& f, const point<N>& x, double value, const point<N>& gradient) {
  const auto traced = ctgrad::value_and_gradient(f)(x);
  const auto taped = by_values(f, x);
  BOOST_TEST(is_identical(f(x), value));
  BOOST_TEST(is_identical(traced.value, value));
  BOOST_TEST(is_identical(taped.first, value));
  for (std::size_t k = 0; k < N; ++k) {
    BOOST_TEST(support::is_equal(traced.gradient[k], gradient[k]));
    BOOST_TEST(support::is_equal(taped.second[k], gradient[k]));
  }
}

constexpr auto sum = [](const auto& x) { return ctgrad::sum(x); };
constexpr auto norm = [](const auto& x) { return ctgrad::norm(x); };
constexpr auto squared_norm = [](const auto& x) { return ctgrad::squared_norm(x); };
constexpr auto log_sum_exp = [](const auto& x) { return ctgrad::log_sum_exp(x); };
constexpr auto first_of_softmax = [](const auto& x) { return ctgrad::softmax(x)[0]; };
constexpr auto last_of_log_softmax = [](const auto& x) {
  return ctgrad::log_softmax(x)[std::size(x) - 1];
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reduction)

BOOST_AUTO_TEST_CASE(gradients_against_the_truth) {
  for (const point<4> x : {point<4>{0.5, -1.25, 2, 3}, {1e-3, 7, -4, 0.25}, {-20, -21, -22, -20}}) {
    check(0, sum, x);
    check(0, squared_norm, x);
    check(3, norm, x);
    check(6, log_sum_exp, x);
    check(8, first_of_softmax, x);
    check(8, last_of_log_softmax, x);
  }
}

BOOST_AUTO_TEST_CASE(dot_is_bilinear) {
  constexpr auto f = [](auto a, auto b) { return ctgrad::dot(a, b); };
  const std::array a{1.0, 2.0, 3.0}, b{4.0, -5.0, 6.0};
  const auto [by_a, by_b] = ctgrad::gradient(f)(a, b);
  BOOST_TEST((by_a == b && by_b == a));
  BOOST_TEST(ctgrad::dot(a, b) == 12);
  BOOST_CHECK_THROW(ctgrad::dot(a, std::array{1.0}), ctgrad::error);
}

BOOST_AUTO_TEST_CASE(ranges_of_any_kind) {
  const std::array x{1.0, 2.0, 2.0};
  const std::vector<double> v(x.begin(), x.end());
  BOOST_TEST(ctgrad::norm(v) == 3);
  BOOST_TEST(ctgrad::norm(std::span(v)) == 3);
  BOOST_TEST(ctgrad::sum(std::span(x)) == 5);
  BOOST_TEST(ctgrad::norm(std::array<float, 2>{3, 4}) == 5.0f);
  static_assert(std::is_same_v<decltype(ctgrad::softmax(x)), std::array<double, 3>>);
  static_assert(std::is_same_v<decltype(ctgrad::softmax(v)), std::vector<double>>);
  static_assert(std::is_same_v<decltype(ctgrad::log_sum_exp(std::array{1.0f})), float>);
  BOOST_TEST(ctgrad::softmax(v) == ctgrad::softmax(x), boost::test_tools::per_element());
  static_assert(ctgrad::sum(std::array{1.0, 2.0}) == 3 &&
                ctgrad::sum(std::array<double, 0>{}) == 0);
  static_assert(ctgrad::gradient(squared_norm)(std::array{1.0, 2.0}) == std::array{2.0, 4.0});
}

BOOST_AUTO_TEST_CASE(nothing_overflows) {
  check(3, norm, point<2>{3e200, 4e200});
  check(3, norm, point<2>{3e-200, -4e-200});
  check(4, log_sum_exp, point<3>{1000, 1001, 999});
  check(4, log_sum_exp, point<3>{-1000, -1001, -999});
  check(8, first_of_softmax, point<3>{1000, 1001, 999});
}

BOOST_AUTO_TEST_CASE(the_weights_of_softmax_add_up_to_1) {
  const std::array x{-3.0, 0.5, 2.0, 700.0};
  const auto gradient = ctgrad::gradient(log_sum_exp)(x);
  const auto weights = ctgrad::softmax(x);
  double total = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    BOOST_TEST(is_within(2, gradient[k], weights[k]));
    total += weights[k];
  }
  BOOST_TEST(is_within(1, total, 1.0));
}

BOOST_AUTO_TEST_CASE(the_norm_at_the_origin) {
  at_edge(norm, point<3>{0, 0, 0}, 0, {0, 0, 0});
  at_edge(norm, point<3>{0, -5e-324, 0}, 5e-324, {0, -1, 0});
  at_edge(norm, point<2>{inf, 1}, inf, {not_a_number, 0});
  BOOST_TEST(std::isnan(ctgrad::norm(std::array{1.0, not_a_number})));
  constexpr auto second = [](auto t) { return ctgrad::norm(std::array{t, 0 * t}); };
  BOOST_TEST(ctgrad::derivative<2>(second)(0.0) == 0);  // where: the branch not taken is not seen
}

BOOST_AUTO_TEST_CASE(log_sum_exp_of_infinities) {
  at_edge(log_sum_exp, point<2>{-inf, -inf}, -inf, {0, 0});
  at_edge(log_sum_exp, point<2>{-inf, 1}, 1, {0, 1});
  BOOST_TEST(ctgrad::log_sum_exp(std::array{inf, 1.0}) == inf);
  BOOST_TEST(std::isnan(ctgrad::log_sum_exp(std::array{not_a_number, 1.0})));
}

BOOST_AUTO_TEST_CASE(a_tie_for_the_largest_changes_nothing) {
  check(4, log_sum_exp, point<3>{2, 2, 2});
  at_edge(log_sum_exp, point<1>{3}, 3, {1});
}

BOOST_AUTO_TEST_SUITE_END()
