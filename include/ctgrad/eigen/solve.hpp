// decomposition.solve(b) where the one is of Values and the other of plain numbers.
//
// A decomposition of Values is given b as passive Values. One of plain numbers (LLT, LDLT, LU)
// solves for Values as it is, which records the substitutions only.
#pragma once

#include <ctgrad/eigen/matrix.hpp>

namespace Eigen::internal {

template <class Decomposition>
inline constexpr bool is_qr = false;
template <class Matrix>
inline constexpr bool is_qr<HouseholderQR<Matrix>> = true;
template <class Matrix>
inline constexpr bool is_qr<ColPivHouseholderQR<Matrix>> = true;
template <class Matrix>
inline constexpr bool is_qr<FullPivHouseholderQR<Matrix>> = true;
template <class Matrix>
inline constexpr bool is_qr<CompleteOrthogonalDecomposition<Matrix>> = true;

/// A decomposition of Values (or duals), a right-hand side of what they take as constants.
template <class Decomposition, class Rhs>
concept solves_for_constants =
    ctgrad::eigen_scalar<typename Decomposition::Scalar> &&
    !std::is_same_v<typename Decomposition::Scalar, typename Rhs::Scalar> &&
    std::is_same_v<
        typename Decomposition::Scalar,
        ctgrad::applied<ctgrad::ops::add, typename Decomposition::Scalar, typename Rhs::Scalar>>;

/// A QR decomposition of plain numbers, a right-hand side of Values.
template <class Decomposition, class Rhs>
concept constant_qr = is_qr<Decomposition> && ctgrad::eigen_scalar<typename Rhs::Scalar> &&
                      !std::is_same_v<typename Decomposition::Scalar, typename Rhs::Scalar> &&
                      !solves_for_constants<Decomposition, Rhs>;

template <class Decomposition, class Rhs>
using with_scalar_of = ctgrad::eigen_rebound<Rhs, typename Decomposition::Scalar>;

template <class Decomposition, class Rhs>
  requires solves_for_constants<Decomposition, Rhs>
struct solve_traits<Decomposition, Rhs, Dense>
    : solve_traits<Decomposition, with_scalar_of<Decomposition, Rhs>, Dense> {};

template <class Decomposition, class Rhs>
  requires constant_qr<Decomposition, Rhs>
struct solve_traits<Decomposition, Rhs, Dense>
    : solve_traits<Decomposition, with_scalar_of<Decomposition, Rhs>, Dense> {
  static_assert(ctgrad::detail::always_false<Rhs>,
                "[ctgrad-E39] a QR decomposition of plain numbers is solved for a right-hand side "
                "of Values: decompose the matrix as one of (passive) Values, "
                "A.cast<ctgrad::Value>().colPivHouseholderQr(), which records nothing, or use LLT, "
                "LDLT or LU, which take both");
};

template <class Decomposition, class Rhs>
  requires solves_for_constants<Decomposition, Rhs>
struct evaluator<Solve<Decomposition, Rhs>>
    : evaluator<typename Solve<Decomposition, Rhs>::PlainObject> {
  using result = typename Solve<Decomposition, Rhs>::PlainObject;
  enum { Flags = evaluator<result>::Flags | EvalBeforeNestingBit };

  explicit evaluator(const Solve<Decomposition, Rhs>& solve) {
    const with_scalar_of<Decomposition, Rhs> rhs =
        solve.rhs().template cast<typename Decomposition::Scalar>();
    x_ = solve.dec().solve(rhs);
    ::new (static_cast<evaluator<result>*>(this)) evaluator<result>(x_);
  }

 private:
  result x_;
};

template <class Dst, class Decomposition, class Rhs, class Scalar>
  requires solves_for_constants<Decomposition, Rhs>
struct Assignment<Dst, Solve<Decomposition, Rhs>, assign_op<Scalar, Scalar>, Dense2Dense> {
  static void run(Dst& dst, const Solve<Decomposition, Rhs>& solve,
                  const assign_op<Scalar, Scalar>&) {
    const with_scalar_of<Decomposition, Rhs> rhs = solve.rhs().template cast<Scalar>();
    dst = solve.dec().solve(rhs);
  }
};

}  // namespace Eigen::internal
