// What the tests of eigen share.
//
// Results are compared with closed forms that are computed in long double. What may differ is a
// multiple of what rounding the arguments alone would change. What needs no Values is compiled
// once, in support.cpp: decompositions of Eigen take a compiler seconds for each type of number.
#pragma once

#include <ctgrad/eigen/eigen.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>

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
MatrixXd random_matrix(Index rows, Index cols, unsigned seed = 1);
VectorXd random_vector(Index size, unsigned seed = 2);
/// Symmetric, with eigenvalues of 1 and more.
MatrixXd positive_matrix(Index n, unsigned seed = 3);

/// Products and inverses of plain numbers.
MatrixXd times(const MatrixXd& a, const MatrixXd& b);
MatrixXd inverse(const MatrixXd& a);

/// The numbers of a matrix. (A loop, because Eigen's casts are compiled anew for every expression.)
exact_matrix exact(const auto& m) {
  const auto& plain = m.eval();
  exact_matrix result(plain.rows(), plain.cols());
  for (Index j = 0; j < plain.cols(); ++j) {
    for (Index i = 0; i < plain.rows(); ++i) result(i, j) = plain(i, j);
  }
  return result;
}

/// The largest difference, in units of the rounding error of the largest number expected.
double roundings_of(const exact_matrix& got, const exact_matrix& expected);
inline double roundings(const auto& got, const auto& expected) {
  return roundings_of(exact(got), exact(expected));
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
slopes closed_form(const MatrixXd& A, const MatrixXd& b, const MatrixXd& c);

/// What a decomposition that reads one triangle of a symmetric matrix says: both entries at once.
exact_matrix folded(const exact_matrix& by_a);

double condition(const MatrixXd& a);

/// What may be lost beyond that, as a factor.
inline constexpr double few = 8;
