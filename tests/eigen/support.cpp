// Closed forms and bounds, on plain numbers.
#include "support.hpp"

#include <limits>
#include <random>

MatrixXd random_matrix(Index rows, Index cols, unsigned seed) {
  std::mt19937 source(seed);
  return MatrixXd::NullaryExpr(rows, cols, [&] { return 2.0 * double(source()) / 0x1p32 - 1; });
}
VectorXd random_vector(Index size, unsigned seed) {
  return random_matrix(size, 1, seed);
}
MatrixXd positive_matrix(Index n, unsigned seed) {
  const MatrixXd a = random_matrix(n, n, seed);
  return a * a.transpose() + MatrixXd::Identity(n, n);
}

MatrixXd times(const MatrixXd& a, const MatrixXd& b) {
  return a * b;
}
MatrixXd inverse(const MatrixXd& a) {
  return a.inverse();
}

double roundings_of(const exact_matrix& got, const exact_matrix& expected) {
  if (got.rows() != expected.rows() || got.cols() != expected.cols()) {
    return std::numeric_limits<double>::infinity();
  }
  const exact_matrix off = got - expected;
  const long double size = expected.size() == 0 ? 0 : expected.cwiseAbs().maxCoeff();
  const long double worst = off.size() == 0 ? 0 : off.cwiseAbs().maxCoeff();
  if (worst == 0) return 0;
  if (!(worst < 1e300L)) return std::numeric_limits<double>::infinity();  // NaN
  return double(worst / (size * std::numeric_limits<double>::epsilon()));
}

slopes closed_form(const MatrixXd& A, const MatrixXd& b, const MatrixXd& c) {
  const exact_matrix a = A.cast<long double>();
  const exact_matrix x = a.fullPivLu().solve(b.cast<long double>());
  const exact_matrix u = a.transpose().eval().fullPivLu().solve(c.cast<long double>());
  return {x, -u * x.transpose(), u};
}

exact_matrix folded(const exact_matrix& by_a) {
  exact_matrix result = (by_a + by_a.transpose()).triangularView<Eigen::StrictlyLower>();
  result.diagonal() = by_a.diagonal();
  return result;
}

double condition(const MatrixXd& a) {
  const auto sizes = a.jacobiSvd().singularValues();
  return sizes(0) / sizes(sizes.size() - 1);
}
