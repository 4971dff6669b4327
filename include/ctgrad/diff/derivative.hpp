// derivative<N>(f) of a function of one number, and mixed partials of any order.
//
//   ctgrad::derivative<3>(f)(x)         f'''(x)
//   ctgrad::partial<0, 0, 1>(g)(x, y)   d³g/dx²dy
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/program/jacobian.hpp>
#include <ctgrad/program/tangent.hpp>

#include <cstddef>

namespace ctgrad {
namespace detail {

/// Differentiated by one input after the other. From the second on by forward sweeps: each makes
/// the program less than twice as long, a reverse sweep two to three times.
template <class T>
constexpr symbols<T> differentiated(builder<T>& home, const symbols<T>& y, const symbols<T>& by) {
  symbols<T> derived = jacobian(home, y, {by[0]});
  for (std::size_t i = 1; i < by.size(); ++i) {
    derived = tangents(home, derived, {by[i]}, {basic_symbol<T>(1)});
  }
  return derived;
}

template <int Order>
struct derivative_kind : derivative_of_function {
  template <class Y, class X>
  using shape = shaped_as<Y>;

  template <std::size_t Inputs>
  static consteval bool check_inputs() {
    constexpr bool one = Inputs == 1;
    static_assert(one,
                  "[ctgrad-E19] derivative<N>(f) is taken by one number: name it with wrt<i> if "
                  "there are several, or take partial<i, j>(f), gradient(f) or jacobian(f)");
    return one;
  }

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return differentiated(home, call.outputs, symbols<T>(Order, call.inputs[0]));
  }
};

template <std::size_t... By>
struct partial_kind : derivative_kind<int(sizeof...(By))> {
  template <std::size_t Inputs>
  static consteval bool check_inputs() {
    constexpr bool exist = ((By < Inputs) && ...);
    static_assert(exist,
                  "[ctgrad-E16] partial<...> names a number that the function does not take; they "
                  "are counted from 0");
    return exist;
  }

  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const traced_call<T>& call) {
    return differentiated(home, call.outputs, {call.inputs[By]...});
  }
};

}  // namespace detail

/// The derivative of a function of one number: derivative(f)(x); derivative<3>(f)(x) is the third.
/// f may have several results (a curve); the derivative has the same structure. The cost grows with
/// the order as the size of the written-out derivative does. Errors: [ctgrad-E15], as gradient(f).
template <int Order = 1, class... Options, class F>
  requires(!formula_node<F>)
constexpr auto derivative(const F&) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  return detail::differential<detail::derivative_kind<Order>, F, Options...>{};
}

/// auto [value, derivative] = value_and_derivative(f)(x);
template <int Order = 1, class... Options, class F>
  requires(!formula_node<F>)
constexpr auto value_and_derivative(const F&) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  using kind = detail::with_value<value_with_derivative, detail::derivative_kind<Order>>;
  return detail::differential<kind, F, Options...>{};
}

/// A partial derivative of any order, by the numbers that f takes, counted from 0: partial<0, 1>(f)
/// (x, y) is d²f/dxdy. Errors: [ctgrad-E16], as jacobian(f).
template <std::size_t... By, class F>
  requires(sizeof...(By) > 0 && !formula_node<F>)
constexpr auto partial(const F&) {
  return detail::differential<detail::partial_kind<By...>, F>{};
}

}  // namespace ctgrad
