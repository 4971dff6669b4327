// Forward and backward substitution: x = T⁻¹ b, with w'x as in solve.cpp, where Eigen's own leaves
// out what is 0.
#include <ctgrad/eigen/triangular.hpp>

#include "support.hpp"

namespace {

/// The part of a matrix that a mode reads.
template <int Mode>
MatrixXd part(const MatrixXd& a) {
  return a.triangularView<Mode>();
}
/// What T depends on: 1 where an entry is read.
template <int Mode>
MatrixXd mask(Index n) {
  MatrixXd m = MatrixXd::Ones(n, n).triangularView<Mode>();
  if ((Mode & Eigen::UnitDiag) != 0) m.diagonal().setZero();
  return m;
}

template <int Mode>
void check_left(const MatrixXd& A, const MatrixXd& B) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  const values x = a.template triangularView<Mode>().solve(b);
  const MatrixXd w = random_matrix(B.rows(), B.cols(), 5), T = part<Mode>(A);
  x.cwiseProduct(w).sum().backward();
  const MatrixXd u = T.transpose().inverse() * w, by_t = -u * (T.inverse() * B).transpose();
  BOOST_TEST(roundings(cg::grad(b), u) <= few * condition(T));
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(by_t.cwiseProduct(mask<Mode>(A.rows())))) <=
             few * condition(T));
}

template <int Mode>
void check_right(const MatrixXd& A, const MatrixXd& B) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  values x = b;
  a.template triangularView<Mode>().template solveInPlace<Eigen::OnTheRight>(x);
  const MatrixXd w = random_matrix(B.rows(), B.cols(), 5), T = part<Mode>(A);
  x.cwiseProduct(w).sum().backward();
  const MatrixXd u = w * T.transpose().inverse(), by_t = -(B * T.inverse()).transpose() * u;
  BOOST_TEST(roundings(cg::grad(b), u) <= few * condition(T));
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(by_t.cwiseProduct(mask<Mode>(A.rows())))) <=
             few * condition(T));
}

template <int Mode>
void check(const MatrixXd& A, const MatrixXd& B) {
  check_left<Mode>(A, B);
  check_right<Mode>(A, B.transpose());
}
void check_all(const MatrixXd& A, const MatrixXd& B) {
  check<Eigen::Lower>(A, B);
  check<Eigen::Upper>(A, B);
  check<Eigen::UnitLower>(A, B);
  check<Eigen::UnitUpper>(A, B);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(triangular)

BOOST_AUTO_TEST_CASE(matrices) {
  const MatrixXd A = random_matrix(7, 7) + 3 * MatrixXd::Identity(7, 7);
  check_all(A, random_matrix(7, 3));
  check_all(A, random_vector(7));
  check_all(A.topLeftCorner(1, 1), random_matrix(1, 1));
}

BOOST_AUTO_TEST_CASE(zeros_that_are_variables) {
  const MatrixXd one = MatrixXd::Identity(5, 5);
  for (const MatrixXd& b :
       {MatrixXd(MatrixXd::Zero(5, 2)), MatrixXd(one.col(0)), MatrixXd(one.col(4)), one}) {
    check_all(one, b);
    check_all(random_matrix(5, 5) + 2 * one, b);
  }
}

/// In forward mode too: a 0 that moves.
BOOST_AUTO_TEST_CASE(zeros_that_move) {
  using D = cg::dual<double, 2>;
  Eigen::Matrix<D, 2, 1> b(D::variable(0, 0), D::variable(0, 1));
  Eigen::Matrix2d L;
  L << 2, 0, 3, 4;
  const Eigen::Matrix<D, 2, 1> x = L.triangularView<Eigen::Lower>().solve(b);
  BOOST_TEST(x[0].tangent(0) == 0.5);
  BOOST_TEST(x[1].tangent(0) == -0.375);
  BOOST_TEST(x[1].tangent(1) == 0.25);
}

BOOST_AUTO_TEST_CASE(plain_numbers_on_one_side) {
  const MatrixXd A = random_matrix(6, 6) + 3 * MatrixXd::Identity(6, 6);
  const MatrixXd T = A.triangularView<Eigen::Upper>();
  const MatrixXd B = random_matrix(6, 2), w = random_matrix(6, 2, 5);
  const MatrixXd u = T.transpose().inverse() * w, by_t = -u * (T.inverse() * B).transpose();
  const auto b = cg::variables(B);
  const values x = A.triangularView<Eigen::Upper>().solve(b);
  x.cwiseProduct(w).sum().backward();
  BOOST_TEST(roundings(cg::grad(b), u) <= few * condition(T));
  const auto a = cg::variables(A);
  const values y = a.triangularView<Eigen::Upper>().solve(B);
  y.cwiseProduct(w).sum().backward();
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(by_t.triangularView<Eigen::Upper>())) <=
             few * condition(T));
}

BOOST_AUTO_TEST_SUITE_END()
