// Values of formulas at named arguments, and formulas that are derivatives of others.
#pragma once

#include <ctgrad/expr/bindings.hpp>
#include <ctgrad/program/unroll.hpp>

namespace ctgrad {
namespace detail {

/// The value of a derivative of a formula is straight-line code, which has a limit.
template <class Source>
consteval bool check_length() {
  constexpr bool built = buildable<Source>;
  static_assert(built,
                "[ctgrad-E10] a derivative of this formula is too long for the compiler's limits "
                "(or an op in it has partials that are not constexpr): take gradient(e) or "
                "hessian(e), or write the formula as a function (a generic lambda) and take "
                "derivative<N>(f) or partial<i, j>(f)");
  return built;
}

}  // namespace detail

/// The value of a formula; the same as calling it.
template <formula_node E, detail::fixed_string... Given, class... T>
constexpr auto evaluate(const E& e, const binding<Given, T>&... bindings) {
  using scalar = detail::common_scalar_t<T...>;
  if constexpr (detail::complete<E, Given...>()) {
    using source = detail::formula_program<E, detail::literal_type<scalar>>;
    if constexpr (detail::check_length<source>()) {
      const auto inputs = detail::inputs_of<scalar>(e, bindings...);
      return unroll<frozen<source>::value, scalar>(inputs.data())[0];
    } else {
      return scalar{};
    }
  } else {
    return scalar{};
  }
}

/// The partial derivative of e with respect to x, as a formula: it can be evaluated, printed,
/// combined with other formulas and differentiated again. Order is the number of differentiations.
template <int Order = 1, formula_node E, detail::fixed_string Name>
constexpr auto derivative(const E& e, const variable<Name>& x) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  if constexpr (Order == 1) {
    return derived<E, Name>(e);
  } else {
    return derived<decltype(derivative<Order - 1>(e, x)), Name>(derivative<Order - 1>(e, x));
  }
}

/// A mixed partial derivative: derivative(e, x, y) is d²e/dxdy.
template <formula_node E, detail::fixed_string First, detail::fixed_string... Rest>
  requires(sizeof...(Rest) > 0)
constexpr auto derivative(const E& e, const variable<First>&, const variable<Rest>&... rest) {
  return derivative(derived<E, First>(e), rest...);
}

}  // namespace ctgrad
