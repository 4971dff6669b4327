// Long, wide and heavily shared recordings, with gradients that are known exactly.
#include <array>
#include <cstdint>
#include <vector>

#include "support.hpp"

BOOST_AUTO_TEST_SUITE(recordings)

BOOST_AUTO_TEST_CASE(a_chain_of_a_million_additions) {
  const scope s;
  const Value x{1.0};
  Value y = x;
  for (int i = 0; i < 1'000'000; ++i) y += 1;
  y.backward();
  BOOST_TEST(is_equal(y.data(), 1'000'001));
  BOOST_TEST(is_equal(x.grad(), 1));
}

BOOST_AUTO_TEST_CASE(doubling_60_times) {  // 2^60 paths, 60 operations
  const scope s;
  const Value x{1.0};
  Value y = x;
  const auto before = recorded();
  for (int i = 0; i < 60; ++i) y = y + y;
  y.backward();
  BOOST_TEST(recorded() == before + 60);
  BOOST_TEST(is_equal(y.data(), 0x1p60));
  BOOST_TEST(is_equal(x.grad(), 0x1p60));
}

BOOST_AUTO_TEST_CASE(one_variable_used_a_million_times) {
  const scope s;
  const Value x{0.5};
  Value sum = 0.0;
  for (int i = 0; i < 1'000'000; ++i) sum += x;
  sum.backward();
  BOOST_TEST(is_equal(sum.data(), 500'000));
  BOOST_TEST(is_equal(x.grad(), 1'000'000));
}

BOOST_AUTO_TEST_CASE(a_million_variables_summed) {
  const scope s;
  const auto x = ctgrad::variables(std::vector<double>(1'000'000, 2.0));
  Value sum = 0.0;
  for (const Value& v : x) sum += v;
  sum.backward();
  BOOST_TEST(is_equal(sum.data(), 2'000'000));
  std::size_t ones = 0;
  for (const Value& v : x) ones += v.grad() == 1 ? 1 : 0;
  BOOST_TEST(ones == x.size());
}

BOOST_AUTO_TEST_CASE(a_million_variables_add_up_over_two_sweeps) {
  const scope s;
  const auto x = ctgrad::variables(std::vector<double>(1'000'000, 3.0));
  Value sum = 0.0;
  for (const Value& v : x) sum += v * v;
  sum.backward();
  sum.backward();
  std::size_t twelves = 0;
  for (const Value& v : x) twelves += v.grad() == 12 ? 1 : 0;
  BOOST_TEST(twelves == x.size());
}

BOOST_AUTO_TEST_CASE(a_binomial_lattice) {  // as many paths as ways to go 25 steps of 50 upwards
  const scope s;
  const Value start{1.0};
  std::array<std::array<Value, 26>, 26> node;
  for (std::size_t i = 0; i < 26; ++i) {
    for (std::size_t j = 0; j < 26; ++j) {
      if (i + j == 0) node[i][j] = start;
      if (i > 0) node[i][j] += node[i - 1][j];
      if (j > 0) node[i][j] += node[i][j - 1];
    }
  }
  node[25][25].backward();
  constexpr double paths = 126'410'606'437'752;  // C(50, 25)
  BOOST_TEST(is_equal(node[25][25].data(), paths));
  BOOST_TEST(is_equal(start.grad(), paths));
}

BOOST_AUTO_TEST_CASE(every_power_of_two_is_a_good_size) {  // where storage grows
  for (std::size_t size = 2; size <= 1 << 16; size *= 2) {
    for (const std::size_t n : {size - 1, size, size + 1}) {
      const scope s;
      const Value x{1.0};
      Value y = x;
      for (std::size_t i = 0; i < n; ++i) y = y + x;
      y.backward();
      BOOST_REQUIRE(x.grad() == static_cast<double>(n + 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_sweep_per_operation_of_a_growing_recording) {  // as a time loop may do
  const scope s;
  const Value x{2.0};
  Value y = x;
  for (int n = 2; n <= 1000; ++n) {
    y = y + x;
    x.zero_grad();
    y.backward();
    BOOST_REQUIRE(x.grad() == n);
  }
}

BOOST_AUTO_TEST_SUITE_END()
