// QR decompositions of matrices some of whose columns are on an axis already: Q R is still A, and
// so are its derivatives.
#include <ctgrad/eigen/householder.hpp>

#include "support.hpp"

namespace {

/// The derivatives of w . (Q R) by A are w.
void check_product(const MatrixXd& A, values (*product)(const values&)) {
  const cg::scope s;
  const auto a = cg::variables(A);
  const values again = product(a);
  const MatrixXd w = random_matrix(A.rows(), A.cols(), 5);
  again.cwiseProduct(w).sum().backward();
  BOOST_TEST(roundings(cg::data(again), A) <= few * double(A.rows()));
  BOOST_TEST(roundings(cg::grad(a), w) <= few * condition(A) * double(A.rows()));
}

values product_of_qr(const values& a) {
  const Eigen::HouseholderQR<values> qr(a);
  const values r = qr.matrixQR().triangularView<Eigen::Upper>();
  return qr.householderQ() * r;
}
values product_of_pivoted_qr(const values& a) {
  const Eigen::ColPivHouseholderQR<values> qr(a);
  const values r = qr.matrixQR().triangularView<Eigen::Upper>();
  return qr.householderQ() * r * qr.colsPermutation().transpose();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(householder)

BOOST_AUTO_TEST_CASE(the_product_is_the_matrix) {
  const MatrixXd one = MatrixXd::Identity(4, 4);
  const MatrixXd upper = MatrixXd(random_matrix(4, 4).triangularView<Eigen::Upper>()) + 2 * one;
  for (const MatrixXd& A : {random_matrix(4, 4), random_matrix(6, 4), one, upper, MatrixXd(-one),
                            MatrixXd(one.rowwise().reverse())}) {
    check_product(A, product_of_qr);
    check_product(A, product_of_pivoted_qr);
  }
}

/// Passive zeros need no reflection: the decomposition is that of plain numbers, sign for sign.
BOOST_AUTO_TEST_CASE(constants_are_reflected_as_plain_numbers_are) {
  const MatrixXd A = MatrixXd(random_matrix(5, 5).triangularView<Eigen::Upper>());
  const Eigen::HouseholderQR<values> passive(A.cast<Value>());
  BOOST_TEST((cg::data(passive.matrixQR()) == qr_of(A)));
  const Eigen::HouseholderQR<values> full(cg::variables(random_matrix(5, 5)));
  BOOST_TEST(roundings(cg::data(full.matrixQR()), qr_of(random_matrix(5, 5))) <= 4);
}

/// Where a column of variables is on its axis two signs are other ones.
BOOST_AUTO_TEST_CASE(a_column_on_its_axis_is_turned_round) {
  const Eigen::HouseholderQR<values> qr(cg::variables(MatrixXd::Identity(3, 3)));
  BOOST_TEST((cg::data(values(qr.matrixQR().diagonal())) == Eigen::Vector3d(-1, -1, 1)));
}

/// A zero column has no direction: no derivative, but no NaN either.
BOOST_AUTO_TEST_CASE(a_column_of_zeros_stays) {
  MatrixXd A = random_matrix(3, 3);
  A.col(1).setZero();
  const auto a = cg::variables(A);
  const Eigen::ColPivHouseholderQR<values> qr(a);
  BOOST_TEST(qr.rank() == 2);
  value_vector x = qr.solve(random_vector(3));
  BOOST_TEST(x[1].data() == 0);
  x.sum().backward();
  BOOST_TEST(cg::grad(a).allFinite());
}

BOOST_AUTO_TEST_CASE(reflections_in_forward_mode) {
  using D = cg::dual<double, 1>;
  using matrix = Eigen::Matrix<D, 2, 2>;
  matrix a = matrix::Identity();
  a(1, 0) = D::variable(0);
  const Eigen::Matrix<D, 2, 1> x = a.householderQr().solve(Eigen::Matrix<D, 2, 1>(1, 0));
  BOOST_TEST(x[0].primal() == 1);  // A⁻¹ e0 = (1, -a10)
  BOOST_TEST(x[0].tangent() == 0);
  BOOST_TEST(x[1].tangent() == -1);
}

/// One dot product per coefficient of one triangle.
BOOST_AUTO_TEST_CASE(rank_updates) {
  const MatrixXd A = positive_matrix(4), U = random_matrix(4, 3), w = random_matrix(4, 4, 5);
  const MatrixXd lower = w.triangularView<Eigen::Lower>();
  values a = cg::variables(A);
  const auto before = a;
  const auto u = cg::variables(U);
  a.selfadjointView<Eigen::Lower>().rankUpdate(u, 2.0);
  a.selfadjointView<Eigen::Lower>().rankUpdate(U, -1.0);
  a.cwiseProduct(w).sum().backward();
  BOOST_TEST((cg::grad(before) == w));
  BOOST_TEST(roundings(cg::grad(u), MatrixXd(2 * (lower + lower.transpose()) * U)) <= 12);
  a.selfadjointView<Eigen::Upper>().rankUpdate(u.col(0));
  BOOST_TEST(roundings(cg::data(a).row(0), MatrixXd(A.row(0) + U(0, 0) * U.col(0).transpose() +
                                                    (U.row(0) * U.row(0).transpose()) *
                                                        VectorXd::Unit(4, 0).transpose())) <= 12);
}

BOOST_AUTO_TEST_SUITE_END()
