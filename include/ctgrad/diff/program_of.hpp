// The program behind a derivative: to look at, to print, to count.
//
//   auto p = ctgrad::program_of<double, double>(ctgrad::gradient(f));
//   std::cout << ctgrad::operations(p) << '\n' << ctgrad::to_string(p);
#pragma once

#include <ctgrad/diff/differential.hpp>
#include <ctgrad/diff/formula.hpp>

#include <cstddef>
#include <tuple>
#include <utility>

namespace ctgrad {
namespace detail {

template <class F, std::size_t... I>
constexpr bool takes_numbers(std::index_sequence<I...>) {
  return requires(const F& f, const symbol& x) { f((static_cast<void>(I), x)...); };
}

/// With how many numbers can F be called? 0 if with none or with different ones, up to 12.
template <class F>
constexpr std::size_t number_of_arguments() {
  return []<std::size_t... N>(std::index_sequence<N...>) {
    const std::size_t ways_ =
        (std::size_t{0} + ... + takes_numbers<F>(std::make_index_sequence<N + 1>{}));
    const std::size_t sum_ =
        (std::size_t{0} + ... +
         (takes_numbers<F>(std::make_index_sequence<N + 1>{}) ? N + 1 : std::size_t{0}));
    return ways_ == 1 ? sum_ : 0;
  }(std::make_index_sequence<12>{});
}

template <std::size_t... I>
auto doubles(std::index_sequence<I...>) -> std::tuple<decltype(static_cast<void>(I), double{})...>;

/// The types that a function is traced with: the given ones, or as many doubles as it takes.
template <class F, class... Args>
struct types_of_arguments {
  using type = std::tuple<Args...>;
};
template <class F>
struct types_of_arguments<F> {
  static constexpr std::size_t count = number_of_arguments<F>();
  static_assert(count > 0,
                "[ctgrad-E03] the program of this function depends on the types of its arguments: "
                "name them, as in program_of<std::array<double, 3>, double>(gradient(f))");
  using type = decltype(doubles(std::make_index_sequence<count>{}));
};

/// What the compiler has recorded. Recording again while the program runs may give another order of
/// instructions: the operands of a sum are evaluated in any order. A long program is recorded then
/// all the same, as it is for a call.
template <class Source>
constexpr auto recorded() {
  if constexpr (requires { Source::is_long; }) {
    return Source::build();
  } else {
    constexpr auto& code = frozen<Source>::value;
    using T = typename std::remove_cvref_t<decltype(code)>::scalar;
    return program<T>{{code.code.begin(), code.code.end()},
                      {code.outputs.begin(), code.outputs.end()},
                      code.inputs};
  }
}

}  // namespace detail

/// The program of a derivative of a function that is called with arguments of these types; without
/// them, with as many doubles as the function takes. It is the very program that a call runs.
/// Linear in its size.
template <class... Args, class Kind, class F, class... Options>
constexpr auto program_of(const detail::differential<Kind, F, Options...>&) {
  using arguments = typename detail::types_of_arguments<F, Args...>::type;
  return []<class... X>(std::tuple<X...>*) {
    return detail::recorded<
        typename detail::differential<Kind, F, Options...>::template call<X...>::source>();
  }(static_cast<arguments*>(nullptr));
}

/// The program of a jvp, vjp or hvp: its last input is the direction (or the weights), of type
/// Along; the others are the arguments.
template <class Along, class... Args, class Kind, class F, class... Options>
constexpr auto program_of(const detail::differential_along<Kind, F, Options...>&) {
  return detail::recorded<typename detail::differential_along<Kind, F, Options...>::template call<
      Along, Args...>::source>();
}

/// The program of a derivative of a formula. Its inputs are the variables in the order of
/// appearance and behind them the formula's run-time constants.
template <class Kind, class E>
constexpr auto program_of(const detail::formula_differential<Kind, E>&) {
  using source = detail::formula_derivative<E, double, Kind>;
  return detail::recorded<typename detail::to_run<source>::type>();
}

}  // namespace ctgrad
