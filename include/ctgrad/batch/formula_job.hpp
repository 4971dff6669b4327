// A formula, or a derivative of one, over many points: vmap(gradient(e))(x = xs, y = 2.0).
#pragma once

#include <ctgrad/batch/check.hpp>
#include <ctgrad/batch/static_job.hpp>
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/evaluate.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// What a variable was given, as an argument of a batch.
template <class Binding>
struct bound;
template <fixed_string Name, class T>
struct bound<binding<Name, T>> {
  using type = T;
  using number = T;
  static constexpr auto name = Name;
  static constexpr T value(const binding<Name, T>& b) { return b.value; }
};
template <fixed_string Name, class T>
struct bound<binding_of_points<Name, T>> {
  using type = std::span<const T>;
  using number = T;
  static constexpr auto name = Name;
  static constexpr type value(const binding_of_points<Name, T>& b) { return {b.numbers, b.points}; }
};

template <class Binding>
inline constexpr bool is_binding = requires { bound<Binding>::name; };

/// A formula, or a Kind of derivative of it, as a call (diff/differential.hpp).
template <class E, class Scalar, class Kind>
struct formula_call {
  using scalar = Scalar;
  using literal = literal_type<Scalar>;
  using traced = formula_derivative<E, literal, Kind>;
  using source = typename to_run<traced>::type;
  using shape = typename Kind::template shape<double, keyed_by_variables<E>>;
  using result = typename shape::template type<Scalar>;
  static constexpr way how = way_to_run<traced, literal>();
};

/// The bindings in the order of E's variables: where that of variable I stands.
template <class E, class... Bindings>
constexpr std::size_t place_of_binding(std::size_t variable) {
  std::size_t at = 0;
  for (const std::string_view name : {bound<Bindings>::name.view()...}) {
    if (position_of<E>(name) == variable) break;
    ++at;
  }
  return at;
}

template <class E, class T>
std::array<T, count_constants<E>> numbers_of_constants(const E& e) {
  std::array<T, count_constants<E>> numbers{};
  std::size_t next = 0;
  const auto store = [&](const auto& value_) { numbers[next++] = static_cast<T>(value_); };
  constants_of<decltype(store)&>{store}(e);
  return numbers;
}

template <yield_of_points Yield, class Kind, class E, class... Bindings, std::size_t... I>
auto with_job_of_variables(const E& e, auto&& run, std::index_sequence<I...>,
                           const Bindings&... bindings) {
  using scalar = common_scalar_t<typename bound<Bindings>::number...>;
  using given = std::tuple<typename bound<Bindings>::type...>;
  using constants = std::array<scalar, count_constants<E>>;
  using job =
      static_job<Yield, formula_call<E, scalar, Kind>,
                 std::tuple_element_t<place_of_binding<E, Bindings...>(I), given>..., constants>;
  const given values{bound<Bindings>::value(bindings)...};
  return run(job(std::get<place_of_binding<E, Bindings...>(I)>(values)...,
                 numbers_of_constants<E, scalar>(e)));
}

/// Calls run(job) with the job of a formula at these bindings. Errors: [ctgrad-E01], E02, E13, E56.
template <yield_of_points Yield, class Kind, class E, class... Bindings>
auto with_formula_job(const E& e, auto&& run, const Bindings&... bindings) {
  constexpr bool named = (is_binding<Bindings> && ...);
  static_assert(named,
                "[ctgrad-E01] a batch of a formula is called with its variables named: "
                "vmap(e)(x = numbers, y = 2.0)");
  if constexpr (!named) {
    return;
  } else if constexpr (complete<E, bound<Bindings>::name...>()) {
    if constexpr (check_points<typename bound<Bindings>::type...>()) {
      constexpr auto variables = std::make_index_sequence<variable_names<E>.size()>{};
      return with_job_of_variables<Yield, Kind>(e, run, variables, bindings...);
    }
  }
}

}  // namespace ctgrad::detail
