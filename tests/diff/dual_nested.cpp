// Duals of duals, of Values and of symbols: second derivatives, and no confusion between levels.
#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/dual.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/tape/value.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using inner = cg::dual<double, 2>;
using nested = cg::dual<inner, 2>;
using support::is_equal;
using support::is_identical;

/// df/dx at x. Its directions are a level of their own, named by the function.
constexpr auto slope = [](auto f, auto x) {
  return f(cg::dual<decltype(x), 1, decltype(f)>::variable(x)).tangent();
};

constexpr nested variable(double x, std::size_t k) {
  return nested::variable(inner::variable(x, k), k);
}
constexpr double second(const nested& y, std::size_t j, std::size_t k) {
  return y.tangent(j).tangent(k);
}

// -- second derivatives ------------------------------------------------------------------------

constexpr auto f = [](auto x, auto y) { return x * x * x * y + y * y / x; };
constexpr nested z = f(variable(2, 0), variable(3, 1));
static_assert(z.primal().primal() == 28.5);
static_assert(z.primal().tangents() == std::array{33.75, 11.0} && z.tangent(0).primal() == 33.75 &&
              z.tangent(1).primal() == 11);
static_assert(second(z, 0, 0) == 38.25 && second(z, 1, 1) == 1, "d2/dx2, d2/dy2");
static_assert(second(z, 0, 1) == 10.5 && second(z, 1, 0) == 10.5, "d2/dxdy");

constexpr auto fifth = [](auto x) { return x * x * x * x * x; };
constexpr auto third_derivative = [](auto x) {
  return slope([](auto u) { return slope([](auto v) { return slope(fifth, v); }, u); }, x);
};
static_assert(third_derivative(2.0) == 240);

// -- levels are not confused -------------------------------------------------------------------
// The cases in which a derivative inside of a derivative sees a variable of the outer one.

static_assert(slope([](auto x) { return x * slope([x](auto y) { return x + y; }, decltype(x)(1)); },
                    1.0) == 1,
              "not 2");
static_assert(slope([](auto x) { return x * slope([x](auto y) { return x * y; }, x); }, 3.0) == 6);
static_assert(slope([](auto x) { return slope([x](auto y) { return x * x * y; }, x); }, 3.0) == 6,
              "not 12: only the outer x is differentiated by the outer derivative");
static_assert(slope(
                  [](auto x) {
                    return slope(
                        [x](auto y) { return slope([x, y](auto t) { return x * y * t; }, y); }, x);
                  },
                  5.0) == 1);
static_assert(slope(
                  [](auto x) {
                    const auto shift = [x](auto y) { return y + x; };
                    return slope([&](auto y) { return shift(shift(y)) * y; }, x);
                  },
                  1.0) == 4,
              "d/dx (4x)");

// A constant of an inner level, on either side.
static_assert(std::same_as<decltype(inner(1) * variable(1, 0)), nested> &&
              std::same_as<decltype(variable(1, 0) - inner(1)), nested> &&
              std::same_as<decltype(variable(1, 0) < inner(1)), bool> &&
              std::same_as<decltype(where(true, inner(1), variable(1, 0))), nested>);
static_assert(second(inner::variable(3, 0) * variable(2, 0), 0, 0) == 1);
static_assert((inner::variable(3, 0) + nested(1)).is_passive());
using deep = cg::dual<nested, 1>;
static_assert(std::same_as<decltype(inner(1) * deep(2)), deep> &&
              std::same_as<decltype(deep(2) * nested(1)), deep>);

// Levels that are not nested do not meet: [ctgrad-E12], tests/compile_fail.
struct level;
static_assert(!cg::detail::fits<cg::dual<double, 2, level>::ctgrad_engine, inner> &&
              !cg::detail::fits<cg::dual<double, 3>::ctgrad_engine, inner> &&
              !cg::detail::fits<inner::ctgrad_engine, nested> &&
              cg::detail::fits<nested::ctgrad_engine, inner> &&
              cg::detail::fits<deep::ctgrad_engine, inner>);

// -- kinks and branches at second order --------------------------------------------------------

static_assert(second(relu(variable(2, 0) * variable(2, 0)), 0, 0) == 2);
static_assert(second(relu(-variable(2, 0) * variable(2, 0)), 0, 0) == 0);
static_assert(second(max(variable(2, 0), variable(2, 1)) * variable(2, 0), 0, 1) == 0.5);
static_assert(second(pow(variable(-2, 0), 3), 0, 0) == -12);

}  // namespace

BOOST_AUTO_TEST_SUITE(nested_duals)

BOOST_AUTO_TEST_CASE(mixed_derivatives_are_symmetric) {
  const nested y = sin(variable(0.5, 0) * variable(1.5, 1)) / variable(1.5, 1);
  BOOST_TEST(support::is_within(2, second(y, 0, 1), second(y, 1, 0)));
  BOOST_TEST(support::is_within(4, second(y, 0, 1), -0.5 * std::sin(0.75)));
}

