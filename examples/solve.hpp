// The linear algebra of examples: as little as they need.
#pragma once

#include <array>
#include <cstddef>

/// Solves A x = b for a symmetric, positive definite A by elimination: nothing has to be swapped.
template <class Matrix, class Vector>
Vector solve(Matrix a, Vector b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

/// J'J and J'r of a problem of least squares, from one row of the Jacobian after the other.
template <std::size_t N>
struct normal_equations {
  std::array<std::array<double, N>, N> matrix{};
  std::array<double, N> right{};

  void add(const std::array<double, N>& row, double residual) {
    for (std::size_t k = 0; k < N; ++k) {
      for (std::size_t l = 0; l < N; ++l) matrix[k][l] += row[k] * row[l];
      right[k] += row[k] * residual;
    }
  }

  /// The step of Levenberg and Marquardt; without damping that of Gauss and Newton.
  std::array<double, N> step(double damping = 0) const {
    auto damped = matrix;
    for (std::size_t k = 0; k < N; ++k) damped[k][k] *= 1 + damping;
    auto result = solve(damped, right);
    for (double& x : result) x = -x;
    return result;
  }
};
