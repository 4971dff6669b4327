// What solving costs: as many entries as operations, and one sweep over them. (An engine that walks
// its graph by paths takes exponential time here.)
#include <chrono>

#include "support.hpp"

namespace {

struct cost {
  std::size_t entries;
  double seconds;
};

/// Of b' A⁻¹ b and its gradient by A and b.
cost of_cholesky(Index n) {
  const MatrixXd A = positive_matrix(n);
  const VectorXd b = random_vector(n);
  const cg::scope s;
  const auto start = std::chrono::steady_clock::now();
  const std::size_t before = recorded();
  const auto a = cg::variables(A);
  const auto v = cg::variables(b);
  const Value y = v.dot(value_vector(a.llt().solve(v)));
  const std::size_t entries = recorded() - before;
  y.backward();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  const slopes want = closed_form(A, b, b);  // y = b'x: twice the derivative by b
  BOOST_TEST(roundings(cg::grad(a), folded(want.by_a)) <= few * condition(A));
  BOOST_TEST(roundings(cg::grad(v), 2 * want.by_b) <= few * condition(A));
  return {entries, time.count()};
}

/// Products, additions, divisions and roots of a Cholesky decomposition and two substitutions, and
/// the variables.
double operations(Index size) {
  const auto n = double(size);
  return n * n * n / 3 + 4 * n * n + 4 * n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(costs)

BOOST_AUTO_TEST_CASE(a_recording_is_as_long_as_the_computation) {
  for (const Index n : {10, 20, 30, 40, 80}) {
    const cost c = of_cholesky(n);
    BOOST_TEST_MESSAGE(n << ": " << c.entries << " entries, " << c.seconds * 1e6 << " us");
    BOOST_TEST(double(c.entries) <= 1.5 * operations(n), "n = " << n << ": " << c.entries);
  }
}

/// Coarse, for clocks are: paths in place of operations would be off by many powers of 10.
BOOST_AUTO_TEST_CASE(the_time_of_a_gradient_grows_with_the_operations) {
  double small = 1, large = 1;
  for (int i = 0; i < 5; ++i) {
    small = std::min(small, of_cholesky(10).seconds);
    large = std::min(large, of_cholesky(30).seconds);
  }
  BOOST_TEST(large / small <= 20 * operations(30) / operations(10));
}

BOOST_AUTO_TEST_SUITE_END()
