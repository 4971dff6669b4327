// What the tests of eigen share.
//
// Results are compared with closed forms that are computed in long double. What may differ is a
// multiple of what rounding the arguments alone would change.
#pragma once

#include <ctgrad/eigen/eigen.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <limits>
#include <random>

#include <Eigen/Dense>

namespace cg = ctgrad;
using cg::Value;

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using values = Eigen::Matrix<Value, Eigen::Dynamic, Eigen::Dynamic>;
using value_vector = Eigen::Matrix<Value, Eigen::Dynamic, 1>;
using exact_matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;

/// Random numbers in [-1, 1), the same in every run.
inline MatrixXd random_matrix(Index rows, Index cols, unsigned seed = 1) {
  std::mt19937 source(seed);
  return MatrixXd::NullaryExpr(rows, cols, [&] { return 2.0 * double(source()) / 0x1p32 - 1; });
}
inline VectorXd random_vector(Index size, unsigned seed = 2) {
  return random_matrix(size, 1, seed);
}
/// Symmetric, with eigenvalues of 1 and more.
inline MatrixXd positive_matrix(Index n, unsigned seed = 3) {
  const MatrixXd a = random_matrix(n, n, seed);
  return a * a.transpose() + MatrixXd::Identity(n, n);
}

/// The largest difference, in units of the rounding error of the largest number expected.
inline double roundings(const auto& got, const auto& expected) {
  if (got.rows() != expected.rows() || got.cols() != expected.cols()) {
    return std::numeric_limits<double>::infinity();
  }
  const exact_matrix want = expected.template cast<long double>();
  const exact_matrix off = got.template cast<long double>() - want;
  const long double size = want.size() == 0 ? 0 : want.cwiseAbs().maxCoeff();
  const long double worst = off.size() == 0 ? 0 : off.cwiseAbs().maxCoeff();
  if (worst == 0) return 0;
  if (!(worst < 1e300L)) return std::numeric_limits<double>::infinity();  // NaN
  return double(worst / (size * std::numeric_limits<double>::epsilon()));
}

/// Operations and variables that have been recorded on this thread.
inline std::size_t recorded() {
  return cg::basic_tape<double>::current().size();
}

/// y = c'x with x = A⁻¹ b: dy/db = A⁻ᵀ c =: u and dy/dA = -u x'. A rounding of A changes these by
/// a relative 2 cond(A) eps.
struct slopes {
  exact_matrix x, by_a, by_b;
};

inline slopes closed_form(const MatrixXd& A, const MatrixXd& b, const MatrixXd& c) {
  const exact_matrix a = A.cast<long double>();
  const exact_matrix x = a.fullPivLu().solve(b.cast<long double>());
  const exact_matrix u = a.transpose().eval().fullPivLu().solve(c.cast<long double>());
  return {x, -u * x.transpose(), u};
}

/// What a decomposition that reads one triangle of a symmetric matrix says: both entries at once.
inline exact_matrix folded(const exact_matrix& by_a) {
  exact_matrix result = (by_a + by_a.transpose()).triangularView<Eigen::StrictlyLower>();
  result.diagonal() = by_a.diagonal();
  return result;
}

inline double condition(const MatrixXd& a) {
  const auto sizes = a.jacobiSvd().singularValues();
  return sizes(0) / sizes(sizes.size() - 1);
}

/// What may be lost beyond that, as a factor.
inline constexpr double few = 8;
