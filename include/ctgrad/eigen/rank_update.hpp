// A.selfadjointView<Lower>().rankUpdate(U, alpha), A += alpha U U' in one triangle, as in LLT of 32
// rows and more: every coefficient is a dot product, and U may be of plain numbers.
#pragma once

#include <ctgrad/eigen/scalar.hpp>

namespace Eigen::internal {

template <class A, class U, int UpLo>
struct active_rank_update {
  static void run(A& a, const U& expression, const typename A::Scalar& alpha) {
    const typename nested_eval<U, Dynamic>::type u(expression);
    for (Index j = 0; j < a.cols(); ++j) {
      const Index first = UpLo == Lower ? j : 0, end = UpLo == Lower ? a.rows() : j + 1;
      for (Index i = first; i < end; ++i) add(a.coeffRef(i, j), alpha, u.row(i).dot(u.row(j)));
    }
  }

 private:
  static void add(auto& to, const auto& alpha, const auto& term) {
    if (ctgrad::detail::is_constant(alpha) && alpha == -1) {
      to -= term;
    } else {
      to += alpha * term;
    }
  }
};

}  // namespace Eigen::internal

namespace Eigen {

// One for every specialisation of Eigen's.

template <class A, class U, int UpLo>
  requires ctgrad::eigen_scalar<typename A::Scalar>
struct selfadjoint_product_selector<A, U, UpLo, true> : internal::active_rank_update<A, U, UpLo> {};
template <class A, class U, int UpLo>
  requires ctgrad::eigen_scalar<typename A::Scalar>
struct selfadjoint_product_selector<A, U, UpLo, false> : internal::active_rank_update<A, U, UpLo> {
};

}  // namespace Eigen
