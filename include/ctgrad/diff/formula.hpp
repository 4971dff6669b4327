// gradient(e), hessian(e) and their relatives of formulas, called with named arguments.
//
//   auto g = ctgrad::gradient(e)(x = 2.0, y = 1.0);   // g[x], g[y]
//   auto h = ctgrad::hessian(e)(x = 2.0, y = 1.0);    // h[x][y]
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/expr/evaluate.hpp>

namespace ctgrad {
namespace detail {

template <class T, fixed_string... Names>
struct structure<keyed<T, Names...>> {
  using entries = std::array<T, sizeof...(Names)>;
  using number = typename structure<entries>::number;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = structure<entries>::leaves;
  template <class Scalar>
  using rebind = keyed<Scalar, Names...>;
  static constexpr void visit(auto& x, auto& f) { structure<entries>::visit(x.entries, f); }
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& leaf(auto& x) {
    return structure<entries>::template leaf<I>(x.entries);
  }
};

template <class E, std::size_t... I>
constexpr auto keyed_by(std::index_sequence<I...>) -> keyed<double, name_at<E, I>...>;
template <class E>
using keyed_by_variables =
    decltype(keyed_by<E>(std::make_index_sequence<variable_names<E>.size()>{}));

/// A kind of derivative (diff/differential.hpp) of a formula by all of its variables.
template <class Kind>
struct of_formula {
  static constexpr bool gives_value = Kind::gives_value;
  template <class T>
  static constexpr symbols<T> derive(builder<T>& home, const basic_symbol<T>& y,
                                     const symbols<T>& variables) {
    return Kind::derive(home, traced_call<T>{{y}, variables, {}});
  }
};

/// A derivative of a formula by all of its variables, as a source of programs. Its inputs are the
/// variables in the order of appearance and behind them the formula's run-time constants.
template <class E, class T, class Kind>
struct formula_derivative : formula_program<E, T, of_formula<Kind>> {
  static constexpr std::size_t operations() { return static_cast<std::size_t>(E::nodes); }
  static constexpr bool has_partials() {
    builder<T> home;
    lowering<T> lower(home, names_of<E>());
    lower.declare_constants(count_constants<E>);
    static_cast<void>(lower(of<E>{}));
    return try_partials(home);
  }
};

template <class T, std::size_t N>
constexpr std::array<T, N - 1> without_last(const std::array<T, N>& numbers) {
  std::array<T, N - 1> result{};
  for (std::size_t i = 0; i + 1 < N; ++i) result[i] = numbers[i];
  return result;
}

/// What gradient(e) and its relatives return: call it with named arguments.
template <class Kind, class E>
struct formula_differential {
  E e;

  template <fixed_string... Given, class... T>
  constexpr auto operator()(const binding<Given, T>&... bindings) const {
    using scalar = common_scalar_t<T...>;
    using shape = typename Kind::template shape<double, keyed_by_variables<E>>;
    using result_type = typename shape::template type<scalar>;
    result_type result{};
    if constexpr (complete<E, Given...>()) {
      using number = literal_type<scalar>;
      using source = formula_derivative<E, number, Kind>;
      const auto inputs = inputs_of<scalar>(e, bindings...);
      if constexpr (constexpr way how = way_to_run<source, number>(); how == way::unrolled) {
        unroll<frozen<typename to_run<source>::type>::value, scalar>(
            consecutive<const scalar>{inputs.data()}, result_leaves<shape, result_type>{result});
      } else if constexpr (how == way::interpreted) {
        run_interpreted<shape, source, scalar>(result, without_last(inputs));
      }
    }
    return result;
  }
};

}  // namespace detail

/// g = gradient(e) is called with named arguments and read by variable: g(x = 2.0, y = 1.0)[x].
template <formula_node E>
constexpr auto gradient(const E& e) {
  return detail::formula_differential<detail::gradient_kind, E>{e};
}

/// Like gradient(e), together with the value: r.value, r.gradient[x]. One sweep gives all of them.
template <formula_node E>
constexpr auto value_and_gradient(const E& e) {
  return detail::formula_differential<detail::value_and_gradient_kind, E>{e};
}

/// All second partials: hessian(e)(x = 2.0, y = 1.0)[x][y].
template <formula_node E>
constexpr auto hessian(const E& e) {
  return detail::formula_differential<detail::hessian_kind, E>{e};
}

/// r.value, r.hessian[x][y]
template <formula_node E>
constexpr auto value_and_hessian(const E& e) {
  return detail::formula_differential<detail::value_and_hessian_kind, E>{e};
}

/// r.value, r.gradient[x], r.hessian[x][y]
template <formula_node E>
constexpr auto value_gradient_hessian(const E& e) {
  return detail::formula_differential<detail::gradient_and_hessian_kind, E>{e};
}

}  // namespace ctgrad
