// tanh: ends of its domain and higher orders.
#include <ctgrad/op/hyperbolic.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using support::is_equal;
using support::is_identical;
using namespace support::functions;

constexpr auto f = [](auto x) { return tanh(x); };

void check(double x, double value, double slope) {
  const std::array point{x};
  for (const auto& r : {support::by_function(f, point), support::by_formula(f, point),
                        support::by_tape(f, point)}) {
    BOOST_TEST(is_identical(r.value, value));
    BOOST_TEST(is_equal(r.gradient[0], slope));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hyperbolic)

BOOST_AUTO_TEST_CASE(tanh_at_the_ends) {
  constexpr double inf = support::inf_of<double>;
  constexpr double nan_ = support::nan_of<double>;
  check(0, 0, 1);
  check(-0.0, -0.0, 1);
  check(inf, 1, 0);
  check(-inf, -1, 0);
  check(1000, 1, 0);
  check(nan_, nan_, nan_);
}

BOOST_AUTO_TEST_CASE(tanh_is_odd_and_its_slope_even) {
  for (double x = 1e-8; x < 10; x *= 1.7) {
    const auto right = support::by_function(f, std::array{x}),
               left = support::by_function(f, std::array{-x});
    BOOST_TEST(is_identical(left.value, -right.value));
    BOOST_TEST(is_identical(left.gradient[0], right.gradient[0]));
  }
}

BOOST_AUTO_TEST_CASE(tanh_at_0_to_the_fifth_order) {
  // tanh x = x - x³/3 + 2x⁵/15 - ...
  BOOST_TEST(ctgrad::derivative<2>(f)(0.0) == 0);
  BOOST_TEST(ctgrad::derivative<3>(f)(0.0) == -2);
  BOOST_TEST(ctgrad::derivative<4>(f)(0.0) == 0);
  BOOST_TEST(ctgrad::derivative<5>(f)(0.0) == 16);
}

#if defined(__GNUC__) && !defined(__clang__)
static_assert(ctgrad::derivative<3>(f)(0.0) == -2);
#endif

BOOST_AUTO_TEST_SUITE_END()
