// Forward and backward substitution: x = T⁻¹ b, with w'x as in solve.cpp, where Eigen's own leaves
// out what is 0.
#include <ctgrad/eigen/triangular.hpp>

#include "support.hpp"

namespace {

/// A mode of Eigen, as functions.
struct view {
  MatrixXd (*part)(const MatrixXd&);              // what it reads of a matrix
  bool unit;                                      // not the diagonal, which is 1
  values (*left)(const values&, const values&);   // T⁻¹ b
  values (*right)(const values&, const values&);  // b T⁻¹
};

template <int Mode>
view view_of() {
  return {
      [](const MatrixXd& a) -> MatrixXd { return a.triangularView<Mode>(); },
      (Mode & Eigen::UnitDiag) != 0,
      [](const values& a, const values& b) -> values { return a.triangularView<Mode>().solve(b); },
      [](const values& a, const values& b) {
        values x = b;
        a.triangularView<Mode>().template solveInPlace<Eigen::OnTheRight>(x);
        return x;
      }};
}

/// What T depends on: 1 where an entry is read.
MatrixXd mask(const view& v, Index n) {
  MatrixXd m = v.part(MatrixXd::Ones(n, n));
  if (v.unit) m.diagonal().setZero();
  return m;
}

void check_left(const view& v, const MatrixXd& A, const MatrixXd& B) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  const values x = v.left(a, b);
  const MatrixXd w = random_matrix(B.rows(), B.cols(), 5), T = v.part(A);
  x.cwiseProduct(w).sum().backward();
  const MatrixXd u = times(inverse(T.transpose()), w);
  const MatrixXd by_t = times(-u, times(inverse(T), B).transpose());
  BOOST_TEST(roundings(cg::grad(b), u) <= few * condition(T));
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(by_t.cwiseProduct(mask(v, A.rows())))) <=
             few * condition(T));
}

void check_right(const view& v, const MatrixXd& A, const MatrixXd& B) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const auto b = cg::variables(B);
  const values x = v.right(a, b);
  const MatrixXd w = random_matrix(B.rows(), B.cols(), 5), T = v.part(A);
  x.cwiseProduct(w).sum().backward();
  const MatrixXd u = times(w, inverse(T.transpose()));
  const MatrixXd by_t = times(-times(B, inverse(T)).transpose(), u);
  BOOST_TEST(roundings(cg::grad(b), u) <= few * condition(T));
  BOOST_TEST(roundings(cg::grad(a), MatrixXd(by_t.cwiseProduct(mask(v, A.rows())))) <=
             few * condition(T));
}

void check_all(const MatrixXd& A, const MatrixXd& B) {
  for (const view& v : {view_of<Eigen::Lower>(), view_of<Eigen::Upper>(),
                        view_of<Eigen::UnitLower>(), view_of<Eigen::UnitUpper>()}) {
    check_left(v, A, B);
    check_right(v, A, B.transpose());
  }
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
  const MatrixXd u = times(inverse(T.transpose()), w);
  const MatrixXd by_t = times(-u, times(inverse(T), B).transpose());
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
