// Sums of Values or duals: also inside of dot products, norms and products of matrices.
//
// From the first coefficient to the last, by +=: the one form that a recording keeps short.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

namespace Eigen::internal {

template <class X, class Evaluator>
struct active_sum {
  static X run(const Evaluator& x, const auto&, const auto& expression) {
    const Index outer = expression.outerSize(), inner = expression.innerSize();
    X sum = x.coeffByOuterInner(0, 0);
    for (Index i = 1; i < inner; ++i) sum += x.coeffByOuterInner(0, i);
    for (Index j = 1; j < outer; ++j) {
      for (Index i = 0; i < inner; ++i) sum += x.coeffByOuterInner(j, i);
    }
    return sum;
  }
};

// One for every specialisation of Eigen's.

template <ctgrad::eigen_scalar X, class Evaluator>
struct redux_impl<scalar_sum_op<X, X>, Evaluator, DefaultTraversal, NoUnrolling>
    : active_sum<X, Evaluator> {};
template <ctgrad::eigen_scalar X, class Evaluator>
struct redux_impl<scalar_sum_op<X, X>, Evaluator, DefaultTraversal, CompleteUnrolling>
    : active_sum<X, Evaluator> {};

}  // namespace Eigen::internal
