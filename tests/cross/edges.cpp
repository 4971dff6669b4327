// Where functions stop being smooth or finite, all engines say the same: the same NaN, the same
// infinity, the same 0 for what is not active.
#include <boost/test/unit_test.hpp>

#include <cmath>

#include "../support/compare.hpp"
#include "../support/engines.hpp"

namespace {

using namespace support::functions;

constexpr double inf = support::inf_of<double>;
constexpr std::array grid{-inf, -1e200, -2.0,   -1.0, -5e-324,
                          -0.0, 0.0,    5e-324, 0.5,  1.0,
                          2.0,  800.0,  1e200,  inf,  support::nan_of<double>};

constexpr double least = 5e-324;

template <std::size_t N>
void check_outcome(const support::outcome<N>& got, const support::outcome<N>& expected,
                   std::uint64_t steps = 4) {
  BOOST_TEST(support::is_identical(got.value, expected.value));
  for (std::size_t k = 0; k < N; ++k) {
    BOOST_TEST_CONTEXT("partial " << k) {
      BOOST_TEST(support::is_within(steps, got.gradient[k], expected.gradient[k]));
    }
  }
}

bool never(const std::array<double, 2>&) {
  return false;
}
bool with_a_least_number(const std::array<double, 2>& x) {
  return std::abs(x[0]) == least || std::abs(x[1]) == least;
}

/// The same for an engine on numbers: Values and duals. Where a rule says 1/x and x is the least
/// number, its partial is infinite, and so is what they multiply it by. A program divides by x
/// instead: v/x is a number. At such a point a partial that is no number is not compared; what the
/// program's is, the case `quotients_of_least_numbers` states.
void check_numbers(support::outcome<2> got, const support::outcome<2>& expected,
                   bool overflows = false, std::uint64_t steps = 4) {
  for (std::size_t k = 0; k < 2; ++k) {
    if (overflows && !std::isfinite(got.gradient[k])) got.gradient[k] = expected.gradient[k];
  }
  check_outcome(got, expected, steps);
}

void at_pairs(const auto& check) {
  for (const double a : grid) {
    for (const double b : grid) {
      BOOST_TEST_CONTEXT("at " << a << ", " << b) {
        check(std::array{a, b});
      }
    }
  }
}

/// All engines that go backwards agree on f at all pairs of the grid.
template <class F>
void check_reverse(const F& f, const auto& overflows) {
  at_pairs([&](const std::array<double, 2>& x) {
    const auto function = support::by_function(f, x);
    BOOST_TEST(support::is_identical(function.value, static_cast<double>(f(x[0], x[1]))));
    check_numbers(support::by_tape(f, x), function, overflows(x));
    check_outcome(support::by_formula(f, x), function);
    check_outcome(support::by_interpreter(f, x), function);
  });
}

/// All engines agree on f at all pairs of the grid. Where both numbers are huge, a product that
/// forward mode takes first may overflow where that of the reverse sweep does not.
template <class F>
void check_pairs(const F& f, bool (*overflows)(const std::array<double, 2>&) = never) {
  check_reverse(f, overflows);
  at_pairs([&](const std::array<double, 2>& x) {
    if (std::abs(x[0]) == 1e200 && std::abs(x[1]) == 1e200) return;
    check_numbers(support::by_dual(f, x), support::by_function(f, x), overflows(x));
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(edges)

BOOST_AUTO_TEST_CASE(arithmetic) {
  check_pairs([](auto x, auto y) { return x * y; });
  check_pairs([](auto x, auto y) { return x / y - y; });
}

BOOST_AUTO_TEST_CASE(an_infinite_slope_meets_a_zero) {
  check_pairs([](auto x, auto y) { return sqrt(x) * y; });
  check_pairs([](auto x, auto y) { return log(x) * y + x; }, with_a_least_number);
}

BOOST_AUTO_TEST_CASE(an_overflow_meets_a_zero) {
  check_pairs([](auto x, auto y) { return exp(x) * sigmoid(y); });
}

BOOST_AUTO_TEST_CASE(powers) {
  check_pairs([](auto x, auto y) { return pow(x, y); });
  check_pairs([](auto x, auto y) { return pow(x, 3) + pow(y, 0.5) + pow(y, 0); });
}

BOOST_AUTO_TEST_CASE(kinks) {
  check_pairs([](auto x, auto y) { return relu(x) * relu(y - x); });
  check_pairs([](auto x, auto y) { return abs(x * y) + abs(x); });
  check_pairs([](auto x, auto y) { return max(x, y) * min(x, 2 * y); });
}

BOOST_AUTO_TEST_CASE(branches_that_are_not_taken) {
  check_pairs([](auto x, auto y) { return where(x > y, sqrt(x - y), y * y); });
  check_pairs([](auto x, auto y) { return relu(sqrt(x)) + max(log(x), y); });
  check_pairs(
      [](auto x, auto y) {
        return where(x > 0 && y > 0, log(x * y), where(x < y, exp(x), exp(y)) * relu(x + y));
      },
      with_a_least_number);
}

// (a + b)*y is what forward mode computes and a*y + b*y is what the reverse sweep does. The sums
// differ in rounding, and for an infinite y, where inf - inf is NaN.
BOOST_AUTO_TEST_CASE(a_branch_with_a_singularity) {
  const auto f = [](auto x, auto y) { return where(x != 0, sin(x) / x, 1) * y; };
  // Values have 0 * inf for an infinite y where sin(x) / x / x underflows
  const auto overflows = [](const std::array<double, 2>& x) {
    return with_a_least_number(x) || (std::abs(x[0]) == 1e200 && std::isinf(x[1]));
  };
  check_reverse(f, overflows);
  at_pairs([&](const auto& x) {
    if (std::isinf(x[1])) return;
    check_numbers(support::by_dual(f, x), support::by_function(f, x), overflows(x), 10);
  });
  // y (cos x - sin(x) / x) / x
  BOOST_TEST(support::by_function(f, std::array{1e200, inf}).gradient[0] == std::cos(1e200) * inf);
  BOOST_TEST(support::by_dual(f, std::array{1.0, inf}).gradient[0] == -inf);
  BOOST_TEST(std::isnan(support::by_function(f, std::array{1.0, inf}).gradient[0]));
}

BOOST_AUTO_TEST_CASE(branches_of_a_common_part) {
  // the root is used by both: active in one branch, not in the other
  check_pairs([](auto x, auto y) {
    auto root = sqrt(x);
    return where(x > 0, root, y) + where(y > 0, root, x);
  });
  check_pairs(
      [](auto x, auto y) {
        auto inner = relu(log(x) * y);
        return inner * inner + where(inner > 1, y, inner);
      },
      with_a_least_number);
}

BOOST_AUTO_TEST_CASE(quotients_of_least_numbers) {
  const auto slope = [](const auto& f, double x, double y) {
    return support::by_function(f, std::array{x, y}).gradient;
  };
  const auto logarithm = [](auto x, auto y) { return log(x) * y + x; };  // y/x + 1
  BOOST_TEST(slope(logarithm, least, least)[0] == 2);
  BOOST_TEST(slope(logarithm, least, 2 * least)[0] == 3);
  BOOST_TEST(slope(logarithm, least, 0.0)[0] == 1);
  BOOST_TEST(slope(logarithm, least, 1.0)[0] == inf);
  const auto of_product = [](auto x, auto y) { return where(x > 0, log(x * y), 0); };  // 1/y
  BOOST_TEST(slope(of_product, least, 2.0)[1] == 0.5);
  const auto sinc = [](auto x, auto y) { return where(x != 0, sin(x) / x, 1) * y; };
  BOOST_TEST(slope(sinc, least, least)[0] == 0);
  BOOST_TEST(slope(sinc, least, 0.0)[0] == 0);
}

BOOST_AUTO_TEST_SUITE_END()
