// erfc.
#include <ctgrad/op/special.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using support::is_identical;
using namespace support::functions;

constexpr auto f = [](auto x) { return erfc(x); };

}  // namespace

BOOST_AUTO_TEST_SUITE(special)

BOOST_AUTO_TEST_CASE(erfc_at_the_ends) {
  constexpr double inf = support::inf_of<double>;
  // 2/sqrt(pi) = 1.12837916709551257389615890312154517168810125865799771368817144...
  constexpr double slope_at_0 = -1.128379167095512573896158903121545171688;
  for (const auto& [x, value, slope] : {std::array{0.0, 1.0, slope_at_0},
                                        {-0.0, 1, slope_at_0},
                                        {inf, 0, 0},
                                        {-inf, 2, 0},
                                        {30, 0, 0}}) {
    const std::array point{x};
    for (const auto& r : {support::by_function(f, point), support::by_formula(f, point),
                          support::by_tape(f, point)}) {
      BOOST_TEST(is_identical(r.value, value));
      BOOST_TEST(support::is_equal(r.gradient[0], slope));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_constant_has_all_digits_of_its_type) {
  constexpr auto slope = ctgrad::gradient(f);
  BOOST_TEST(is_identical(slope(0.0f)[0], -1.128379167095512573896158903121545171688f));
  BOOST_TEST(is_identical(slope(0.0L)[0], -1.128379167095512573896158903121545171688L));
  ctgrad::basic_value<float> x{0.0f};
  erfc(x).backward();
  BOOST_TEST(is_identical(x.grad(), -1.128379167095512573896158903121545171688f));
  ctgrad::basic_value<long double> y{0.0L};
  erfc(y).backward();
  BOOST_TEST(is_identical(y.grad(), -1.128379167095512573896158903121545171688L));
}

BOOST_AUTO_TEST_CASE(the_bell_has_its_curvature) {
  // erfc'' = -2x erfc'
  const double slope = ctgrad::derivative(f)(0.5);
  BOOST_TEST(support::is_within(1, ctgrad::derivative<2>(f)(0.5), -slope));
  BOOST_TEST(ctgrad::derivative<2>(f)(0.0) == 0);
}

// An order that is not whole can come from a formula's text (text/parse.hpp).
BOOST_AUTO_TEST_CASE(orders_that_are_not_whole) {
  namespace ops = ctgrad::ops;
  for (const double n :
       {0.5, -1.5, 1e300, -1e300, support::inf_of<double>, support::nan_of<double>}) {
    BOOST_TEST(std::isnan(ops::bessel_j::value(n, 1.0)));
    BOOST_TEST(std::isnan(ops::bessel_y::value(n, 1.0)));
    BOOST_TEST(std::isnan(ops::spherical_bessel::value(n, 1.0)));
    BOOST_TEST(std::isnan(ops::polygamma::value(n, 1.0)));
  }
  BOOST_TEST(ops::bessel_j::value(2.0, 1.5) == ops::bessel_j::value(2, 1.5));
  BOOST_TEST(ops::bessel_j::value(-3.0, 1.5) == -ops::bessel_j::value(3, 1.5));
}

// Every double that large is a pole, as -2 is; Boost.Math throws there by itself.
BOOST_AUTO_TEST_CASE(polygamma_far_out) {
  using ctgrad::ops::polygamma;
  for (const int n : {1, 2}) {
    BOOST_TEST(is_identical(polygamma::value(n, -1e300), polygamma::value(n, -2.0)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
