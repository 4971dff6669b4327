// vsum(g) and vmean(g): sums over points, of functions and recordings; by threads to the last bit.
#include <ctgrad/batch/batch.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <span>
#include <vector>

#ifdef CTGRAD_PARALLEL
#include <execution>
#endif

#include "../support/compare.hpp"
#include "../support/counted_allocation.hpp"

namespace cg = ctgrad;
using cg::relu;
using support::is_identical;

namespace {

constexpr auto loss = [](const auto& w, auto x, auto y) {
  const auto e = w[0] + w[1] * x + w[2] * x * x - y;
  return e * e + relu(e);
};

std::vector<double> random(std::size_t n, unsigned seed) {
  std::mt19937 generator(seed);
  std::uniform_real_distribution<double> uniform(-1, 1);
  std::vector<double> x(n);
  for (double& number : x) number = uniform(generator);
  return x;
}

const std::array w{0.5, -0.25, 0.125};

}  // namespace

// Sums of n numbers of magnitude up to 16, in any order, each rounded a few times.
BOOST_AUTO_TEST_CASE(the_sum_over_the_points) {
  const auto g = cg::value_and_gradient<cg::wrt<0>>(loss);
  const auto r = cg::value_and_gradient<cg::wrt<0>>(cg::record(loss, w, 0.0, 0.0));
  for (const std::size_t n : {0U, 1U, 5U, 511U, 512U, 513U, 3000U, 40'000U}) {
    const auto x = random(n, 1), y = random(n, 2);
    const auto s = cg::vsum(g)(w, x, y), t = cg::vsum(r)(w, x, y);
    std::array<double, 4> expected{};
    for (std::size_t i = 0; i < n; ++i) {
      const auto one = g(w, x[i], y[i]);
      expected[0] += one.value;
      for (std::size_t k = 0; k < 3; ++k) expected[k + 1] += one.gradient[k];
    }
    const double bound = 1e-15 * 16 * static_cast<double>(n + 1) + 1e-14 * expected[0];
    BOOST_TEST(std::abs(s.value - expected[0]) <= bound);
    BOOST_TEST(std::abs(t.value - expected[0]) <= bound);
    for (std::size_t k = 0; k < 3; ++k) {
      BOOST_TEST(std::abs(s.gradient[k] - expected[k + 1]) <= bound);
      BOOST_TEST(std::abs(t.gradient[k] - expected[k + 1]) <= bound);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_mean) {
  const auto x = random(1000, 1), y = random(1000, 2);
  const auto g = cg::value_and_gradient<cg::wrt<0>>(loss);
  const auto sum = cg::vsum(g)(w, x, y), mean = cg::vmean(g)(w, x, y);
  BOOST_TEST(is_identical(mean.value, sum.value / 1000));
  for (std::size_t k = 0; k < 3; ++k) {
    BOOST_TEST(is_identical(mean.gradient[k], sum.gradient[k] / 1000));
  }
}

#ifdef CTGRAD_PARALLEL
BOOST_AUTO_TEST_CASE(threads_change_no_bit) {
  const auto x = random(100'001, 1), y = random(100'001, 2);
  const auto g = cg::value_and_gradient<cg::wrt<0>>(loss);
  const auto r = cg::value_and_gradient<cg::wrt<0>>(cg::record(loss, w, 0.0, 0.0));
  const auto same = [](const auto& a, const auto& b) {
    return a.value == b.value && a.gradient == b.gradient;
  };
  BOOST_TEST(same(cg::vsum(std::execution::par, g)(w, x, y), cg::vsum(g)(w, x, y)));
  BOOST_TEST(same(cg::vsum(std::execution::par_unseq, r)(w, x, y), cg::vsum(r)(w, x, y)));
  BOOST_TEST(same(cg::vmean(std::execution::seq, r)(w, x, y), cg::vmean(r)(w, x, y)));
  BOOST_TEST(same(cg::vmap(std::execution::par, r)(w, x, y), cg::vmap(r)(w, x, y)));
  BOOST_TEST(same(cg::vmap(std::execution::par, g)(w, x, y), cg::vmap(g)(w, x, y)));
}
#endif

BOOST_AUTO_TEST_CASE(memory_does_not_grow_with_the_points) {
  const auto x = random(100'000, 1), y = random(100'000, 2);
  const auto g = cg::vsum(cg::value_and_gradient<cg::wrt<0>>(loss));
  const auto bytes = [&](std::size_t n) {
    const std::span<const double> some(x.data(), n), other(y.data(), n);
    const std::size_t before = support::allocated_bytes;
    static_cast<void>(g(w, some, other));
    return support::allocated_bytes - before;
  };
  BOOST_TEST(bytes(100'000) <= bytes(64 * 512));  // 64 parts at most
}

// An operand that is inactive contributes exactly 0, even beside an infinity: the quick program of
// a recording cannot know it, and is not believed.
BOOST_AUTO_TEST_CASE(an_inactive_operand_beside_infinity) {
  const auto f = [](const auto& p, auto x) { return relu(p[0] * x) * p[1] + relu(p[1] - x); };
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<double> x{1, -2, 0.5, 3, -1, 4, 2, -3, 1};
  const auto r = cg::value_and_gradient<cg::wrt<0>>(cg::record(f, std::array{1.0, 1.0}, 1.0));
  const std::array p{-0.0, inf};
  const auto mapped = cg::vmap(r)(p, x);
  const auto sum = cg::vsum(r)(p, x);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto one = r(p, x[i]);
    BOOST_TEST(is_identical(mapped.gradient[0][i], one.gradient[0]));
    BOOST_TEST(is_identical(mapped.gradient[1][i], one.gradient[1]));
  }
  BOOST_TEST(sum.gradient[0] == 0);
}

BOOST_AUTO_TEST_CASE(rows_and_columns_of_a_data_set) {
  const std::size_t width = 5, n = 300;
  const auto numbers = random(width * n, 3), weights = random(width, 4);
  std::vector<std::vector<double>> columns(width, std::vector<double>(n));
  for (std::size_t i = 0; i < numbers.size(); ++i) columns[i % width][i / width] = numbers[i];
  const auto f = [](const auto& v, const auto& x) {
    auto y = v[0] * x[0];
    for (std::size_t i = 1; i < x.size(); ++i) y = y + v[i] * x[i];
    return y * y;
  };
  const auto g = cg::gradient<cg::wrt<0>>(cg::record(f, weights, std::vector<double>(width)));
  const auto by_rows = cg::vsum(g)(weights, cg::rows(numbers, width));
  const auto by_columns = cg::vsum(g)(weights, columns);
  BOOST_TEST(by_rows.size() == width);
  for (std::size_t k = 0; k < width; ++k) {
    BOOST_TEST(by_rows[k] == by_columns[k], boost::test_tools::tolerance(1e-14));
  }
}

// A factor is taken out of a sum over points only if nothing overflows by it.
BOOST_AUTO_TEST_CASE(a_sum_that_overflows_without_its_factor) {
  const auto r = cg::record([](auto u, auto v) { return u * v; }, 1.0, 1.0);
  const double inf = std::numeric_limits<double>::infinity();
  BOOST_TEST(cg::vsum(r)(1e-300, std::vector{1e308, 1e308}) == 2e8,
             boost::test_tools::tolerance(1e-15));
  BOOST_TEST(std::isnan(cg::vsum(r)(inf, std::vector{1.0, -0.5})));
}
