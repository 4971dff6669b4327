// What Eigen asks about a scalar type, answered for Values, duals and the numbers of functions that
// are recorded: which costs, limits and results it has together with other numbers. Eigen finds
// abs, sqrt, exp, isfinite and the like by argument.
#pragma once

#include <ctgrad/ctgrad.hpp>
#include <ctgrad/op/limits.hpp>

#include <concepts>
#include <type_traits>

#include <Eigen/Core>

namespace ctgrad {

/// A number whose comparisons are known: a basic_value<T> or a dual.
template <class X>
concept eigen_decided = active<X> && requires(const X& x) {
  { x < x } -> std::same_as<bool>;
};

/// A number that Eigen can compute with: one of those, or one of a function that is recorded.
/// (Where Eigen's algorithms branch, a symbol is an error, and a number of record<guarded> has
/// guards.)
template <class X>
concept eigen_scalar = active<X> && requires(const X& x) {
  X();
  x < x;
  requires std::convertible_to<decltype(x < x), bool> || std::same_as<decltype(x < x), X>;
};

namespace detail {

/// A and B may meet in one operation, and at least one of them is ours.
template <class A, class B>
concept eigen_operands =
    !std::same_as<A, B> && operands<A, B> && (eigen_scalar<A> || eigen_scalar<B>) &&
    fits<engine_of<A, B>, A> && fits<engine_of<A, B>, B>;

}  // namespace detail
}  // namespace ctgrad

namespace Eigen {

/// As the scalar behind X, apart from what makes Eigen keep literals plain numbers, construct every
/// coefficient, and store what is expensive to compute twice.
template <ctgrad::eigen_scalar X>
struct NumTraits<X> : NumTraits<ctgrad::scalar_of<X>> {
  using Real = X;
  using NonInteger = X;
  using Nested = X;
  using Literal = ctgrad::scalar_of<X>;
  enum {
    IsComplex = 0,
    IsInteger = 0,
    IsSigned = 1,
    RequireInitialization = 1,
    ReadCost = 2,
    AddCost = 10,
    MulCost = 10
  };
};

/// MatrixXd times a matrix of Values, 2 * x, x == 0.5, a dual of Values with a Value.
template <class A, class B, class Operation>
  requires ctgrad::detail::eigen_operands<A, B>
struct ScalarBinaryOpTraits<A, B, Operation> {
  using ReturnType = ctgrad::applied<ctgrad::ops::multiply, A, B>;
};

namespace internal {

/// x² as one operation with one operand.
template <ctgrad::eigen_scalar X>
struct abs2_impl<X> {
  static X run(const X& x) { return ctgrad::square(x); }
};

/// Numbers = Values, also += and the like. (The trait lets it pass: Eigen would have an error of
/// its own to add.)
template <class A>
struct refused_assignment {
  static_assert(ctgrad::detail::always_false<A>,
                "[ctgrad-E38] Values are assigned to a matrix of plain numbers, which cannot hold "
                "their derivatives: make it a matrix of Values, Eigen::Matrix<ctgrad::Value, ...>, "
                "or take the numbers alone with ctgrad::data(x)");
  static void assignCoeff(auto&, const auto&) {}
};
template <ctgrad::number A, ctgrad::eigen_scalar B>
struct assign_op<A, B> : refused_assignment<A> {};
template <ctgrad::number A, ctgrad::eigen_scalar B>
struct add_assign_op<A, B> : refused_assignment<A> {};
template <ctgrad::number A, ctgrad::eigen_scalar B>
struct sub_assign_op<A, B> : refused_assignment<A> {};
template <ctgrad::number A, ctgrad::eigen_scalar B>
struct mul_assign_op<A, B> : refused_assignment<A> {};
template <ctgrad::number A, ctgrad::eigen_scalar B>
struct div_assign_op<A, B> : refused_assignment<A> {};

/// How good a pivot x is. Nothing is derived from it, so it is a plain number and is not recorded.
template <ctgrad::eigen_decided X>
struct scalar_score_coeff_op<X> {
  using result_type = ctgrad::scalar_of<X>;
  result_type operator()(const X& x) const {
    return numext::abs(result_type(ctgrad::detail::number_under(x)));
  }
};

}  // namespace internal
}  // namespace Eigen
