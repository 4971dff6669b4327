// Vectors and matrices of Eigen as points, directions and results of derivatives at run time.
//
//   const auto f = [&](const auto& x) { return x.dot(A * x) + sin(x[0]); };
//   const Eigen::VectorXd g = ctgrad::gradient(ctgrad::dynamic(f))(x);   // x: an Eigen::VectorXd
//   const Eigen::MatrixXd H = ctgrad::hessian(ctgrad::dynamic(f))(x);
//
// A gradient has the type of the point: a VectorXd for a VectorXd, a Matrix3d for a Matrix3d. The
// Jacobian of a vector by a vector, and a Hessian, are matrices; the numbers of a matrix count
// column by column there, as in x.reshaped(). A function may return an Eigen expression of its
// arguments; of its own local variables it may not, here as everywhere.
#pragma once

#include <ctgrad/dynamic/dynamic.hpp>
#include <ctgrad/eigen/matrix.hpp>

#include <array>
#include <cstddef>

namespace ctgrad {

template <eigen_dense X>
struct layout<X> {
  static constexpr bool supported = true;
  using number = typename X::Scalar;
  template <class Y>
  using rebind = eigen_rebound<X, Y>;
  template <class Y>
  static rebind<Y> like(const auto& x) {
    return rebind<Y>::Constant(x.rows(), x.cols(), Y{});
  }
  /// Column by column.
  static void visit(auto& x, auto&& f) {
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
      for (Eigen::Index i = 0; i < x.rows(); ++i) {
        if constexpr (requires { f(x.coeffRef(i, j)); }) {
          f(x.coeffRef(i, j));
        } else {
          f(x.coeff(i, j));
        }
      }
    }
  }
};

/// What an expression stands for, computed while its operands exist.
template <eigen_dense X>
struct evaluated<X> {
  static typename X::PlainObject of(const X& x) { return x; }
};

namespace detail {

/// A row for every number of Y, a column for every number of X.
template <class Y, int Columns>
struct eigen_matrix_layout {
  template <class T>
  using type = Eigen::Matrix<T, Y::SizeAtCompileTime, Columns,
                             (Y::SizeAtCompileTime == 1 && Columns != 1) ? Eigen::RowMajor
                                                                         : Eigen::ColMajor>;
  static void visit(auto& matrix, auto&& f) {
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
      for (Eigen::Index j = 0; j < matrix.cols(); ++j) f(matrix.coeffRef(i, j));
    }
  }
};

}  // namespace detail

/// The Jacobian of a vector by a vector.
template <eigen_dense Y, eigen_dense X>
struct matrix_layout<Y, X> : detail::eigen_matrix_layout<Y, X::SizeAtCompileTime> {
  template <class T>
  static auto like(const Y& y, const X& x) {
    using matrix = typename matrix_layout::template type<T>;
    return matrix(matrix::Constant(y.size(), x.size(), T{}));
  }
};

/// The Jacobian of a vector by numbers.
template <eigen_dense Y, operand X, std::size_t N>
struct matrix_layout<Y, std::array<X, N>> : detail::eigen_matrix_layout<Y, int(N)> {
  template <class T>
  static auto like(const Y& y, const std::array<X, N>&) {
    using matrix = typename matrix_layout::template type<T>;
    return matrix(matrix::Constant(y.size(), Eigen::Index(N), T{}));
  }
};

}  // namespace ctgrad
