// Householder reflections that keep derivatives.
//
// A QR decomposition reflects a column onto the first axis. Where a column lies on that axis
// already, Eigen reflects nothing, H = I, and forgets the entries below: they are 0, but may have
// derivatives, and no reflection near by is close to I. So here such a column is reflected all the
// same, with tau = 2. Q and R are then other, equally good ones than those that Eigen finds for
// plain numbers (two signs differ); Q R and what is solved with them are the same.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

#include <limits>

namespace ctgrad::detail {

/// Are these numbers 0, whatever happens? (A Value that depends on no variable, a dual that depends
/// on no direction.)
bool all_constant(const auto& x) {
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    if (!is_constant(x.coeff(i))) return false;
  }
  return true;
}

/// What MatrixBase::makeHouseholder computes, in place: H x = (beta, 0, ...), with H = I - tau v v'
/// and v = (1, x[1], x[2], ...). A column that is 0 altogether is left as it is: there QR has no
/// derivative.
template <class X>
void reflect(X& x, auto& tau, auto& beta) {
  using scalar = typename X::Scalar;
  const auto rest = x.size() - 1;
  const scalar first = x.coeff(0);
  scalar squares(0);
  if (rest > 0) squares = x.tail(rest).squaredNorm();
  const bool on_axis = number_under(squares) <= (std::numeric_limits<scalar>::min)();
  if (on_axis && (first == 0 || rest == 0 || all_constant(x.tail(rest)))) {
    tau = scalar(0);
    beta = first;
    x.tail(rest).setZero();
  } else {
    beta = sqrt(square(first) + squares);
    if (first >= 0) beta = -beta;
    x.tail(rest) /= first - beta;
    tau = (beta - first) / beta;
  }
}

}  // namespace ctgrad::detail

namespace Eigen {

/// Part of a vector of active numbers: as any other, but for how it is reflected. All of Eigen's QR
/// decompositions reflect a VectorBlock.
template <class VectorType, int Size>
  requires ctgrad::eigen_scalar<typename internal::traits<VectorType>::Scalar>
class VectorBlock<VectorType, Size>
    : public Block<VectorType, internal::traits<VectorType>::Flags & RowMajorBit ? 1 : Size,
                   internal::traits<VectorType>::Flags & RowMajorBit ? Size : 1> {
  static constexpr bool column = !(internal::traits<VectorType>::Flags & RowMajorBit);
  using Base = Block<VectorType, column ? Size : 1, column ? 1 : Size>;

 public:
  EIGEN_DENSE_PUBLIC_INTERFACE(VectorBlock)
  using Base::operator=;

  VectorBlock(VectorType& vector_, Index start_, Index size_)
      : Base(vector_, column ? start_ : 0, column ? 0 : start_, column ? size_ : 1,
             column ? 1 : size_) {}
  VectorBlock(VectorType& vector_, Index start_)
      : Base(vector_, column ? start_ : 0, column ? 0 : start_) {}

  void makeHouseholderInPlace(Scalar& tau, RealScalar& beta) {
    ctgrad::detail::reflect(*this, tau, beta);
  }
};

}  // namespace Eigen
