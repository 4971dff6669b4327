// Kinks and branches, in every engine, of first and second order.
#include <ctgrad/op/piecewise.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using support::inf_of;
using support::is_equal;
using support::nan_of;
using namespace support::functions;

constexpr double inf = inf_of<double>;
constexpr double nan_ = nan_of<double>;

/// f(x), f'(x) and f''(x) are as given, in every engine that has them.
template <class F>
void check(const F& f, double x, double value, double slope, double curvature) {
  BOOST_TEST_CONTEXT("x = " << x) {
    BOOST_TEST(is_equal(f(x), value));
    for (const auto& r :
         {support::by_function(f, std::array{x}), support::by_tape(f, std::array{x}),
          support::by_formula(f, std::array{x})}) {
      BOOST_TEST(is_equal(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], slope));
    }
    BOOST_TEST(is_equal(ctgrad::derivative<2>(f)(x), curvature));
  }
}

/// f(x, y) and its partials, in every engine.
template <class F>
void check(const F& f, double x, double y, double value, double by_x, double by_y) {
  BOOST_TEST_CONTEXT("x = " << x << ", y = " << y) {
    BOOST_TEST(is_equal(f(x, y), value));
    const std::array point{x, y};
    for (const auto& r : {support::by_function(f, point), support::by_tape(f, point),
                          support::by_formula(f, point)}) {
      BOOST_TEST(is_equal(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], by_x));
      BOOST_TEST(is_equal(r.gradient[1], by_y));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(piecewise)

BOOST_AUTO_TEST_CASE(relu_has_slope_0_at_0) {
  constexpr auto f = [](auto x) { return relu(x); };
  check(f, -1, 0, 0, 0);
  check(f, -0.0, 0, 0, 0);
  check(f, 0, 0, 0, 0);
  check(f, 5e-324, 5e-324, 1, 0);
  check(f, 2.5, 2.5, 1, 0);
  check(f, inf, inf, 1, 0);
  check(f, -inf, 0, 0, 0);
}

BOOST_AUTO_TEST_CASE(relu_squared_has_curvature_on_one_side) {
  constexpr auto f = [](auto x) { return relu(x) * relu(x); };
  check(f, 3, 9, 6, 2);
  check(f, 0, 0, 0, 0);
  check(f, -3, 0, 0, 0);
}

BOOST_AUTO_TEST_CASE(a_nan_goes_through) {
  constexpr auto rectified = [](auto x) { return relu(x); };
  BOOST_TEST(is_equal(rectified(nan_), nan_));
  BOOST_TEST(is_equal(support::by_tape(rectified, std::array{nan_}).value, nan_));
  BOOST_TEST(is_equal(support::by_function(rectified, std::array{nan_}).value, nan_));
  constexpr auto absolute = [](auto x) { return abs(x); };
  BOOST_TEST(is_equal(support::by_tape(absolute, std::array{nan_}).value, nan_));
  BOOST_TEST(is_equal(support::by_function(absolute, std::array{nan_}).value, nan_));
}

BOOST_AUTO_TEST_CASE(abs_has_slope_0_at_0) {
  constexpr auto f = [](auto x) { return abs(x); };
  check(f, -2, 2, -1, 0);
  check(f, 0, 0, 0, 0);
  check(f, -0.0, 0, 0, 0);
  check(f, 5e-324, 5e-324, 1, 0);
  check(f, 3, 3, 1, 0);
  check(f, -inf, inf, -1, 0);
  BOOST_TEST(support::is_identical(ctgrad::abs(-0.0), 0.0));
}

BOOST_AUTO_TEST_CASE(x_times_abs_x_is_smooth_once) {
  constexpr auto f = [](auto x) { return x * abs(x); };
  check(f, 2, 4, 4, 2);
  check(f, -2, -4, 4, -2);
  check(f, 0, 0, 0, 0);
}

BOOST_AUTO_TEST_CASE(a_tie_is_shared) {
  constexpr auto larger = [](auto x, auto y) { return max(x, y); };
  check(larger, 2, 1, 2, 1, 0);
  check(larger, 1, 2, 2, 0, 1);
  check(larger, 3, 3, 3, 0.5, 0.5);
  check(larger, 0, -0.0, 0, 0.5, 0.5);
  check(larger, inf, inf, inf, 0.5, 0.5);
  check(larger, -inf, 1, 1, 0, 1);
  constexpr auto smaller = [](auto x, auto y) { return min(x, y); };
  check(smaller, 2, 1, 1, 0, 1);
  check(smaller, 1, 2, 1, 1, 0);
  check(smaller, 3, 3, 3, 0.5, 0.5);
  check(smaller, -inf, -inf, -inf, 0.5, 0.5);
}

BOOST_AUTO_TEST_CASE(max_of_a_value_with_itself_has_slope_1) {
  constexpr auto f = [](auto x) { return max(x, x); };
  check(f, 7, 7, 1, 0);
  constexpr auto g = [](auto x) { return min(x, x) * max(x, 2 * x); };  // x * 2x for x > 0
  check(g, 3, 18, 12, 4);
}

BOOST_AUTO_TEST_CASE(max_and_min_with_a_nan_are_those_of_std) {
  BOOST_TEST(is_equal(ctgrad::max(nan_, 1.0), std::max(nan_, 1.0)));
  BOOST_TEST(is_equal(ctgrad::max(1.0, nan_), std::max(1.0, nan_)));
  BOOST_TEST(is_equal(ctgrad::min(nan_, 1.0), std::min(nan_, 1.0)));
  BOOST_TEST(is_equal(ctgrad::min(1.0, nan_), std::min(1.0, nan_)));
  constexpr auto larger = [](auto x, auto y) { return max(x, y); };
  BOOST_TEST(is_equal(support::by_function(larger, std::array{nan_, 1.0}).value, nan_));
  BOOST_TEST(is_equal(support::by_function(larger, std::array{1.0, nan_}).value, 1.0));
  BOOST_TEST(is_equal(support::by_tape(larger, std::array{nan_, 1.0}).value, nan_));
  BOOST_TEST(is_equal(support::by_tape(larger, std::array{1.0, nan_}).value, 1.0));
}

// Where a branch is not taken, neither its value nor its slope is looked at: 0 * inf is not
// computed.

BOOST_AUTO_TEST_CASE(where_keeps_the_log_of_a_negative_number_out) {
  constexpr auto f = [](auto x) { return where(x > 0, log(x), 3 * x); };
  check(f, 2, std::log(2.0), 0.5, -0.25);
  check(f, -1, -3, 3, 0);
  check(f, 0, 0, 3, 0);
}

BOOST_AUTO_TEST_CASE(where_keeps_the_slope_of_a_root_at_0_out) {
  constexpr auto f = [](auto x) { return where(x > 0, sqrt(x), 0.0); };
  check(f, 4, 2, 0.25, -1.0 / 32);
  check(f, 0, 0, 0, 0);
  check(f, -4, 0, 0, 0);
}

BOOST_AUTO_TEST_CASE(where_keeps_an_overflow_out) {
  constexpr auto f = [](auto x) { return where(x < 700, x * x, exp(x * x)); };
  check(f, 30, 900, 60, 2);
  constexpr auto g = [](auto x) { return where(x < 1, 1 / (x - x), x * x); };
  check(g, 3, 9, 6, 2);
}

BOOST_AUTO_TEST_CASE(the_guard_reaches_through_inner_operations) {
  // the infinite slope of sqrt at 0 is two operations behind the branch
  constexpr auto f = [](auto x) { return where(x > 1, 5 * sin(sqrt(x - 1)), x) * 2; };
  check(f, 1, 2, 2, 0);
  constexpr auto r = [](auto x) {
    return relu(-sqrt(x)) + x;
  };  // relu'(-0) = 0 meets sqrt'(0) = inf
  check(r, 0, 0, 1, 0);
  constexpr auto m = [](auto x) { return max(sqrt(x) - 1, x + 1); };
  check(m, 0, 1, 1, 0);
  constexpr auto nested = [](auto x) {
    return where(x > 0, where(x > 1, log(x - 1), x * x), where(x < -1, log(-x - 1), -x));
  };
  check(nested, 0.5, 0.25, 1, 2);
  check(nested, 3, std::log(2.0), 0.5, -0.25);
  check(nested, -0.5, 0.5, -1, 0);
  check(nested, -3, std::log(2.0), -0.5, -0.25);
}

BOOST_AUTO_TEST_CASE(a_variable_may_be_used_on_both_sides_of_the_branch) {
  // sinc with its hole filled in: the quotient is never asked at 0
  constexpr auto f = [](auto x) { return where(x == 0, 1 - x * x / 6, sin(x) / x); };
  check(f, 0, 1, 0, -1.0 / 3);
  constexpr auto shared = [](auto x) {
    auto root = sqrt(x);
    return where(x > 0, root, 2 * x) + where(x > 0, x, -root);
  };
  // at 0 only the second root is taken, and its slope is infinite
  BOOST_TEST(is_equal(support::by_function(shared, std::array{0.0}).gradient[0], -inf));
  BOOST_TEST(is_equal(support::by_tape(shared, std::array{0.0}).gradient[0], -inf));
  check(shared, 4, 6, 1.25, -1.0 / 32);
}

BOOST_AUTO_TEST_CASE(two_arguments_of_a_branch) {
  constexpr auto f = [](auto x, auto y) { return where(x < y, x * y, x / y); };
  check(f, 1, 2, 2, 2, 1);
  check(f, 3, 2, 1.5, 0.5, -0.75);
  check(f, 0, 0, nan_, inf, nan_);  // 0/0: the branch that is taken is 0/0
}

BOOST_AUTO_TEST_CASE(conditions_combine) {
  constexpr auto f = [](auto x) {
    return where(x > 0 && !(x >= 2), x * x, where(x < -3 || x == 5, -x, 1.0));
  };
  check(f, 1, 1, 2, 2);
  check(f, 2, 1, 0, 0);
  check(f, -4, 4, -1, 0);
  check(f, 5, -5, -1, 0);
  check(f, -1, 1, 0, 0);
}

BOOST_AUTO_TEST_CASE(a_number_is_true_unless_it_is_0) {
  constexpr auto f = [](auto x) { return where(x, 2 * x, 7 + x); };
  check(f, 3, 6, 2, 0);
  check(f, 0, 7, 1, 0);
  check(f, -0.0, 7, 1, 0);
}

BOOST_AUTO_TEST_CASE(plain_numbers_stay_plain) {
  static_assert(ctgrad::relu(-1.5f) == 0.0f && ctgrad::relu(1.5f) == 1.5f);
  static_assert(std::is_same_v<decltype(ctgrad::relu(1.5f)), float>);
  static_assert(ctgrad::where(true, 1, 2.5) == 1.0 && ctgrad::where(false, 1, 2.5) == 2.5);
  static_assert(std::is_same_v<decltype(ctgrad::where(true, 1, 2.5)), double>);
  static_assert(ctgrad::max(1, 2) == 2 && ctgrad::min(1.0, 2.0) == 1.0 && ctgrad::abs(-3) == 3);
}

BOOST_AUTO_TEST_SUITE_END()
