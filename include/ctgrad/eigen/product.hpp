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

/// Triangles and selfadjoint views of one kind of numbers with matrices of another, for which Eigen
/// has no kernels.
template <class Lhs, class Rhs>
concept product_across_kinds =
    ctgrad::detail::eigen_operands<typename Lhs::Scalar, typename Rhs::Scalar>;

template <class Lhs, class Rhs>
struct product_of_views {
  static void evalTo(auto& dst, const Lhs& lhs, const Rhs& rhs) {
    dst = dense(lhs).lazyProduct(dense(rhs));
  }
  static void addTo(auto& dst, const Lhs& lhs, const Rhs& rhs) {
    dst += dense(lhs).lazyProduct(dense(rhs));
  }
  static void subTo(auto& dst, const Lhs& lhs, const Rhs& rhs) {
    dst -= dense(lhs).lazyProduct(dense(rhs));
  }
  static void scaleAndAddTo(auto& dst, const Lhs& lhs, const Rhs& rhs, const auto& alpha) {
    dst += alpha * dense(lhs).lazyProduct(dense(rhs));
  }

 private:
  static decltype(auto) dense(const auto& x) {
    if constexpr (requires { x.toDenseMatrix(); }) {
      return x.toDenseMatrix();
    } else {
      return (x);
    }
  }
};

// One for every specialisation of Eigen's.

template <class Lhs, class Rhs, int Tag>
  requires product_across_kinds<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, TriangularShape, DenseShape, Tag>
    : product_of_views<Lhs, Rhs> {};
template <class Lhs, class Rhs, int Tag>
  requires product_across_kinds<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, DenseShape, TriangularShape, Tag>
    : product_of_views<Lhs, Rhs> {};
template <class Lhs, class Rhs, int Tag>
  requires product_across_kinds<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, SelfAdjointShape, DenseShape, Tag>
    : product_of_views<Lhs, Rhs> {};
template <class Lhs, class Rhs, int Tag>
  requires product_across_kinds<Lhs, Rhs>
struct generic_product_impl<Lhs, Rhs, DenseShape, SelfAdjointShape, Tag>
    : product_of_views<Lhs, Rhs> {};

}  // namespace Eigen::internal
