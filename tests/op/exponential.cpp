// exp, log, sigmoid: ends of their domains and higher orders.
#include <ctgrad/op/exponential.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using support::is_equal;
using support::is_identical;
using namespace support::functions;

constexpr double inf = support::inf_of<double>;
constexpr double nan_ = support::nan_of<double>;

template <class F>
void check(const F& f, double x, double value, double slope) {
  BOOST_TEST_CONTEXT("x = " << x) {
    const std::array point{x};
    for (const auto& r : {support::by_function(f, point), support::by_formula(f, point),
                          support::by_tape(f, point)}) {
      BOOST_TEST(is_identical(r.value, value));
      BOOST_TEST(is_equal(r.gradient[0], slope));
    }
  }
}

constexpr auto exp_of = [](auto x) { return exp(x); };
constexpr auto log_of = [](auto x) { return log(x); };
constexpr auto sigmoid_of = [](auto x) { return sigmoid(x); };

}  // namespace

BOOST_AUTO_TEST_SUITE(exponential)

BOOST_AUTO_TEST_CASE(exp_at_the_ends) {
  check(exp_of, 0, 1, 1);
  check(exp_of, -0.0, 1, 1);
  check(exp_of, inf, inf, inf);
  check(exp_of, -inf, 0, 0);
  check(exp_of, 710, inf, inf);
  check(exp_of, -746, 0, 0);
  check(exp_of, nan_, nan_, nan_);
}

BOOST_AUTO_TEST_CASE(exp_is_its_own_derivative) {
  for (const double x : {-3.0, 0.7, 20.0}) {
    BOOST_TEST(is_identical(ctgrad::derivative<1>(exp_of)(x), std::exp(x)));
    BOOST_TEST(is_identical(ctgrad::derivative<5>(exp_of)(x), std::exp(x)));
  }
}

BOOST_AUTO_TEST_CASE(log_at_the_ends) {
  check(log_of, 1, 0, 1);
  check(log_of, 0, -inf, inf);
  check(log_of, inf, inf, 0);
  check(log_of, 5e-324, std::log(5e-324), inf);  // 1/5e-324 is beyond the largest number
  BOOST_TEST(is_identical(support::by_tape(log_of, std::array{-1.0}).value, nan_));
  BOOST_TEST(is_identical(support::by_tape(log_of, std::array{nan_}).gradient[0], nan_));
}

BOOST_AUTO_TEST_CASE(log_has_the_derivatives_of_powers) {
  // log'' = -1/x², log''' = 2/x³; powers of two are exact
  BOOST_TEST(ctgrad::derivative<2>(log_of)(4.0) == -1.0 / 16);
  BOOST_TEST(ctgrad::derivative<3>(log_of)(4.0) == 2.0 / 64);
  BOOST_TEST(ctgrad::derivative<4>(log_of)(0.5) == -6.0 * 16);
}

BOOST_AUTO_TEST_CASE(exp_undoes_log) {
  for (const double x : {1e-300, 0.3, 1.0, 17.0, 1e300}) {
    const auto r = support::by_function([](auto t) { return exp(log(t)); }, std::array{x});
    BOOST_TEST(is_identical(r.value, std::exp(std::log(x))));
    BOOST_TEST(support::is_within(2, r.gradient[0], std::exp(std::log(x)) / x));
  }
}

BOOST_AUTO_TEST_CASE(sigmoid_at_the_ends) {
  check(sigmoid_of, 0, 0.5, 0.25);
  check(sigmoid_of, inf, 1, 0);
  check(sigmoid_of, -inf, 0, 0);
  check(sigmoid_of, -1000, 0, 0);
  check(sigmoid_of, 1000, 1, 0);
  check(sigmoid_of, nan_, nan_, nan_);
  // to the left of -37 the slope is the value, and both are exp(x)
  check(sigmoid_of, -50, std::exp(-50.0), std::exp(-50.0));
  check(sigmoid_of, -745, std::exp(-745.0), std::exp(-745.0));
}

BOOST_AUTO_TEST_CASE(sigmoid_is_the_same_text_as_its_definition) {
  for (double x = -40; x <= 40; x += 0.37) {
    const double e = std::exp(-std::abs(x));
    const double expected = x < 0 ? e / (1 + e) : 1 / (1 + e);
    BOOST_TEST(is_identical(ctgrad::sigmoid(x), expected));
    BOOST_TEST(is_identical(support::by_tape(sigmoid_of, std::array{x}).value, expected));
    BOOST_TEST(is_identical(support::by_function(sigmoid_of, std::array{x}).value, expected));
  }
  BOOST_TEST(is_identical(ctgrad::sigmoid(0.0f), 0.5f));
}

BOOST_AUTO_TEST_CASE(sigmoid_turns_at_0) {
  BOOST_TEST(ctgrad::derivative<2>(sigmoid_of)(0.0) == 0);
  BOOST_TEST(ctgrad::derivative<3>(sigmoid_of)(0.0) == -0.125);  // s' (1 - 6 s'), s' = 1/4
}

#if defined(__GNUC__) && !defined(__clang__)
static_assert(ctgrad::derivative<2>(exp_of)(0.0) == 1);
static_assert(ctgrad::derivative<2>(log_of)(2.0) == -0.25);
static_assert(ctgrad::gradient(sigmoid_of)(0.0)[0] == 0.25);
#endif

BOOST_AUTO_TEST_SUITE_END()
