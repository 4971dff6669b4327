// The judges of this folder, before anyone believes them.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "../support/compare.hpp"
#include "check.hpp"

namespace {

using edge::eps, edge::inf, edge::nan_;

/// The verdict on a value and a partial of a row that states `value` and `partial`.
struct judge {
  double value, partial;
  double bound = 1;
  unsigned value_steps = 0;
  double terms = 0;

  [[nodiscard]] edge::question question(const edge::row& row) const {
    static constexpr edge::about text{"", {"1"}, ""};
    return {{"op", 1, text, {&bound, 1}, {}}, row, value_steps, {terms}};
  }
  [[nodiscard]] bool accepts_value(double got) const {
    const edge::row row{{0}, value, {partial}};
    return edge::is_value(question(row), got);
  }
  [[nodiscard]] bool accepts_partial(double got) const {
    const edge::row row{{0}, value, {partial}};
    return edge::is_partial(question(row), 0, got);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(judgement)

BOOST_AUTO_TEST_CASE(a_value_of_0_has_a_sign_and_a_partial_has_none) {
  const judge zero{.value = 0, .partial = 0};
  BOOST_TEST(zero.accepts_value(0.0));
  BOOST_TEST(!zero.accepts_value(-0.0));
  BOOST_TEST(zero.accepts_partial(-0.0));
  BOOST_TEST(!zero.accepts_partial(edge::tiniest));
  BOOST_TEST(!zero.accepts_partial(nan_));
}

BOOST_AUTO_TEST_CASE(nan_and_infinities_are_themselves) {
  const judge undefined{.value = nan_, .partial = nan_};
  BOOST_TEST(undefined.accepts_value(nan_));
  BOOST_TEST(undefined.accepts_partial(nan_));
  for (const double other : {0.0, 1.0, inf, -inf}) {
    BOOST_TEST(!undefined.accepts_value(other));
    BOOST_TEST(!undefined.accepts_partial(other));
  }
  const judge infinite{.value = inf, .partial = -inf};
  BOOST_TEST(infinite.accepts_value(inf));
  BOOST_TEST(infinite.accepts_partial(-inf));
  BOOST_TEST(!infinite.accepts_value(-inf));
  BOOST_TEST(!infinite.accepts_partial(inf));
  BOOST_TEST(!infinite.accepts_partial(-edge::biggest));
  BOOST_TEST(!infinite.accepts_partial(nan_));
}

BOOST_AUTO_TEST_CASE(numbers_keep_within_the_bound) {
  const judge one{.value = 1, .partial = -1, .bound = 2, .value_steps = 1};
  BOOST_TEST(one.accepts_value(1 + eps));
  BOOST_TEST(!one.accepts_value(1 + 2 * eps));
  BOOST_TEST(!one.accepts_value(nan_));
  BOOST_TEST(one.accepts_partial(-1 - 2 * eps));
  BOOST_TEST(!one.accepts_partial(-1 - 3 * eps));
  BOOST_TEST(!one.accepts_partial(1));  // a wrong sign is never near
  BOOST_TEST(!one.accepts_partial(inf));
  const judge exact{.value = 1, .partial = 0.5, .bound = 0};
  BOOST_TEST(exact.accepts_partial(0.5));
  BOOST_TEST(!exact.accepts_partial(std::nextafter(0.5, 1)));
  BOOST_TEST(!exact.accepts_value(std::nextafter(1.0, 2)));
}

BOOST_AUTO_TEST_CASE(terms_are_the_measure_only_where_they_cancel) {
  const support::real truth = std::ldexp(1.0, -40);
  const double off = std::ldexp(1.0, -40) + 3 * eps;
  BOOST_TEST(edge::error(off, truth, 0) == 3 * std::ldexp(1.0, 40));
  BOOST_TEST(edge::error(off, truth, 1) == 3);
  BOOST_TEST(edge::error(1 + 3 * eps, 1, std::ldexp(1.0, -40)) == 3);
  BOOST_TEST(edge::error(1 + 3 * eps, 1, 2) == 3);
  BOOST_TEST(edge::error(edge::tiniest, 0, edge::tiniest) == 1);  // steps of subnormal numbers
  BOOST_TEST(std::isinf(edge::error(nan_, truth, 1)));
  BOOST_TEST(std::isinf(edge::error(inf, truth, 1)));
}

BOOST_AUTO_TEST_CASE(the_reference_knows_the_functions_of_the_table) {
  using support::real;
  const auto close = [](const real& got, const real& expected) {
    return abs(got - expected) <= abs(expected) * 1e-90;
  };
  for (const double t : {1e-200, 1e-5, 0.3, 0.9}) {
    const real x = t;
    BOOST_TEST(close(asin(sin(x)), x));
    BOOST_TEST(close(atan(tan(x)), x));
    BOOST_TEST(close(asinh(sinh(x)), x));
    BOOST_TEST(close(atanh(tanh(x)), x));
    BOOST_TEST(close(log1p(expm1(x)), x));
    BOOST_TEST(close(cbrt(x) * cbrt(x) * cbrt(x), x));
    BOOST_TEST(close(erf_inv(erf(x)), x));
    BOOST_TEST(close(lgamma(x + 1), log(x * tgamma(x))));
    BOOST_TEST(close(digamma(x), digamma(x + 1) - 1 / x));
    BOOST_TEST(close(polygamma(1, x), polygamma(1, x + 1) + 1 / (x * x)));
    BOOST_TEST(close(beta(x, 1), 1 / x));
    // Abramowitz & Stegun 9.1.16
    BOOST_TEST(
        close(cyl_bessel_j(1, x) * cyl_neumann(0, x) - cyl_bessel_j(0, x) * cyl_neumann(1, x),
              1 / (2 * atan(real(1)) * x)));
  }
  BOOST_TEST(close(acosh(cosh(real(3))), 3));
  BOOST_TEST(close(acos(real(0.5)) * 3, 4 * atan(real(1))));
  BOOST_TEST(close(erfc_inv(erfc(real(5))), 5));
  for (const double x : {0.5, 1.5, 2.5, -0.5, -2.5, 0.49, -7.2, 3.0}) {
    BOOST_TEST(static_cast<double>(rint(real(x))) == std::rint(x));
    BOOST_TEST(static_cast<double>(round(real(x))) == std::round(x));
    BOOST_TEST(static_cast<double>(trunc(real(x))) == std::trunc(x));
    BOOST_TEST(static_cast<double>(fmod(real(x), 2)) == std::fmod(x, 2));
    BOOST_TEST(static_cast<double>(remainder(real(x), 2)) == std::remainder(x, 2));
  }
}

BOOST_AUTO_TEST_SUITE_END()
