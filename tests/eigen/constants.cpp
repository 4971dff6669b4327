// A decomposition of Values solved for plain numbers, and one of plain numbers solved for Values.
#include <ctgrad/eigen/solve.hpp>

#include "support.hpp"

BOOST_AUTO_TEST_SUITE(constants)

/// One side of numbers, the other of Values.
BOOST_AUTO_TEST_CASE(with_constants) {
  const MatrixXd A = positive_matrix(6);
  const VectorXd b = random_vector(6), c = VectorXd::LinSpaced(6, 1, 2);
  const slopes want = closed_form(A, b, c);
  const double allowed = few * condition(A);
  const auto by_matrix = [&](auto solve) {
    const auto a = cg::variables(A);
    const value_vector x = solve(a);
    c.dot(x).backward();
    BOOST_TEST(roundings(cg::grad(a), want.by_a) <= allowed);
  };
  by_matrix([&](auto& a) -> value_vector { return a.lu().solve(b); });
  by_matrix([&](auto& a) -> value_vector { return a.transpose().lu().transpose().solve(b); });
  by_matrix([&](auto& a) -> value_vector { return 0 * b + a.colPivHouseholderQr().solve(b); });

  const auto by_rhs = [&](auto solve) {
    const auto v = cg::variables(b);
    const std::size_t before = recorded();
    const value_vector x = solve(v);
    BOOST_TEST(recorded() - before <= 6u * 6u * 4u);  // the decomposition itself is not recorded
    c.dot(x).backward();
    BOOST_TEST(roundings(cg::grad(v), want.by_b) <= allowed);
  };
  by_rhs([&](auto& v) -> value_vector { return A.llt().solve(v); });
  by_rhs([&](auto& v) -> value_vector { return A.ldlt().solve(v); });
  by_rhs([&](auto& v) -> value_vector { return A.lu().solve(v); });
  by_rhs([&](auto& v) -> value_vector { return A.householderQr().solve(v); });
  by_rhs([&](auto& v) -> value_vector { return 0 * b + A.colPivHouseholderQr().solve(v); });
}

BOOST_AUTO_TEST_SUITE_END()