BOOST_AUTO_TEST_CASE(a_branch_that_is_not_taken_contributes_exactly_0_at_second_order) {
  const nested x = variable(0, 0), y = variable(2, 1);
  const nested picked = where(x > 0, sqrt(x) * log(x), y * y);
  BOOST_TEST(is_identical(second(picked, 0, 0), 0.0));
  BOOST_TEST(is_identical(second(picked, 0, 1), 0.0));
  BOOST_TEST(is_identical(second(picked, 1, 1), 2.0));
  const nested rectified = relu(-1 - sqrt(x)) * y;
  BOOST_TEST(is_identical(second(rectified, 0, 0), 0.0));
  BOOST_TEST(is_identical(second(rectified, 0, 1), 0.0));
}

BOOST_AUTO_TEST_CASE(a_direction_without_dependence_stays_0_at_second_order) {
  const nested root = sqrt(variable(0, 0));
  BOOST_TEST(is_identical(second(root, 0, 1), 0.0));
  BOOST_TEST(is_identical(second(root, 1, 0), 0.0));
  BOOST_TEST(is_identical(second(root, 1, 1), 0.0));
  BOOST_TEST(is_identical(second(root, 0, 0), -support::inf_of<double>));
}

BOOST_AUTO_TEST_CASE(an_exponent_that_only_an_inner_level_knows) {
  // d/dx of d/dp of x^p, and an exponent that depends on the inner level alone
  const nested x = variable(2, 0), p = variable(3, 1);
  const double expected = 4 * (1 + 3 * std::log(2.0));
  BOOST_TEST(support::is_within(2, second(pow(x, p), 0, 1), expected));
  BOOST_TEST(support::is_within(2, second(pow(x, p), 1, 0), expected));
  BOOST_TEST(support::is_within(2, second(pow(x, inner::variable(3, 1)), 0, 1), expected));
  BOOST_TEST(is_identical(second(pow(variable(-2, 0), nested(3)), 0, 0), -12.0));
}

// -- duals of Values and of symbols --------------------------------------------------------------

constexpr auto curve = [](auto t) { return relu(t) * exp(t) + where(t < 1, pow(t, 3), t / 2); };

constexpr auto powers = [](auto t) { return pow(2, t) * exp(decltype(t)(1) / t); };

BOOST_AUTO_TEST_CASE(reverse_over_forward) {
  for (const double x : {-0.5, 0.25, 0.75, 1.5}) {
    const cg::scope s;
    const cg::Value v{x};
    const cg::Value d = slope(curve, v);
    d.backward();
    BOOST_TEST(is_equal(d.data(), slope(curve, x)));
    BOOST_TEST(support::is_within(4, v.grad(), cg::derivative<2>(curve)(x)));
  }
}

BOOST_AUTO_TEST_CASE(a_traced_function_may_use_duals) {
  constexpr auto g = [](auto x) { return slope(curve, x); };
  for (const double x : {-0.5, 0.25, 0.75, 1.5}) {
    BOOST_TEST(is_equal(cg::value_and_gradient(g)(x).value, slope(curve, x)));
    BOOST_TEST(support::is_within(4, cg::derivative(g)(x), cg::derivative<2>(curve)(x)));
    BOOST_TEST(support::is_within(8, cg::derivative<2>(g)(x), cg::derivative<3>(curve)(x)));
  }
}

BOOST_AUTO_TEST_CASE(a_traced_dual_meets_constants) {
  constexpr auto g = [](auto x) { return slope(powers, x); };
  constexpr auto h = [](auto x) { return slope([](auto u) { return slope(powers, u); }, x); };
  BOOST_TEST(support::is_within(4, cg::derivative(g)(1.5), cg::derivative<2>(powers)(1.5)));
  BOOST_TEST(support::is_within(16, cg::derivative(h)(1.5), cg::derivative<3>(powers)(1.5)));
}

BOOST_AUTO_TEST_CASE(a_traced_dual_keeps_what_is_inactive_at_0) {
  constexpr auto g = [](auto x, auto y) {
    return slope([y](auto t) { return where(t > 0, sqrt(t), y) * relu(log(t)) + y; }, x);
  };
  for (const double x : {-1.0, 0.0}) {
    const auto [value, d] = cg::value_and_gradient(g)(x, 2.0);
    BOOST_TEST(is_equal(
        value, slope([](auto t) { return where(t > 0, sqrt(t), 2.0) * relu(log(t)) + 2.0; }, x)));
    BOOST_TEST(is_equal(d[0], 0));
    BOOST_TEST(is_equal(d[1], 0));
  }
}

BOOST_AUTO_TEST_SUITE_END()
