// The judge is judged first: slopes by differences against slopes that are known.
#include <ctgrad/check/difference.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstddef>
#include <limits>

namespace {

using ctgrad::detail::slope;
using ctgrad::detail::slope_kind;
using ctgrad::detail::slope_of;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct tally {
  int wrong = 0, loose = 0;
};

/// At 500 points: how often the estimate is exceeded ten times, and how often it is above `rough`
/// of the slope.
template <class F, class D>
tally compare(F f, D d, double low, double high, double rough) {
  tally result;
  for (int i = 0; i < 500; ++i) {
    const double x = low + (high - low) * (i + 0.437) / 500;
    const slope s = slope_of(f, x);
    if (s.kind != slope_kind::smooth || !(std::abs(s.value - d(x)) <= 10 * s.error())) {
      ++result.wrong;
    }
    if (s.error() > rough * std::abs(d(x))) ++result.loose;
  }
  return result;
}

#define CHECK_SLOPES(...)                     \
  {                                           \
    const tally found = compare(__VA_ARGS__); \
    BOOST_TEST(found.wrong == 0);             \
    BOOST_TEST(found.loose <= 5);             \
  }

}  // namespace

BOOST_AUTO_TEST_SUITE(difference)

BOOST_AUTO_TEST_CASE(the_estimate_of_the_error_is_true_and_small) {
  using std::cos, std::exp, std::log, std::sin;
  CHECK_SLOPES([](double x) { return exp(x); }, [](double x) { return exp(x); }, -20, 20, 1e-10);
  CHECK_SLOPES([](double x) { return 3 * x - 1; }, [](double) { return 3.0; }, -9, 9, 1e-11);
  CHECK_SLOPES([](double x) { return log(x); }, [](double x) { return 1 / x; }, 0, 3, 1e-9);
  CHECK_SLOPES([](double x) { return sin(x); }, [](double x) { return cos(x); }, -50, 50, 1e-8);
  CHECK_SLOPES([](double x) { return std::tanh(x); },
               [](double x) { return 1 / (std::cosh(x) * std::cosh(x)); }, -6, 6, 1e-7);
}

BOOST_AUTO_TEST_CASE(poles_and_fast_oscillations_only_cost_smaller_steps) {
  CHECK_SLOPES([](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); }, 0, 0.01,
               1e-8);
  CHECK_SLOPES([](double x) { return std::sin(1e3 * x); },
               [](double x) { return 1e3 * std::cos(1e3 * x); }, -1, 1, 1e-6);
  BOOST_TEST(std::abs(slope_of([](double x) { return std::log(x); }, 1e-20).value / 1e20 - 1) <
             1e-10);
  BOOST_TEST(std::abs(slope_of([](double x) { return std::sqrt(x); }, 1e-300).value / 5e149 - 1) <
             1e-10);
}

BOOST_AUTO_TEST_CASE(noise_in_the_values_is_noticed) {
  const auto noisy = [](double x) { return (x * x + 1e6) - 1e6; };
  CHECK_SLOPES(noisy, [](double x) { return 2 * x; }, 1, 3, 1e-5);
  BOOST_TEST(slope_of(noisy, 1.3).error() > 1e-10);
  BOOST_TEST(slope_of([](double x) { return x * x; }, 1.3).error() < 1e-11);
}

BOOST_AUTO_TEST_CASE(a_constant_has_slope_0_without_error_worth_mentioning) {
  for (const double x : {0.0, 1.0, -1e10, 1e-300}) {
    const slope s = slope_of([](double) { return 7.0; }, x);
    BOOST_TEST(int(s.kind) == int(slope_kind::smooth));
    BOOST_TEST(s.value == 0);
  }
  BOOST_TEST(slope_of([](double) { return 0.0; }, 1.0).error() < 1e-300);
}

BOOST_AUTO_TEST_CASE(kinks_are_found_with_the_slopes_on_both_sides) {
  const slope a = slope_of([](double x) { return std::abs(x); }, 0);
  BOOST_TEST(int(a.kind) == int(slope_kind::kink));
  BOOST_TEST(std::abs(a.left + 1) < 1e-6);
  BOOST_TEST(std::abs(a.right - 1) < 1e-6);
  const slope b =
      slope_of([](double x) { return std::max(x * x, 4 + std::sin(x - 2)); }, 2);  // 1 and 4
  BOOST_TEST(int(b.kind) == int(slope_kind::kink));
  BOOST_TEST(std::abs(b.left - 1) < 1e-4);
  BOOST_TEST(std::abs(b.right - 4) < 1e-4);
}

BOOST_AUTO_TEST_CASE(next_to_a_kink_there_is_none) {
  for (const double x : {1e-3, 1e-6, 1e-12, 1e-30}) {
    const slope right = slope_of([](double t) { return std::max(t, 0.0); }, x);
    BOOST_TEST(int(right.kind) == int(slope_kind::smooth));
    BOOST_TEST(std::abs(right.value - 1) < 1e-6);
    const slope left = slope_of([](double t) { return std::max(t, 0.0); }, -x);
    BOOST_TEST(int(left.kind) == int(slope_kind::smooth));
    BOOST_TEST(left.value == 0);
  }
}

BOOST_AUTO_TEST_CASE(what_is_once_differentiable_is_no_kink) {
  const slope s = slope_of([](double x) { return x * std::abs(x); }, 0);
  BOOST_TEST(int(s.kind) != int(slope_kind::kink));
  BOOST_TEST(int(slope_of([](double x) { return std::pow(std::abs(x), 1.5); }, 0).kind) !=
             int(slope_kind::kink));
}

BOOST_AUTO_TEST_CASE(jumps_and_infinite_slopes_do_not_settle) {
  BOOST_TEST(int(slope_of([](double x) { return std::floor(x); }, 1).kind) ==
             int(slope_kind::unsettled));
  BOOST_TEST(int(slope_of([](double x) { return x < 0 ? -1.0 : 1.0; }, 0).kind) ==
             int(slope_kind::unsettled));
  BOOST_TEST(int(slope_of([](double x) { return std::cbrt(x); }, 0).kind) ==
             int(slope_kind::unsettled));
}

BOOST_AUTO_TEST_CASE(where_the_function_is_not_finite_is_said) {
  const slope end = slope_of([](double x) { return std::sqrt(x); }, 0);
  BOOST_TEST(int(end.kind) == int(slope_kind::not_finite));
  BOOST_TEST(end.bad_at < 0);
  const slope pole = slope_of([](double x) { return 1 / x; }, 0);
  BOOST_TEST(int(pole.kind) == int(slope_kind::not_finite));
  BOOST_TEST(pole.bad_at == 0);
  const slope nowhere = slope_of([](double) { return not_a_number; }, 3);
  BOOST_TEST(int(nowhere.kind) == int(slope_kind::not_finite));
  const slope inside = slope_of([](double x) { return x > 1 ? not_a_number : x; }, 1);
  BOOST_TEST(int(inside.kind) == int(slope_kind::not_finite));
  BOOST_TEST(inside.bad_at > 1);
}

BOOST_AUTO_TEST_SUITE_END()
