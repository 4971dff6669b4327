// The oracle against closed forms: here, and only here, formulas for derivatives judge it.
#include "../support/oracle.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

namespace {

using support::error_in_ulps;
using support::higher_partial;
using support::partial;
using support::real;
using support::second_partial;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double eps = std::numeric_limits<double>::epsilon();

bool close(const real& got, const real& truth) {
  return abs(got - truth) <= abs(truth) * 1e-30;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oracle)

BOOST_AUTO_TEST_CASE(first_derivatives_have_thirty_digits) {
  for (const double x : {1e-200, 1e-8, 0.3, 1.0, 2.5, 40.0}) {
    const real X = x;
    BOOST_TEST(close(partial([](auto t) { return sin(t); }, std::array{x}, 0), cos(X)));
    BOOST_TEST(close(partial([](auto t) { return cos(t); }, std::array{x}, 0), -sin(X)));
    BOOST_TEST(close(partial([](auto t) { return log(t); }, std::array{x}, 0), 1 / X));
    BOOST_TEST(close(partial([](auto t) { return sqrt(t); }, std::array{x}, 0), 1 / (2 * sqrt(X))));
    BOOST_TEST(close(partial([](auto t) { return exp(-t); }, std::array{x}, 0), -exp(-X)));
  }
  const real big = 1e100;
  BOOST_TEST(
      close(partial([](auto t) { return t * t * t; }, std::array{-1e100}, 0), 3 * big * big));
}

BOOST_AUTO_TEST_CASE(slopes_beyond_a_hundred_digits_are_resolved) {
  // tanh' = 1/cosh² is 1e-260 where tanh itself is 1 to 260 digits
  const real c = cosh(real(300));
  BOOST_TEST(close(partial([](auto t) { return tanh(t); }, std::array{300.0}, 0), 1 / (c * c)));
}

BOOST_AUTO_TEST_CASE(differences_that_agree_by_chance_are_not_believed) {
  // e^x - 1 at -143: 100 digits leave 8 digits of the differences, and a shorter and a longer one
  // are the same number of roundings at one point in eight
  for (double x = -143; x < -142; x += 0.03) {
    BOOST_TEST(close(partial([](auto t) { return exp(t) - 1; }, std::array{x}, 0), exp(real(x))));
  }
}

BOOST_AUTO_TEST_CASE(partials_of_two_arguments) {
  const auto f = [](auto x, auto y) { return x * x / y; };
  BOOST_TEST(close(partial(f, std::array{3.0, -0.5}, 0), -12));
  BOOST_TEST(close(partial(f, std::array{3.0, -0.5}, 1), -36));
  const auto g = [](auto x, auto y) { return x * x * x * y * y; };
  BOOST_TEST(close(second_partial(g, std::array{2.0, 3.0}, 0, 1), 72));
  BOOST_TEST(close(second_partial(g, std::array{2.0, 3.0}, 0, 0), 108));
  BOOST_TEST(close(second_partial(g, std::array{2.0, 3.0}, 1, 1), 16));
}

BOOST_AUTO_TEST_CASE(higher_derivatives_have_twenty_digits) {
  const auto right = [](const real& got, const real& truth) {
    return abs(got - truth) <= abs(truth) * 1e-20;
  };
  const auto g = [](auto x, auto y) { return exp(2 * x) * y * y * y; };
  const std::array at{0.5, 2.0};
  const real e = exp(real(1));
  BOOST_TEST(right(higher_partial(g, at, {0}), 16 * e));
  BOOST_TEST(right(higher_partial(g, at, {0, 1}), 24 * e));
  BOOST_TEST(right(higher_partial(g, at, {1, 0, 1, 0}), 48 * e));
  BOOST_TEST(right(higher_partial(g, at, {0, 0, 0, 0, 0, 0}), 512 * e));
}

BOOST_AUTO_TEST_CASE(constants_have_slope_exactly_0) {
  BOOST_TEST(partial([](auto) { return 7; }, std::array{1.0}, 0) == 0);
}

BOOST_AUTO_TEST_CASE(a_jump_is_refused) {
  BOOST_CHECK_THROW(partial([](auto t) { return t < 0 ? -1 : 1; }, std::array{0.0}, 0),
                    std::runtime_error);
}

BOOST_AUTO_TEST_CASE(errors_are_counted_in_ulps_of_the_truth) {
  BOOST_TEST(error_in_ulps(1.0, 1) == 0);
  BOOST_TEST(error_in_ulps(1.0, 1 + real(eps) / 4) == 0.25);
  BOOST_TEST(error_in_ulps(1 + eps, 1) == 1);
  BOOST_TEST(error_in_ulps(-1.0, 1) == 2 / eps);  // a wrong sign is 2^53 ulps away, never near
  BOOST_TEST(error_in_ulps(-1 - eps, -1) == 1);
  BOOST_TEST(error_in_ulps(0.0, real("1e-310")) > 1e13);  // a subnormal truth: absolute steps
  BOOST_TEST(error_in_ulps(5e-324, 0) == 1);
  BOOST_TEST(error_in_ulps(0.0, real("1e-400")) < 1e-70);
  BOOST_TEST(error_in_ulps(1.0f, 1 + real(std::numeric_limits<float>::epsilon())) == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_a_number_is_infinitely_wrong) {
  BOOST_TEST(error_in_ulps(std::nan(""), 1) == inf);
  BOOST_TEST(error_in_ulps(std::nan(""), real("1e400")) == inf);
  BOOST_TEST(error_in_ulps(inf, 1) == inf);
  BOOST_TEST(error_in_ulps(inf, real("1e308")) == inf);
  BOOST_TEST(error_in_ulps(inf, real("1e400")) == 0);
  BOOST_TEST(error_in_ulps(-inf, real("1e400")) == inf);
  BOOST_TEST(error_in_ulps(std::numeric_limits<double>::max(), real("1e400")) == inf);
}

BOOST_AUTO_TEST_SUITE_END()
