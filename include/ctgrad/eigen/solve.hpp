// decomposition.solve(b) where the one is of Values and the other of plain numbers.
//
// A decomposition of Values is given b as passive Values. One of plain numbers solves for Values as
// it is, which records the substitutions only; a QR, whose reflections take no two kinds of
// numbers, is applied as the matrix that solve() is, the (pseudo-)inverse.
#pragma once

#include <ctgrad/eigen/matrix.hpp>

#include <new>
#include <type_traits>

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

/// Of two kinds of numbers, where Eigen takes one kind only.
template <class Decomposition, class Rhs>
concept solves_across_kinds =
    ctgrad::detail::eigen_operands<typename Decomposition::Scalar, typename Rhs::Scalar> &&
    (is_qr<Decomposition> ||
     !std::is_same_v<
         typename Rhs::Scalar,
         ctgrad::applied<ctgrad::ops::add, typename Decomposition::Scalar, typename Rhs::Scalar>>);

/// b with the kind of numbers that the solution has.
template <class Decomposition, class Rhs>
using rhs_of_solution = ctgrad::eigen_rebound<
    Rhs, ctgrad::applied<ctgrad::ops::add, typename Decomposition::Scalar, typename Rhs::Scalar>>;

template <class Decomposition, class Rhs>
void solve_across_kinds(const Decomposition& a, const Rhs& b, auto& x) {
  using rhs = rhs_of_solution<Decomposition, Rhs>;
  if constexpr (std::is_same_v<typename Decomposition::Scalar, typename rhs::Scalar>) {
    const rhs constants = b.template cast<typename rhs::Scalar>();
    x = a.solve(constants);
  } else {
    using matrix = Matrix<typename Decomposition::Scalar, Dynamic, Dynamic>;
    const matrix inverse = a.solve(matrix::Identity(a.rows(), a.rows()));
    x = inverse * b;
  }
}

template <class Decomposition, class Rhs>
  requires solves_across_kinds<Decomposition, Rhs>
struct solve_traits<Decomposition, Rhs, Dense> {
  using rhs = rhs_of_solution<Decomposition, Rhs>;
  using PlainObject = typename make_proper_matrix_type<
      typename rhs::Scalar, Decomposition::ColsAtCompileTime, rhs::ColsAtCompileTime, rhs::Options,
      Decomposition::MaxColsAtCompileTime, rhs::MaxColsAtCompileTime>::type;
};

template <class Decomposition, class Rhs>
  requires solves_across_kinds<Decomposition, Rhs>
struct evaluator<Solve<Decomposition, Rhs>>
    : evaluator<typename Solve<Decomposition, Rhs>::PlainObject> {
  using result = typename Solve<Decomposition, Rhs>::PlainObject;
  enum { Flags = evaluator<result>::Flags | EvalBeforeNestingBit };

  explicit evaluator(const Solve<Decomposition, Rhs>& solve_) : x_(solve_.rows(), solve_.cols()) {
    solve_across_kinds(solve_.dec(), solve_.rhs(), x_);
    ::new (static_cast<evaluator<result>*>(this)) evaluator<result>(x_);
  }

 private:
  result x_;
};

template <class Dst, class Decomposition, class Rhs, class Scalar>
  requires solves_across_kinds<Decomposition, Rhs>
struct Assignment<Dst, Solve<Decomposition, Rhs>, assign_op<Scalar, Scalar>, Dense2Dense> {
  static void run(Dst& dst, const Solve<Decomposition, Rhs>& solve,
                  const assign_op<Scalar, Scalar>&) {
    solve_across_kinds(solve.dec(), solve.rhs(), dst);
  }
};
template <class Dst, class Decomposition, class Rhs, class Scalar>
  requires solves_across_kinds<Transpose<const Decomposition>, Rhs>
struct Assignment<Dst, Solve<Transpose<const Decomposition>, Rhs>, assign_op<Scalar, Scalar>,
                  Dense2Dense> {
  static void run(Dst& dst, const Solve<Transpose<const Decomposition>, Rhs>& solve,
                  const assign_op<Scalar, Scalar>&) {
    solve_across_kinds(solve.dec(), solve.rhs(), dst);
  }
};

}  // namespace Eigen::internal
