// Forward and backward substitution that keep derivatives.
//
// Eigen leaves out a step whose number is 0. A number that is 0 may still have a derivative: that
// of the solution of L x = b by b is L⁻¹ at b = 0 too. Here nothing is left out, one element is one
// dot product, and L may be a matrix of plain numbers while x is one of Values.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

namespace ctgrad::detail {

inline constexpr bool is_lower(int mode) {
  return (mode & Eigen::Lower) != 0;
}

/// Solves T y = x and writes y to the vector x; of T the part that Mode names is read.
template <int Mode>
void substitute(const auto& T, auto&& x) {
  constexpr bool lower = is_lower(Mode), unit = (Mode & Eigen::UnitDiag) != 0;
  const Eigen::Index n = x.size();
  for (Eigen::Index k = 0; k < n; ++k) {
    const Eigen::Index i = lower ? k : n - 1 - k, known = lower ? 0 : i + 1;
    if (k > 0) {
      x.coeffRef(i) -=
          T.row(i).segment(known, k).transpose().cwiseProduct(x.segment(known, k)).sum();
    }
    if constexpr (!unit) x.coeffRef(i) /= T.coeff(i, i);
  }
}

/// T X = B on the left, column by column; X T = B, which is T' X' = B', on the right.
template <int Side, int Mode>
void substitute_all(const auto& T, auto& X) {
  if constexpr (Side == Eigen::OnTheLeft) {
    for (Eigen::Index j = 0; j < X.cols(); ++j) substitute<Mode>(T, X.col(j));
  } else {
    constexpr int mode =
        (Mode & ~(Eigen::Lower | Eigen::Upper)) | int(is_lower(Mode) ? Eigen::Upper : Eigen::Lower);
    for (Eigen::Index i = 0; i < X.rows(); ++i) {
      substitute<mode>(T.transpose(), X.row(i).transpose());
    }
  }
}

}  // namespace ctgrad::detail

namespace Eigen::internal {

template <class T, class X, int Side, int Mode>
struct active_triangular_solver {
  static void run(const T& triangle, X& x) {
    ctgrad::detail::substitute_all<Side, Mode>(triangle, x);
  }
};

// One for every specialisation of Eigen's.

template <class T, class X, int Side, int Mode>
  requires ctgrad::eigen_scalar<typename X::Scalar>
struct triangular_solver_selector<T, X, Side, Mode, NoUnrolling, 1>
    : active_triangular_solver<T, X, Side, Mode> {};
template <class T, class X, int Side, int Mode>
  requires ctgrad::eigen_scalar<typename X::Scalar>
struct triangular_solver_selector<T, X, Side, Mode, NoUnrolling, Dynamic>
    : active_triangular_solver<T, X, Side, Mode> {};
template <class T, class X, int Mode>
  requires ctgrad::eigen_scalar<typename X::Scalar>
struct triangular_solver_selector<T, X, OnTheLeft, Mode, CompleteUnrolling, 1>
    : active_triangular_solver<T, X, OnTheLeft, Mode> {};
template <class T, class X, int Mode>
  requires ctgrad::eigen_scalar<typename X::Scalar>
struct triangular_solver_selector<T, X, OnTheRight, Mode, CompleteUnrolling, 1>
    : active_triangular_solver<T, X, OnTheRight, Mode> {};

}  // namespace Eigen::internal
