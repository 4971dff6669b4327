// fused(f)(values...): a function of Values as one result.
//
//   constexpr auto step = ctgrad::fused([](auto y, auto x) { return sin(y) * x + y; });
//   for (int i = 0; i < n; ++i) y = step(y, x);
//
// Value and gradient of f are computed by straight-line code that is generated when the program is
// compiled (diff/gradient.hpp), and what is recorded is one result with an edge to each Value among
// the arguments: 16 bytes each and 8 for the adjoint, whatever is computed inside.
//
// f is a function as gradient(f) takes it: captureless, of numbers or structures of numbers, with
// one number as its result. An argument is a Value, a structure of Values (std::array, std::tuple,
// an adapted struct template), or data that is not differentiated by. A std::vector<Value> is
// refused
// ([ctgrad-E11]): how many edges there are, and the code of the gradient, follow from the types.
#pragma once

#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/tape/fused_arguments.hpp>
#include <ctgrad/tape/located.hpp>
#include <ctgrad/tape/value.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad {
namespace detail {

/// How such a call is shown: with the program that it runs, unless that is too long to be unrolled
/// or computes with other numbers.
template <class F, class T, class... X>
constexpr wide_text<T> text_of_call() {
  using function = decltype(value_and_gradient<typename recorded_arguments<X...>::chosen>(
      std::declval<const F&>()));
  using source = typename function::template call<
      std::remove_cvref_t<decltype(data_in(std::declval<const X&>()))>...>::source;
  wide_text<T> result{{"fused", 0, {}, {}}, {}, {}, 0};
  if constexpr (!requires { source::is_long; }) {
    constexpr auto& program = frozen<source>::value;
    if constexpr (std::is_same_v<typename std::remove_cvref_t<decltype(program)>::scalar, T>) {
      result.code = program.code;
      result.outputs = program.outputs;
      result.inputs = program.inputs;
    }
  }
  return result;
}
template <class F, class T, class... X>
inline constexpr wide_text<T> text_of_fused = text_of_call<F, T, X...>();

template <class F>
consteval bool check_fused() {
  constexpr bool stateless = std::is_empty_v<F> && std::default_initializable<F>;
  static_assert(stateless,
                "[ctgrad-E08] fused(f) takes a lambda without captures or another function object "
                "without state: pass what it captures as a further argument, "
                "fused([](auto x, auto k) { ... })(x, k); wrap a function template in a lambda, "
                "fused([](auto x) { return g(x); }) (a plain function has to become a template); "
                "or call checkpoint(f), which may have captures, or f itself");
  return stateless;
}

template <bool Structured>
consteval bool check_fused_arguments() {
  static_assert(Structured,
                "[ctgrad-E11] fused(f) is called with a std::vector, another range or a struct "
                "whose number of Values (or numbers) its type does not tell: pass a std::array, a "
                "std::tuple or an adapted struct template; for a sum of a range there are "
                "sum(range) and dot(a, b); or call f itself, or checkpoint(f)");
  return Structured;
}

/// What fused(f) is for an f that cannot be fused: the compiler has said why.
struct refused_function {
  constexpr basic_value<double> operator()(const auto&...) const { return 0.0; }
};

template <class F>
struct fused_function {
  template <class... X>
    requires(is_recorded_argument<X> || ...)
  CTGRAD_RECORD auto operator()(const X&... x) const {
    if constexpr (check_fused_arguments<(structured<X> && ...)>()) {
      return run(x...);
    } else {
      return basic_value<double>();
    }
  }

  /// Without Values it is the function itself.
  template <class... X>
    requires(!(is_recorded_argument<X> || ...))
  constexpr auto operator()(const X&... x) const {
    if constexpr (check_fused_arguments<!hides_values<F, X...>()>()) {
      return function(x...);
    } else {
      return basic_value<double>();
    }
  }

  [[no_unique_address]] F function;

 private:
  /// So many numbers are handed on one by one.
  static constexpr std::size_t unrolled = 16;

  template <class... X>
  CTGRAD_RECORD auto run(const X&... x) const {
    using arguments = recorded_arguments<X...>;
    using T = typename arguments::number;
    using call = typename decltype(value_and_gradient<typename arguments::chosen>(
        function))::template call<std::remove_cvref_t<decltype(data_in(x))>...>;
    if constexpr (call::how == way::refused) {  // the compiler has said why
      return basic_value<T>();
    } else {
      const auto result = value_and_gradient<typename arguments::chosen>(function)(data_in(x)...);
      return record<arguments>(result, text_of_fused<F, T, X...>, std::tie(x...),
                               std::make_index_sequence<arguments::leaves>{});
    }
  }

  /// As an operation of the leaves of all arguments.
  template <class Arguments, class T, class... X, std::size_t... Leaf>
  CTGRAD_RECORD static auto record(const auto& result, const wide_text<T>& what,
                                   const std::tuple<const X&...>& all,
                                   std::index_sequence<Leaf...>) {
    using shape = structure<std::tuple<X...>>;
    if constexpr (sizeof...(Leaf) <= unrolled) {
      return value_engine<T>::fixed(
          result.value, what,
          std::array<T, sizeof...(Leaf)>{
              partial_at<T, Arguments::partial_by[Leaf]>(result.gradient)...},
          shape::template leaf<Leaf>(all)...);
    } else {
      return value_engine<T>::wide(
          result.value, sizeof...(Leaf), what,
          [&](auto&& edge_) {
            (edge_(partial_at<T, Arguments::partial_by[Leaf]>(result.gradient),
                   shape::template leaf<Leaf>(all)),
             ...);
          },
          [&](auto&& show_) { (show_(shape::template leaf<Leaf>(all)), ...); });
    }
  }
  template <class T, int Partial, class Gradient>
  CTGRAD_RECORD static T partial_at(const Gradient& gradient) {
    if constexpr (Partial < 0) {
      return T{};
    } else {
      return structure<Gradient>::template leaf<std::size_t(Partial)>(gradient);
    }
  }
};

}  // namespace detail

/// A function whose calls with Values are recorded as one result. Errors, when it is compiled:
/// those of gradient(f), [ctgrad-E08] also if it is never called, and [ctgrad-E11] for a
/// std::vector.
template <class F>
constexpr auto fused(F f_) {
  if constexpr (detail::check_fused<F>()) {
    return detail::located_function<detail::fused_function<F>>{f_};
  } else {
    return detail::refused_function{};
  }
}

}  // namespace ctgrad
