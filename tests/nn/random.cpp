#include <ctgrad/nn/random.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

using ctgrad::nn::below;
using ctgrad::nn::normal;
using ctgrad::nn::shuffle;

BOOST_AUTO_TEST_SUITE(random_numbers)

BOOST_AUTO_TEST_CASE(whole_numbers_are_equally_frequent) {
  std::mt19937_64 engine(1);
  std::array<int, 7> counts{};
  for (int i = 0; i < 70000; ++i) ++counts.at(below(7, engine));
  for (const int n : counts) BOOST_TEST(std::abs(n - 10000) < 400);  // four deviations
  BOOST_TEST(below(1, engine) == 0U);
}

// Of 3 * 2^62, more than 2^63, every second number of the engine would be one too many.
BOOST_AUTO_TEST_CASE(large_limits_are_not_skewed) {
  std::mt19937_64 engine(2);
  constexpr std::uint64_t quarter = std::uint64_t{1} << 62U;
  std::array<int, 3> counts{};
  for (int i = 0; i < 30000; ++i) ++counts.at(below(3 * quarter, engine) / quarter);
  for (const int n : counts) BOOST_TEST(std::abs(n - 10000) < 350);
}

double below_x(double x) {
  return std::erfc(-x / std::sqrt(2.0)) / 2;
}

// The largest distance between the shares below a number (Kolmogorov) stays within what chance
// gives in 99.9 % of all seeds.
BOOST_AUTO_TEST_CASE(normal_numbers_are_normal) {
  std::mt19937_64 engine(3);
  std::vector<double> numbers(200000);
  for (double& x : numbers) x = normal(engine);
  std::sort(numbers.begin(), numbers.end());
  double distance = 0;
  const auto n = static_cast<double>(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    distance = std::max(distance, std::abs(below_x(numbers[i]) - static_cast<double>(i) / n));
  }
  BOOST_TEST(distance < 1.95 / std::sqrt(n));
  BOOST_TEST(numbers.back() > 4);  // there are tails, which a sum of uniform numbers lacks
  BOOST_TEST(numbers.front() < -4);
}

BOOST_AUTO_TEST_CASE(moments_are_those_of_a_normal_number) {
  std::mt19937_64 engine(4);
  constexpr int n = 1000000;
  double m1 = 0, m2 = 0, m4 = 0;
  for (int i = 0; i < n; ++i) {
    const double x = normal(engine), square = x * x;
    m1 += x / n;
    m2 += square / n;
    m4 += square * square / n;
  }
  BOOST_TEST(std::abs(m1) < 0.004);
  BOOST_TEST(std::abs(m2 - 1) < 0.006);
  BOOST_TEST(std::abs(m4 - 3) < 0.04);
}

// Written down once; a platform on which a digit differs breaks the promise.
BOOST_AUTO_TEST_CASE(a_seed_gives_these_numbers_everywhere) {
  std::mt19937_64 engine(42);
  for (const double expected : {-0x1.a9f67a268aa36p-2, -0x1.c61415a39253cp-2, 0x1.3ae9656310432p+0,
                                -0x1.cf4dcb5962da8p-4}) {
    BOOST_TEST(normal(engine) == expected);
  }
  std::vector<int> order(10);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, engine);
  const std::vector expected_order{7, 0, 8, 4, 3, 2, 5, 1, 6, 9};
  BOOST_TEST(order == expected_order, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(all_orders_are_equally_frequent) {
  std::mt19937_64 engine(5);
  std::map<std::array<int, 4>, int> counts;
  for (int i = 0; i < 24000; ++i) {
    std::array order{1, 2, 3, 4};
    shuffle(order, engine);
    ++counts[order];
  }
  BOOST_TEST(counts.size() == 24U);
  for (const auto& [order, n] : counts) BOOST_TEST(std::abs(n - 1000) < 130);
}

BOOST_AUTO_TEST_CASE(short_ranges_are_shuffled_too) {
  std::mt19937_64 engine(6), same(6);
  std::vector<int> none, one{7};
  shuffle(none, engine);
  shuffle(one, engine);
  BOOST_TEST(one.front() == 7);
  BOOST_TEST((engine == same));
}

BOOST_AUTO_TEST_SUITE_END()
