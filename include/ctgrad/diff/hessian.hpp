// hessian(f), value_and_hessian(f) and value_gradient_hessian(f): second derivatives.
//
//   auto H = ctgrad::hessian(f)(1.0, 2.0);   // H[0][1] is d²f/dxdy
//
// The Hessian is the gradient's structure with a gradient in place of every number. It is
// symmetric, and every pair of mixed partials is computed once.
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/program/hessian.hpp>

namespace ctgrad {
namespace detail {

struct hessian_kind : derivative_of_function {
  static constexpr bool scalar_result = true;
  template <class Y, class X>
  using shape = nested<X, shaped_as<X>>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return hessian(home, call.outputs[0], call.inputs);
  }
};

using value_and_hessian_kind = with_value<value_with_hessian, hessian_kind>;

struct gradient_and_hessian_kind : hessian_kind {
  static constexpr bool gives_value = true;
  template <class Y, class X>
  using shape = together<value_with_gradient_and_hessian, shaped_as<Y>, shaped_as<X>,
                         nested<X, shaped_as<X>>>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    symbols<T> all = value_and_gradient_kind::derive(home, call);
    for (const auto& d : hessian_kind::derive(home, call)) all.push_back(d);
    return all;
  }
};

}  // namespace detail

/// The Hessian of a function with one number as its result: a gradient of gradients, H[i][j]. Costs
/// at most as many gradients as there are arguments; half of the matrix is computed, because it is
/// symmetric, and entries that are always 0 cost nothing. Errors: as for gradient(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto hessian(const F&) {
  return detail::differential<detail::hessian_kind, F, Options...>{};
}

/// auto [value, hessian] = value_and_hessian(f)(x, y); what they share is computed once. Errors and
/// cost: as for hessian(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_hessian(const F&) {
  return detail::differential<detail::value_and_hessian_kind, F, Options...>{};
}

/// auto [value, gradient, hessian] = value_gradient_hessian(f)(x, y); what they share is computed
/// once. Errors and cost: as for hessian(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_gradient_hessian(const F&) {
  return detail::differential<detail::gradient_and_hessian_kind, F, Options...>{};
}

}  // namespace ctgrad
