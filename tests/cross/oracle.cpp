// Gradients of whole functions against central differences in 100 digits, first and second order.
#include "../support/oracle.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "../support/corpus.hpp"

namespace {

using support::error_in_ulps;
using support::partial;

constexpr std::size_t points = 20;

template <class Entry>
void check_gradient(const Entry& entry) {
  double worst = 0;
  for (const auto& x : entry.points(points)) {
    const auto function = support::by_function(entry.f, x), tape = support::by_tape(entry.f, x);
    for (std::size_t k = 0; k < x.size(); ++k) {
      const auto truth = partial(entry.f, x, k);
      worst = std::max({worst, error_in_ulps(function.gradient[k], truth),
                        error_in_ulps(tape.gradient[k], truth)});
    }
  }
  BOOST_TEST_MESSAGE(entry.name << ": " << worst << " ulps");
  BOOST_TEST(worst <= entry.truth);
}

/// The worst error of the second derivative over a few points, in ulps.
template <class F>
double second_order_error(const F& f) {
  double worst = 0;
  for (const double x : {0.3, 0.7, 1.3, 2.1}) {
    const auto truth = support::second_partial(f, std::array{x}, 0, 0);
    worst = std::max(worst, error_in_ulps(ctgrad::derivative<2>(f)(x), truth));
  }
  BOOST_TEST_MESSAGE("second order: " << worst << " ulps");
  return worst;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oracle)

BOOST_AUTO_TEST_CASE(first_order) {
  support::for_each_function([](const auto& entry) {
    BOOST_TEST_CONTEXT(entry.name) {
      check_gradient(entry);
    }
  });
}

BOOST_AUTO_TEST_CASE(second_order) {
  using namespace support::corpus_functions;
  BOOST_TEST(second_order_error([](auto t) { return sum_times_exp(t, 1.25, 0.5); }) <= 1.3);
  BOOST_TEST(second_order_error([](auto t) { return bell(t, 0.25, 0.75); }) <= 1.5);
  BOOST_TEST(second_order_error([](auto t) { return powers(t, t); }) <= 1.4);
  BOOST_TEST(second_order_error([](auto t) { return logistic_loss(t, 1.0, t, 0.5); }) <= 4.5);
  BOOST_TEST(second_order_error([](auto t) { return newton_root(t * t + 1); }) <= 1);
  BOOST_TEST(second_order_error([](auto t) { return where(t < 1, tanh(t), t * abs(t)); }) <= 1.5);
}

BOOST_AUTO_TEST_SUITE_END()
