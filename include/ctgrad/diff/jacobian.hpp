// jacobian(f) and value_and_jacobian(f): all partials of a function with several results.
//
//   constexpr auto polar = [](auto r, auto angle) {
//     return std::array{r * cos(angle), r * sin(angle)};
//   };
//   auto J = ctgrad::jacobian(polar)(2.0, 0.5);   // J[i][j]: of result i by argument j
//
// The result of f is a number or a structure of numbers (std::array, std::tuple, std::pair, adapted
// struct template), the Jacobian the same structure with a gradient in place of every number.
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/program/jacobian.hpp>

namespace ctgrad {
namespace detail {

struct jacobian_kind : derivative_of_function {
  template <class Y, class X>
  using shape = nested<Y, shaped_as<X>>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return jacobian(home, call.outputs, call.inputs);
  }
};

}  // namespace detail

/// The Jacobian of a function, row by row. How it is accumulated (forward, reverse, by elimination
/// of intermediate results) is chosen when the call is compiled, by counted operations; entries
/// that are always 0 cost nothing. Errors: [ctgrad-E03], E05, E08, E09, E11, E16.
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto jacobian(const F&) {
  return detail::differential<detail::jacobian_kind, F, Options...>{};
}

/// auto [value, jacobian] = value_and_jacobian(f)(x, y); what they share is computed once. Errors:
/// as for jacobian(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_jacobian(const F&) {
  using kind = detail::with_value<value_with_jacobian, detail::jacobian_kind>;
  return detail::differential<kind, F, Options...>{};
}

}  // namespace ctgrad
