// Products of derivatives with vectors, without the matrix: jvp, vjp, hvp.
//
//   ctgrad::jvp(f)(point, direction)   J v: how f's result changes along a direction; forward mode
//   ctgrad::vjp(f)(point, weights)     wᵀJ: the gradient of the weighted results; reverse mode
//   ctgrad::hvp(f)(point, direction)   H v: how the gradient changes; forward over reverse
//
// The point is f's only argument, or the std::tuple or std::array of its arguments. A direction has
// the structure of what f is differentiated by (its arguments, or those in wrt<...>), weights that
// of f's result. Each costs a small multiple of f itself, whatever the size of the matrix.
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/program/tangent.hpp>

namespace ctgrad {
namespace detail {

struct jvp_kind : derivative_of_function {
  static constexpr std::size_t extra = 1;
  template <class Y, class X>
  using shape = shaped_as<Y>;
  template <class Y, class X>
  using along = X;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return tangents(home, call.outputs, call.inputs, call.extra);
  }
};

struct vjp_kind : derivative_of_function {
  static constexpr std::size_t extra = 1;
  template <class Y, class X>
  using shape = shaped_as<X>;
  template <class Y, class X>
  using along = Y;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return ctgrad::adjoints(home, call.outputs, call.inputs, call.extra);
  }
};

struct hvp_kind : derivative_of_function {
  static constexpr bool scalar_result = true;
  static constexpr std::size_t extra = 1;
  template <class Y, class X>
  using shape = shaped_as<X>;
  template <class Y, class X>
  using along = X;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return tangents(home, ctgrad::adjoints(home, call.outputs[0], call.inputs), call.inputs,
                    call.extra);
  }
};

template <class Kind>
using value_with_product_of = with_value<value_with_product, Kind>;

}  // namespace detail

/// The derivative of f's result along a direction. Errors: [ctgrad-E18], as jacobian(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto jvp(const F&) {
  return detail::differential_along<detail::jvp_kind, F, Options...>{};
}

/// The gradient of the weighted sum of f's results. Errors: [ctgrad-E18], as jacobian(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto vjp(const F&) {
  return detail::differential_along<detail::vjp_kind, F, Options...>{};
}

/// The Hessian of f times a direction. Errors: [ctgrad-E18], as gradient(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto hvp(const F&) {
  return detail::differential_along<detail::hvp_kind, F, Options...>{};
}

/// auto [value, product] = value_and_jvp(f)(point, direction);
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_jvp(const F&) {
  using kind = detail::value_with_product_of<detail::jvp_kind>;
  return detail::differential_along<kind, F, Options...>{};
}

/// auto [value, product] = value_and_vjp(f)(point, weights);
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_vjp(const F&) {
  using kind = detail::value_with_product_of<detail::vjp_kind>;
  return detail::differential_along<kind, F, Options...>{};
}

/// auto [value, product] = value_and_hvp(f)(point, direction);
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_hvp(const F&) {
  using kind = detail::value_with_product_of<detail::hvp_kind>;
  return detail::differential_along<kind, F, Options...>{};
}

}  // namespace ctgrad
