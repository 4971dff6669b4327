// derivative(f): the derivative of a function of one number, to any order.
#pragma once

#include <ctgrad/diff/trace.hpp>
#include <ctgrad/expr/evaluate.hpp>

namespace ctgrad {
namespace detail {

/// Differentiates what was recorded Order times by its only input.
template <class F, int Order, class T>
struct derivative_program {
  static constexpr program<T> build() {
    builder<T> home;
    const basic_symbol<T> x{home, home.input()};
    basic_symbol<T> y = F{}(x);
    for (int k = 0; k < Order; ++k) y = adjoints(home, y, {x})[0];
    return home.finish({y.at(home)});
  }
};

template <class F, int Order>
struct function_derivative {
  template <number X>
  constexpr auto operator()(const X& x) const {
    using T = literal_type<scalar_of_call<X>>;
    using source = derivative_program<F, Order, T>;
    if constexpr (Order >= 1 && check_call<F, basic_symbol<T>, X>()) {
      if constexpr (check_result<traced_result<F, basic_symbol<T>, X>>()) {
        if constexpr (check_trace<source>()) return run_traced<source>(x)[0];
      }
    }
  }
};

}  // namespace detail

/// The derivative of a function of one number: derivative(f)(x); derivative<3>(f)(x) is f'''(x).
/// The cost grows with the order as the size of the written-out derivative does.
template <int Order = 1, class F>
  requires(!formula_node<F>)
constexpr auto derivative(const F&) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  return detail::function_derivative<F, Order>{};
}

}  // namespace ctgrad
