// Functions that are written with other ops: clamp, activations, smooth replacements.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include "../support/compare.hpp"
#include "../support/engines.hpp"
#include "../support/oracle.hpp"

namespace {

using support::is_within;

/// f against the truth at x, in functions, formulas and Values.
template <class F>
void check(const F& f, double x, std::uint64_t bound = 4) {
  const auto truth = static_cast<double>(support::partial(f, std::array{x}, 0));
  BOOST_TEST_CONTEXT("at " << x) {
    BOOST_TEST(is_within(bound, support::by_function(f, std::array{x}).gradient[0], truth));
    BOOST_TEST(is_within(bound, support::by_formula(f, std::array{x}).gradient[0], truth));
    BOOST_TEST(is_within(bound, support::by_tape(f, std::array{x}).gradient[0], truth));
  }
}

double slope(const auto& f, double x) {
  const double by_function = ctgrad::derivative(f)(x);
  BOOST_TEST(support::is_equal(support::by_tape(f, std::array{x}).gradient[0], by_function));
  return by_function;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(smooth)

BOOST_AUTO_TEST_CASE(activations) {
  for (const double x : {-8.0, -3.0, -0.5, 0.25, 1.0, 4.0, 30.0}) {
    check([](auto t) { return ctgrad::silu(t); }, x, 8);
    check([](auto t) { return ctgrad::gelu(t); }, x, 64);  // the two terms cancel around -0.75
    check([](auto t) { return ctgrad::leaky_relu(t); }, x);
    check([](auto t) { return ctgrad::elu(t); }, x);
    check([](auto t) { return ctgrad::elu(t, 0.5); }, x);
  }
  BOOST_TEST(slope([](auto t) { return ctgrad::leaky_relu(t); }, 0) == 0.01);
  BOOST_TEST(slope([](auto t) { return ctgrad::elu(t); }, 0) == 1);
  BOOST_TEST(slope([](auto t) { return ctgrad::elu(t, 0.5); }, 0) == 0.5);
  static_assert(std::is_same_v<decltype(ctgrad::leaky_relu(-1.0f)), float>);
  static_assert(std::is_same_v<decltype(ctgrad::gelu(-1.0f)), float>);
}

BOOST_AUTO_TEST_CASE(clamp_shares_a_tie_with_its_bound) {
  constexpr auto f = [](auto t) { return ctgrad::clamp(t, -1.0, 2.0); };
  BOOST_TEST(slope(f, -3) == 0);
  BOOST_TEST(slope(f, -1) == 0.5);
  BOOST_TEST(slope(f, 0) == 1);
  BOOST_TEST(slope(f, 2) == 0.5);
  BOOST_TEST(slope(f, 5) == 0);
  constexpr auto bounds = [](auto low, auto high) { return ctgrad::clamp(3.0, low, high); };
  static_assert(ctgrad::gradient(bounds)(3.0, 4.0) == std::array{0.5, 0.0});
  static_assert(ctgrad::gradient(bounds)(0.0, 1.0) == std::array{0.0, 1.0});
  static_assert(ctgrad::clamp(5, 0, 3) == 3 && ctgrad::clamp(-0.5, 0.0, 1.0) == 0);
}

BOOST_AUTO_TEST_CASE(smooth_abs_and_max_have_no_kink) {
  for (const double x : {-3.0, -0.1, 0.1, 2.0}) {
    check([](auto t) { return ctgrad::smooth_abs(t, 0.25); }, x);
    check([](auto t) { return ctgrad::smooth_max(t, 0.5, 0.25); }, x, 16);
  }
  BOOST_TEST(slope([](auto t) { return ctgrad::smooth_abs(t, 0.25); }, 0) == 0);
  BOOST_TEST(slope([](auto t) { return ctgrad::smooth_max(t, 1.0, 0.25); }, 1) == 0.5);
  BOOST_TEST(ctgrad::smooth_abs(3.0, 0.001) - 3 <= 0.001);
}

BOOST_AUTO_TEST_CASE(powers_of_a_number_in_the_type) {
  static_assert(ctgrad::pow<3>(2.0) == 8 && ctgrad::pow<-2>(2.0) == 0.25);
  static_assert(ctgrad::derivative([](auto t) { return ctgrad::pow<3>(t); })(-2.0) == 12);
}

BOOST_AUTO_TEST_CASE(detached_is_constant) {
  static_assert(ctgrad::derivative([](auto t) { return t * ctgrad::detach(t); })(3.0) == 3);
  BOOST_TEST(slope([](auto t) { return t * ctgrad::detach(t); }, 3) == 3);
}

BOOST_AUTO_TEST_SUITE_END()
