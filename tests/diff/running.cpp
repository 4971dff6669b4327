// Derivatives as straight-line code and by interpretation: the same numbers, whatever the length.
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>
#include <tuple>
#include <vector>

#include "../support/compare.hpp"

namespace cg = ctgrad;

namespace {

using cg::detail::way;
using support::is_identical;

template <class D, class... Args>
constexpr way way_of(const D&, const Args&...) {
  return D::template call<Args...>::how;
}

// -- functions of any length -------------------------------------------------------------------

/// y <- y + x sin y, 3 operations per step.
template <int Steps>
constexpr auto chain = [](auto x) {
  auto y = x;
  for (int i = 0; i < Steps; ++i) y = y + x * sin(y);
  return y;
};

/// Its value and derivative: dy <- dy + sin y + x cos(y) dy.
std::array<long double, 2> chain_by_hand(int steps, long double x) {
  long double y = x, slope = 1;
  for (int i = 0; i < steps; ++i) {
    slope += std::sin(y) + x * std::cos(y) * slope;
    y += x * std::sin(y);
  }
  return {y, slope};
}

/// All steps contract, so an error of a rounding in each is the most there can be.
bool is_near(double computed, long double truth, int steps) {
  const long double each = 4 * std::numeric_limits<double>::epsilon();
  return std::abs(static_cast<long double>(computed) - truth) <= steps * each * std::abs(truth);
}

constexpr auto mixed = [](const auto& x, auto c) {
  return exp(x[0] * c) / (x[1] + 2) + where(x[2] > c, x[2] * x[2], sin(x[2])) + relu(x[3] - c);
};
constexpr auto polar = [](auto r, auto angle) {
  return std::tuple{r * cos(angle), r * sin(angle)};
};

constexpr std::array<double, 4> point{0.5, 1.25, -0.75, 3};

// -- which way ---------------------------------------------------------------------------------

static_assert(way_of(cg::gradient(chain<5>), 1.0) == way::unrolled);
static_assert(way_of(cg::gradient<cg::interpreted>(chain<5>), 1.0) == way::interpreted);
static_assert(way_of(cg::gradient<cg::wrt<0>, cg::interpreted>(mixed), point, 1.0) ==
              way::interpreted);
static_assert(way_of(cg::gradient(chain<6667>), 1.0) == way::interpreted);
static_assert(way_of(cg::gradient<cg::unrolled>(chain<100>), 1.0) == way::unrolled);

using fifty_digits = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                                   boost::multiprecision::et_off>;
static_assert(decltype(cg::gradient<cg::interpreted>(chain<5>))::call<fifty_digits>::how ==
              way::unrolled);

// -- in constant expressions -------------------------------------------------------------------

constexpr auto square_sum = [](auto x, auto y) { return x * x * y + y; };
static_assert(cg::gradient<cg::interpreted>(square_sum)(3.0, 2.0) == std::array{12.0, 10.0});
static_assert(cg::gradient<cg::interpreted>(square_sum)(3.0f, 2.0f) == std::array{12.0f, 10.0f});

// -- an op that calls a derivative itself ------------------------------------------------------

struct inner_slope : cg::op<"inner_slope", 1> {
  static auto value(const auto& x) { return cg::gradient<cg::interpreted>(chain<4>)(x)[0]; }
  static auto partials(const auto& x, const auto&) { return std::tuple{x}; }
};
constexpr auto outer = [](auto x) { return cg::apply<inner_slope>(x) * exp(x) + x; };

template <class A, class B>
bool all_identical(const A& a, const B& b) {
  bool same = true;
  std::vector<double> other;
  cg::detail::for_each_leaf(b, [&](const auto& leaf) { other.push_back(leaf); });
  std::size_t next = 0;
  cg::detail::for_each_leaf(
      a, [&](const auto& leaf) { same = is_identical(leaf, other[next++]) && same; });
  return same && next == other.size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(running)

BOOST_AUTO_TEST_CASE(both_ways_give_the_same_bits) {
  for (const double c : {-1.0, 0.0, 0.75, 5.0}) {
    BOOST_TEST(all_identical(cg::gradient<cg::interpreted>(mixed)(point, c),
                             cg::gradient<cg::unrolled>(mixed)(point, c)));
    const auto [u, h] = cg::value_and_hessian<cg::wrt<0>>(mixed)(point, c);
    const auto [v, k] = cg::value_and_hessian<cg::wrt<0>, cg::interpreted>(mixed)(point, c);
    BOOST_TEST(is_identical(u, v));
    for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(all_identical(h[i], k[i]));
    const std::array<double, 2> at{c, 0.3};
    BOOST_TEST(all_identical(cg::jvp<cg::interpreted>(polar)(at, std::array{1.0, -c}),
                             cg::jvp(polar)(at, std::array{1.0, -c})));
  }
}

BOOST_AUTO_TEST_CASE(results_have_the_structure_of_the_arguments) {
  const auto gradient = cg::gradient<cg::interpreted>(mixed)(point, 1.0);
  static_assert(
      std::is_same_v<decltype(gradient), const std::tuple<std::array<double, 4>, double>>);
  BOOST_TEST(std::get<0>(gradient)[3] == 1);  // relu(3 - 1)
  BOOST_TEST(std::get<1>(cg::jacobian<cg::interpreted>(polar)(2.0, 0.0))[1] == 2);
}

BOOST_AUTO_TEST_CASE(a_function_of_20000_operations) {
  for (const double x : {-0.0005, 0.00025, 0.001}) {
    const auto [value, gradient] = cg::value_and_gradient(chain<6667>)(x);
    const auto truth = chain_by_hand(6667, x);
    BOOST_TEST(is_near(value, truth[0], 6667));
    BOOST_TEST(is_near(gradient[0], truth[1], 6667));
  }
}

BOOST_AUTO_TEST_CASE(values_have_the_bits_of_the_function_whatever_its_length) {
  for (const double x : {0.125, -0.003}) {
    BOOST_TEST(is_identical(cg::value_and_gradient(chain<5>)(x).value, chain<5>(x)));
    BOOST_TEST(is_identical(cg::value_and_gradient(chain<1500>)(x).value, chain<1500>(x)));
  }
}

BOOST_AUTO_TEST_CASE(lengths_on_both_sides_of_the_limits) {
  const auto check = [](auto steps) {
    constexpr int n = decltype(steps)::value;
    BOOST_TEST(is_near(cg::gradient(chain<n>)(0.002)[0], chain_by_hand(n, 0.002)[1], n));
  };
  check(std::integral_constant<int, 60>{});
  check(std::integral_constant<int, 150>{});
  check(std::integral_constant<int, 700>{});
}

BOOST_AUTO_TEST_CASE(the_first_call_may_come_from_several_threads) {
  constexpr std::size_t threads = 8;
  std::array<double, threads> slopes{};
  std::atomic<std::size_t> ready = 0;
  std::vector<std::thread> team;
  for (std::size_t i = 0; i < threads; ++i) {
    team.emplace_back([&slopes, &ready, i] {
      for (++ready; ready < threads;) {
      }
      slopes[i] = cg::gradient(chain<5000>)(0.0005)[0];
    });
  }
  for (auto& each : team) each.join();
  for (const double slope : slopes) BOOST_TEST(is_identical(slope, slopes[0]));
  BOOST_TEST(is_near(slopes[0], chain_by_hand(5000, 0.0005)[1], 5000));
}

BOOST_AUTO_TEST_CASE(an_op_may_call_an_interpreted_derivative) {
  const double slope = cg::gradient<cg::interpreted>(chain<4>)(0.5)[0];
  const auto [value, gradient] = cg::value_and_gradient<cg::interpreted>(outer)(0.5);
  BOOST_TEST(is_identical(value, slope * std::exp(0.5) + 0.5));
  BOOST_TEST(is_identical(gradient[0], 0.5 * std::exp(0.5) + slope * std::exp(0.5) + 1));
}

BOOST_AUTO_TEST_CASE(numbers_of_a_class_are_always_unrolled) {
  const fifty_digits x = fifty_digits(1) / 3;
  BOOST_TEST(
      (cg::gradient<cg::interpreted>(square_sum)(x, x)[0] == cg::gradient(square_sum)(x, x)[0]));
}

BOOST_AUTO_TEST_SUITE_END()
