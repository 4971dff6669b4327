// Forward and backward substitution that keep derivatives.
//
// Eigen leaves out a step whose number is 0. A number that is 0 may still have a derivative: of the
// solution of L x = b with b = 0 by b it is L⁻¹, and Eigen's own would say 0.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

namespace ctgrad::detail {

/// Solves tri x = x in place; tri is a triangular matrix of plain or active numbers, of which the
/// other half is not read. One dot product per element.
template <int Mode>
void substitute(const auto& tri, auto&& x) {
  constexpr bool lower = (Mode & Eigen::Lower) != 0;
  constexpr bool unit = (Mode & Eigen::UnitDiag) != 0;
  const Eigen::Index n = x.size();
  for (Eigen::Index k = 0; k < n; ++k) {
    const Eigen::Index i = lower ? k : n - 1 - k;
    const Eigen::Index first = lower ? 0 : i + 1;
    if (k > 0) {
      x[i] -= tri.row(i).segment(first, k).transpose().cwiseProduct(x.segment(first, k)).sum();
    }
    if constexpr (!unit) x[i] /= tri(i, i);
  }
}

}  // namespace ctgrad::detail

namespace Eigen::internal {

/// Numbers are real here: Conjugate makes no difference.
template <class L, class R, class Index, int Mode, int StorageOrder>
struct active_triangular_solve_vector {
  static void run(Index size, const L* tri, Index stride, R* x) {
    using matrix = Matrix<L, Dynamic, Dynamic, StorageOrder>;
    using vector = Matrix<R, Dynamic, 1>;
    ctgrad::detail::substitute<Mode>(
        Map<const matrix, 0, OuterStride<>>(tri, size, size, OuterStride<>(stride)),
        Map<vector>(x, size));
  }
};

template <class L, ctgrad::eigen_scalar R, class Index, int Mode, bool Conjugate>
struct triangular_solve_vector<L, R, Index, OnTheLeft, Mode, Conjugate, RowMajor>
    : active_triangular_solve_vector<L, R, Index, Mode, RowMajor> {};
template <class L, ctgrad::eigen_scalar R, class Index, int Mode, bool Conjugate>
struct triangular_solve_vector<L, R, Index, OnTheLeft, Mode, Conjugate, ColMajor>
    : active_triangular_solve_vector<L, R, Index, Mode, ColMajor> {};

}  // namespace Eigen::internal
