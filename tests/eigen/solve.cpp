// Solving with decompositions, against the closed form: for y = c' A⁻¹ b is dy/db = A⁻ᵀ c =: u and
// dy/dA = -u x'. A rounding of A changes these by a relative 2 cond(A) eps.
#include <string>
#include <vector>

#include "support.hpp"

namespace {

/// A decomposition of A, told apart by what it reads.
struct method {
  std::string name;
  bool symmetric;
  value_vector (*solve)(const values&, const value_vector&);
};

const std::vector<method>& methods() {
  static const std::vector<method> all{
      {"LLT", true, [](auto& a, auto& b) -> value_vector { return a.llt().solve(b); }},
      {"upper LLT", true,
       [](auto& a, auto& b) -> value_vector {
         return Eigen::LLT<values, Eigen::Upper>(a.transpose()).solve(b);
       }},
      {"LDLT", true, [](auto& a, auto& b) -> value_vector { return a.ldlt().solve(b); }},
      {"LU", false, [](auto& a, auto& b) -> value_vector { return a.lu().solve(b); }},
      {"transposed LU", false,
       [](auto& a, auto& b) -> value_vector { return a.transpose().lu().transpose().solve(b); }},
      {"full LU", false, [](auto& a, auto& b) -> value_vector { return a.fullPivLu().solve(b); }},
      {"QR", false, [](auto& a, auto& b) -> value_vector { return a.householderQr().solve(b); }},
      {"pivoted QR", false,
       [](auto& a, auto& b) -> value_vector { return a.colPivHouseholderQr().solve(b); }},
      {"full QR", false,
       [](auto& a, auto& b) -> value_vector { return a.fullPivHouseholderQr().solve(b); }},
      {"orthogonal", false,
       [](auto& a, auto& b) -> value_vector {
         return a.completeOrthogonalDecomposition().solve(b);
       }},
      {"inverse", false, [](auto& a, auto& b) -> value_vector { return a.inverse() * b; }},
  };
  return all;
}

void check(const method& m, const MatrixXd& A, const VectorXd& b, double bound) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto v = cg::variables(b);
  const VectorXd c = VectorXd::LinSpaced(A.rows(), 1, 2);
  const value_vector x = m.solve(a, v);
  c.dot(x).backward();
  const slopes want = closed_form(A, b, c);
  const double allowed = bound * condition(A);
  BOOST_TEST_CONTEXT(m.name) {
    BOOST_TEST(roundings(cg::data(x), want.x) <= allowed);
    BOOST_TEST(roundings(cg::grad(v), want.by_b) <= allowed);
    BOOST_TEST(roundings(cg::grad(a), m.symmetric ? folded(want.by_a) : want.by_a) <= allowed);
  }
}

void check_all(const MatrixXd& A, const VectorXd& b, double bound) {
  const bool positive = is_positive(A);
  for (const method& m : methods()) {
    if (positive || !m.symmetric) check(m, A, b, bound);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(solving)

BOOST_AUTO_TEST_CASE(of_general_matrices) {
  for (const Index n : {1, 2, 3, 5, 12, 40}) {
    check_all(random_matrix(n, n, unsigned(n)), random_vector(n), few);
  }
}

BOOST_AUTO_TEST_CASE(of_symmetric_matrices) {
  for (const Index n : {1, 2, 4, 12, 40}) check_all(positive_matrix(n), random_vector(n), few);
}

/// Numbers that are 0 are variables too: none of these may be skipped.
BOOST_AUTO_TEST_CASE(with_zeros_that_are_variables) {
  const MatrixXd one = MatrixXd::Identity(5, 5);
  const MatrixXd lower = MatrixXd(random_matrix(5, 5).triangularView<Eigen::Lower>()) + 3 * one;
  const MatrixXd diagonal = VectorXd::LinSpaced(5, 2, -1.5).asDiagonal();
  const MatrixXd blocks = positive_matrix(5).cwiseProduct((one.rowwise().reverse() + one));
  for (const MatrixXd& a : {one, MatrixXd(one.rowwise().reverse()), lower,
                            MatrixXd(lower.transpose()), diagonal, blocks}) {
    check_all(a, random_vector(5), few);
    check_all(a, VectorXd::Unit(5, 2), few);
    check_all(a, VectorXd::Zero(5), few);
  }
}

BOOST_AUTO_TEST_CASE(of_overdetermined_systems) {
  const MatrixXd A = random_matrix(9, 4);
  const VectorXd b = random_vector(9), c = VectorXd::LinSpaced(4, 1, 2);
  const slopes want = closed_form_of_least_squares(A, b, c);
  for (const method& m : methods()) {
    if (m.name != "QR" && m.name != "pivoted QR" && m.name != "orthogonal") continue;
    const auto at = cg::variables(A);
    const auto v = cg::variables(b);
    c.dot(m.solve(at, v)).backward();
    const double allowed = few * condition(A) * condition(A);
    BOOST_TEST(roundings(cg::grad(v), want.by_b) <= allowed);
    BOOST_TEST(roundings(cg::grad(at), want.by_a) <= allowed);
  }
}

BOOST_AUTO_TEST_SUITE_END()
