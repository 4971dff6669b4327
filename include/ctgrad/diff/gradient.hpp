// gradient(f) and value_and_gradient(f) of functions.
//
//   constexpr auto f = [](auto x, auto y) { return (x + y) * exp(x * y); };
//   auto [value, gradient] = ctgrad::value_and_gradient(f)(1.0, 2.0);   // gradient: array of 2
//
// The gradient is computed by straight-line code that is generated when the call is compiled: no
// heap, no tape (what is longer than 2,000 instructions is interpreted, see options.hpp). Its cost
// is at most a small multiple of the function's own, whatever the number of arguments. Results have
// the shape of the arguments:
//   numbers only            std::array of partials, in the order of the arguments
//   one structured argument the same structure, holding partials
//   mixed                   std::tuple with one entry per argument
#pragma once

#include <ctgrad/diff/differential.hpp>
#include <ctgrad/expr/node.hpp>

namespace ctgrad {
namespace detail {

/// In front of another kind: the value of the function.
template <template <class...> class Aggregate, class Kind>
struct with_value : Kind {
  static constexpr bool gives_value = true;
  template <class Y, class X>
  using shape = together<Aggregate, shaped_as<Y>, typename Kind::template shape<Y, X>>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    symbols<T> all = call.outputs;
    for (const auto& d : Kind::derive(home, call)) all.push_back(d);
    return all;
  }
};

struct gradient_kind : derivative_of_function {
  static constexpr bool scalar_result = true;
  template <class Y, class X>
  using shape = shaped_as<X>;

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return ctgrad::adjoints(home, call.outputs[0], call.inputs);
  }
};
using value_and_gradient_kind = with_value<value_with_gradient, gradient_kind>;

}  // namespace detail

/// The gradient of a function: gradient(f)(x, y) holds df/dx and df/dy. gradient<wrt<0>>(f) gives
/// only the partials by the named arguments. The result has the shape of the arguments: an array
/// for numbers, the same structure for one structured argument, otherwise a tuple. Costs a small
/// multiple of f, whatever the number of arguments (of arithmetic at most five times as many
/// operations: Baur and Strassen, 1983). Errors: [ctgrad-E03], E05, E08, E09, E11, E16.
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto gradient(const F&) {
  return detail::differential<detail::gradient_kind, F, Options...>{};
}

/// Value and gradient in one sweep: auto [value, gradient] = value_and_gradient(f)(x, y). Shape,
/// cost and errors are those of gradient(f).
template <class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_gradient(const F&) {
  return detail::differential<detail::value_and_gradient_kind, F, Options...>{};
}

}  // namespace ctgrad
