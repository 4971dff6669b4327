// The comparator comes first: every other test believes it.
#include "../support/compare.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

namespace {

using support::equal;
using support::identical;
using support::inf_of;
using support::nan_of;
using support::ulps;
using support::unrelated;

template <class T>
constexpr T largest = std::numeric_limits<T>::max();
template <class T>
constexpr T smallest = std::numeric_limits<T>::denorm_min();

template <class T>
constexpr bool exact_comparison_holds() {
  return identical(T(1), T(1)) && !identical(T(1), T(-1)) && !identical(T(1), T(2)) &&
         identical(nan_of<T>, nan_of<T>) && identical(nan_of<T>, -nan_of<T>) &&
         !identical(nan_of<T>, T(1)) && !identical(T(1), nan_of<T>) &&
         !identical(nan_of<T>, inf_of<T>) && !identical(T(0), nan_of<T>) &&
         identical(inf_of<T>, inf_of<T>) && !identical(inf_of<T>, -inf_of<T>) &&
         !identical(inf_of<T>, largest<T>) && identical(T(0), T(0)) && identical(-T(0), -T(0)) &&
         !identical(T(0), -T(0)) && !identical(-T(0), T(0)) && !identical(T(0), smallest<T>) &&
         !identical(smallest<T>, -smallest<T>);
}

template <class T>
constexpr bool loose_comparison_holds() {
  return equal(T(0), -T(0)) && equal(-T(0), T(0)) && equal(nan_of<T>, nan_of<T>) &&
         !equal(nan_of<T>, T(0)) && !equal(T(0), nan_of<T>) && !equal(inf_of<T>, -inf_of<T>) &&
         !equal(T(0), smallest<T>) && !equal(T(1), T(1) + std::numeric_limits<T>::epsilon());
}

template <class T>
constexpr bool distances_hold() {
  constexpr T eps = std::numeric_limits<T>::epsilon();
  return ulps(T(1), T(1)) == 0 && ulps(T(1), 1 + eps) == 1 && ulps(1 + eps, T(1)) == 1 &&
         ulps(T(1), 1 - eps / 2) == 1 && ulps(T(1), 1 + 3 * eps) == 3 &&
         // negative references
         ulps(-T(1), -1 - eps) == 1 && ulps(-1 - 2 * eps, -T(1)) == 2 &&
         // around zero: steps are subnormal, the two zeros are one number
         ulps(T(0), -T(0)) == 0 && ulps(T(0), smallest<T>) == 1 && ulps(-T(0), smallest<T>) == 1 &&
         ulps(T(0), -smallest<T>) == 1 && ulps(-smallest<T>, smallest<T>) == 2 &&
         ulps(smallest<T>, 4 * smallest<T>) == 3 &&
         // mixed signs are far apart, but not unrelated
         ulps(-T(1), T(1)) == 2 * ulps(T(0), T(1)) && ulps(-T(1), T(1)) != unrelated &&
         // what no rounding repairs
         ulps(nan_of<T>, nan_of<T>) == 0 && ulps(nan_of<T>, T(1)) == unrelated &&
         ulps(T(1), nan_of<T>) == unrelated && ulps(nan_of<T>, inf_of<T>) == unrelated &&
         ulps(inf_of<T>, inf_of<T>) == 0 && ulps(inf_of<T>, -inf_of<T>) == unrelated &&
         ulps(inf_of<T>, largest<T>) == unrelated && ulps(largest<T>, inf_of<T>) == unrelated &&
         ulps(-inf_of<T>, -largest<T>) == unrelated && ulps(-largest<T>, largest<T>) != unrelated;
}

static_assert(exact_comparison_holds<float>() && exact_comparison_holds<double>() &&
              exact_comparison_holds<long double>());
static_assert(loose_comparison_holds<float>() && loose_comparison_holds<double>() &&
              loose_comparison_holds<long double>());
static_assert(distances_hold<float>() && distances_hold<double>());
static_assert(ulps(0.0, 1.0) == 0x3FF0'0000'0000'0000u, "the rank of 1.0 is its bit pattern");
static_assert(ulps(0.0f, 1.0f) == 0x3F80'0000u);
static_assert(identical(3, 3) && !identical(3, 4), "integers compare as they always do");

}  // namespace

BOOST_AUTO_TEST_SUITE(compare)

BOOST_AUTO_TEST_CASE(neighbours_are_one_step_apart) {
  for (const double x : {1.0, -1.0, 1e300, -1e-300, 0.1, 1024.0, 5e-324, -0.0}) {
    BOOST_TEST(ulps(x, std::nextafter(x, inf_of<double>)) == 1u);
    BOOST_TEST(ulps(std::nextafter(x, -inf_of<double>), x) == 1u);
  }
  for (const float x : {1.0f, -1.0f, 1e30f, -1e-30f, 1e-45f}) {
    BOOST_TEST(ulps(x, std::nextafter(x, inf_of<float>)) == 1u);
  }
}

BOOST_AUTO_TEST_CASE(a_slope_of_the_wrong_sign_is_never_close) {
  // The hole of a relative error divided by a signed reference: it is negative and "small".
  BOOST_TEST(ulps(2.0, -2.0) > 1u << 30);
  BOOST_TEST(!support::is_within(1u << 30, 2.0, -2.0));
}

BOOST_AUTO_TEST_CASE(verdicts_agree_with_the_comparison_and_show_both_numbers) {
  BOOST_TEST(!!support::is_identical(1.0, 1.0));
  BOOST_TEST(!support::is_identical(0.0, -0.0));
  BOOST_TEST(!!support::is_equal(0.0, -0.0));
  BOOST_TEST(!support::is_equal(0.0, nan_of<double>));
  BOOST_TEST(!!support::is_within(1, 1.0, std::nextafter(1.0, 2.0)));
  auto verdict = support::is_within(1, 1.0, 1.5);
  BOOST_TEST(!verdict);
  const std::string text = verdict.message().str();
  BOOST_TEST(text.find("got 1, expected about 1.5") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
