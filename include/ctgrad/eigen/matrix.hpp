// Matrices of variables, and what belongs to them, as matrices: their numbers and their gradients.
//
//   Eigen::MatrixXd A = ...;
//   auto a = ctgrad::variables(A);                     // a matrix of Values, all variables
//   ctgrad::Value volume = a.determinant();
//   volume.backward();
//   Eigen::MatrixXd slopes = ctgrad::grad(a);          // d volume/d A(i, j)
#pragma once

#include <ctgrad/eigen/scalar.hpp>

#include <type_traits>

namespace ctgrad {

namespace detail {
template <class Derived>
void take_dense(const Eigen::DenseBase<Derived>& x);
}  // namespace detail

/// A matrix, vector or array of Eigen, or an expression of them.
template <class X>
concept eigen_dense = requires(const X& x) { detail::take_dense(x); };

/// One of Values.
template <class X>
concept eigen_values = eigen_dense<X> && requires(const typename X::Scalar& x) { x.zero_grad(); };

namespace detail {

template <class Plain, class Scalar>
struct eigen_with_scalar;
template <class T, int... Sizes, class Scalar>
struct eigen_with_scalar<Eigen::Matrix<T, Sizes...>, Scalar> {
  using type = Eigen::Matrix<Scalar, Sizes...>;
};
template <class T, int... Sizes, class Scalar>
struct eigen_with_scalar<Eigen::Array<T, Sizes...>, Scalar> {
  using type = Eigen::Array<Scalar, Sizes...>;
};

}  // namespace detail

/// The matrix, of the same sizes, that an expression is stored in with other numbers.
template <eigen_dense X, class Scalar>
using eigen_rebound = typename detail::eigen_with_scalar<typename X::PlainObject, Scalar>::type;

/// A variable for every number: of the same sizes, fixed or dynamic. Whole numbers become doubles.
template <eigen_dense X>
  requires number<typename X::Scalar>
auto variables(const X& numbers) {
  using value = basic_value<detail::real_of<typename X::Scalar>>;
  return numbers.unaryExpr([](const auto& x_) { return value{x_}; }).eval();
}

/// The numbers of a matrix of Values or duals, without derivatives.
template <eigen_dense X>
  requires eigen_scalar<typename X::Scalar>
auto data(const X& x) {
  return x.unaryExpr([](const auto& x_) { return detail::number_under(x_); }).eval();
}

/// The gradients of variables (or of other Values that were recorded) after backward(). Errors: as
/// for Value::grad(), so [ctgrad-E22] if one of them is a passive constant.
template <eigen_values X>
auto grad(const X& x) {
  return x.unaryExpr([](const auto& x_) { return x_.grad(); }).eval();
}

/// Sets the gradients of variables to 0.
template <eigen_values X>
void zero_grad(const X& x) {
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    for (Eigen::Index i = 0; i < x.rows(); ++i) x.coeff(i, j).zero_grad();
  }
}

}  // namespace ctgrad
