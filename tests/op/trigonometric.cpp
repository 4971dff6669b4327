// sin and cos: they are each other's derivatives, bit for bit.
#include <ctgrad/op/trigonometric.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using support::is_equal;
using support::is_identical;
using namespace support::functions;

constexpr auto sine = [](auto x) { return sin(x); };
constexpr auto cosine = [](auto x) { return cos(x); };

}  // namespace

BOOST_AUTO_TEST_SUITE(trigonometric)

BOOST_AUTO_TEST_CASE(derivatives_are_exact) {
  for (const double x : {-100.0, -1.0, -0.0, 0.0, 1e-300, 0.5, 1.5707963267948966, 3.0, 1e10}) {
    const std::array point{x};
    for (const auto& r : {support::by_function(sine, point), support::by_formula(sine, point),
                          support::by_tape(sine, point)}) {
      BOOST_TEST(is_identical(r.value, std::sin(x)));
      BOOST_TEST(is_identical(r.gradient[0], std::cos(x)));
    }
    for (const auto& r : {support::by_function(cosine, point), support::by_formula(cosine, point),
                          support::by_tape(cosine, point)}) {
      BOOST_TEST(is_identical(r.value, std::cos(x)));
      BOOST_TEST(is_equal(r.gradient[0], -std::sin(x)));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_fourth_derivative_is_the_function) {
  for (const double x : {-7.0, 0.25, 2.0}) {
    BOOST_TEST(is_identical(ctgrad::derivative<2>(sine)(x), -std::sin(x)));
    BOOST_TEST(is_identical(ctgrad::derivative<3>(sine)(x), -std::cos(x)));
    BOOST_TEST(is_identical(ctgrad::derivative<4>(sine)(x), std::sin(x)));
    BOOST_TEST(is_identical(ctgrad::derivative<4>(cosine)(x), std::cos(x)));
    BOOST_TEST(is_identical(ctgrad::derivative<9>(sine)(x), std::cos(x)));
  }
}

BOOST_AUTO_TEST_CASE(infinity_has_neither_value_nor_slope) {
  const auto r = support::by_tape(sine, std::array{support::inf_of<double>});
  BOOST_TEST(is_identical(r.value, support::nan_of<double>));
  BOOST_TEST(is_identical(r.gradient[0], support::nan_of<double>));
}

#if defined(__GNUC__) && !defined(__clang__)
static_assert(ctgrad::gradient(sine)(0.0)[0] == 1 && ctgrad::derivative<3>(sine)(0.0) == -1);
#endif

BOOST_AUTO_TEST_SUITE_END()
