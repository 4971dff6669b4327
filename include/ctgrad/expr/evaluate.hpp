// Values and gradients of formulas at named arguments.
#pragma once

#include <ctgrad/expr/bindings.hpp>
#include <ctgrad/program/unroll.hpp>
#include <ctgrad/program/value_with.hpp>

namespace ctgrad {

namespace detail {

template <bool WithGradient, class E, fixed_string... Given, class... T>
constexpr auto run(const E& e, const binding<Given, T>&... bindings) {
  if constexpr (complete<E, Given...>()) {
    using scalar = common_scalar_t<T...>;
    using source = formula_program<E, literal_type<scalar>, WithGradient>;
    const auto inputs = inputs_of<scalar>(e, bindings...);
    return unroll<frozen<source>::value, scalar>(inputs.data());
  } else {
    return std::array<common_scalar_t<T...>, 1 + variable_names<E>.size()>{};
  }
}

template <class T, class E, std::size_t... I>
constexpr auto keyed_partials(const std::array<T, sizeof...(I) + 1>& results,
                              std::index_sequence<I...>) {
  return keyed<T, name_at<E, I>...>({results[I + 1]...});
}

}  // namespace detail

/// The value of a formula; the same as calling it.
template <formula_node E, detail::fixed_string... Given, class... T>
constexpr auto evaluate(const E& e, const binding<Given, T>&... bindings) {
  return detail::run<false>(e, bindings...)[0];
}

namespace detail {

/// What value_and_gradient(e) and gradient(e) return: call it with named arguments.
template <class E, bool WithValue>
struct formula_gradient {
  E e;

  template <fixed_string... Given, class... T>
  constexpr auto operator()(const binding<Given, T>&... bindings) const {
    const auto results = run<true>(e, bindings...);
    const auto partials = keyed_partials<typename decltype(results)::value_type, E>(
        results, std::make_index_sequence<variable_names<E>.size()>{});
    if constexpr (WithValue) {
      return value_with_gradient{results[0], partials};
    } else {
      return partials;
    }
  }
};

}  // namespace detail

/// g = gradient(e) is called with named arguments and read by variable: g(x = 2.0, y = 1.0)[x].
template <formula_node E>
constexpr auto gradient(const E& e) {
  return detail::formula_gradient<E, false>{e};
}

/// Like gradient(e), together with the value: r.value, r.gradient[x]. One sweep gives all of them.
template <formula_node E>
constexpr auto value_and_gradient(const E& e) {
  return detail::formula_gradient<E, true>{e};
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

}  // namespace ctgrad
