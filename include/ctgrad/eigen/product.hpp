// Products of matrices of Values or duals, also with matrices of plain numbers.
//
// Eigen's blocked kernels move coefficients into packed buffers, for the sake of vector registers
// that such numbers have no use for, and take no two types of them. Here every coefficient of a
// product is a dot product.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

namespace Eigen::internal {

/// dst = lhs rhs, += and -=, coefficient by coefficient.
template <class Lhs, class Rhs>
struct product_of_dots
    : generic_product_impl<Lhs, Rhs, DenseShape, DenseShape, CoeffBasedProductMode> {
  template <class Dst, class Scalar>
  static void scaleAndAddTo(Dst& dst, const Lhs& lhs, const Rhs& rhs, const Scalar& alpha) {
    dst += alpha * lhs.lazyProduct(rhs);
  }
};

template <class Lhs, class Rhs>
concept active_product =
    ctgrad::eigen_scalar<typename Lhs::Scalar> || ctgrad::eigen_scalar<typename Rhs::Scalar>;

template <class Lhs, class Rhs>
  requires active_product<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, DenseShape, DenseShape, GemmProduct>
    : product_of_dots<Lhs, Rhs> {};

template <class Lhs, class Rhs>
  requires active_product<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, DenseShape, DenseShape, GemvProduct>
    : product_of_dots<Lhs, Rhs> {};

}  // namespace Eigen::internal
