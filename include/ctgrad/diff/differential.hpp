// What gradient(f), jacobian(f) and their relatives have in common: a call is traced,
// differentiated, and run on the arguments.
//
// A kind of derivative says
//   gives_value       whether its first results are those of the function
//   scalar_result     whether the function has to return one number
//   extra             how many arguments are not the function's (the direction of a jvp)
//   check_inputs<N>() whether it can be taken by N numbers
//   shape<Y, X>       how the result is arranged, for the structures of f's result and of what f is
//                     differentiated by
//   derive(home, ...) which symbols are the numbers of the result, in the order of the shape
#pragma once

#include <ctgrad/diff/likeness.hpp>
#include <ctgrad/diff/running.hpp>
#include <ctgrad/diff/shape.hpp>
#include <ctgrad/diff/trace.hpp>
#include <ctgrad/program/optimize.hpp>
#include <ctgrad/program/value_with.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class T>
using symbols = std::vector<basic_symbol<T>>;

/// What most kinds of derivatives have in common.
struct derivative_of_function {
  static constexpr bool scalar_result = false;
  static constexpr std::size_t extra = 0;
  static constexpr bool gives_value = false;
  template <std::size_t Inputs>
  static consteval bool check_inputs() {
    return true;
  }
};

/// What a kind derives from: the symbols of the function's result, of the arguments it is
/// differentiated by, and of the arguments that are not the function's.
template <class T>
struct traced_call {
  symbols<T> outputs, inputs, extra;
};

/// The program of one kind of derivative of F by the arguments Chosen.
template <class Kind, class F, class Wrt, class T, class... Args>
struct differential_program;

template <class Kind, class F, std::size_t... Chosen, class T, class... Args>
struct differential_program<Kind, F, wrt<Chosen...>, T, Args...> {
  static constexpr std::size_t own = sizeof...(Args) - Kind::extra;
  using result =
      decltype(call_with<F, own>(std::declval<std::tuple<rebound<Args, basic_symbol<T>>...>>()));
  static constexpr std::size_t values = structure<result>::leaves;
  static constexpr std::size_t hidden = Kind::gives_value ? 0 : values;

  static constexpr program<T> build() {
    builder<T> home;
    const auto arguments = declare_inputs<T, Args...>(home);
    traced_call<T> call{symbols_of<T>(call_with<F, own>(arguments)), {}, {}};
    (append(call.inputs, std::get<Chosen>(arguments)), ...);
    if constexpr (Kind::extra != 0) append(call.extra, std::get<own>(arguments));
    std::vector<slot> outputs;
    if (hidden != 0) {
      for (const auto& y : call.outputs) outputs.push_back(y.at(home));
    }
    for (const auto& d : Kind::derive(home, call)) outputs.push_back(d.at(home));
    return home.finish(outputs);
  }

  /// The number of operations of the function itself. (Errors in it are short if nothing else
  /// stands between.)
  static constexpr std::size_t operations() {
    builder<T> home(only_count);
    const auto arguments = declare_inputs<T, Args...>(home);
    static_cast<void>(call_with<F, own>(arguments));
    return home.counted();
  }

  /// Are the partials of the function's ops constexpr? No constant expression if not.
  static constexpr bool has_partials() {
    builder<T> home;
    const auto arguments = declare_inputs<T, Args...>(home);
    static_cast<void>(call_with<F, own>(arguments));
    return try_partials(home);
  }

 private:
  static constexpr void append(symbols<T>& all, const auto& structure_) {
    for (const auto& leaf : symbols_of<T>(structure_)) all.push_back(leaf);
  }
};

/// One call of a derivative, checked: the type of its result and how to compute it.
template <way Way, class Shape, class Source, class... Args>
struct differential_call {
  using scalar = scalar_of_call<Args...>;
  using shape = Shape;
  using result = typename Shape::template type<scalar>;
  using traced = Source;
  using source = typename to_run<Source>::type;
  static constexpr way how = Way;

  static constexpr void compute(result& out, const Args&... args) {
    if constexpr (Way == way::interpreted) {
      run_interpreted<Shape, Source, scalar>(out, args...);
    } else {
      unroll<frozen<source>::value, scalar>(argument_leaves<Args...>{{args...}},
                                            result_leaves<Shape, result>{out});
    }
  }
};

/// A call that cannot be: the compiler has said why.
struct refused_call {
  static constexpr way how = way::refused;
  struct result {};
  static constexpr void compute(result&, const auto&...) {}
};

template <std::size_t... Chosen>
constexpr bool exist(wrt<Chosen...>, std::size_t arguments) {
  return ((Chosen < arguments) && ...);
}

/// Checks a call, from the plainest mistake to the subtlest, and finds its differential_call. Own
/// are the arguments of the function, Extra the ones behind them.
template <class Kind, class F, class... Options, class... Own, class... Extra>
consteval auto checked_call(std::tuple<Own...>*, std::tuple<Extra...>*) {
  using T = literal_type<scalar_of_call<Own..., Extra...>>;
  using Wrt = typename chosen_of<Options...>::template type<sizeof...(Own)>;
  constexpr bool chosen = exist(Wrt{}, sizeof...(Own));
  static_assert(chosen,
                "[ctgrad-E16] wrt<...> names an argument that the function does not have; "
                "arguments are counted from 0");
  if constexpr (!check_options<Options...>() || !chosen) {
    return std::type_identity<refused_call>{};
  } else if constexpr (!check_call<F, basic_symbol<T>, Own...>()) {
    return std::type_identity<refused_call>{};
  } else if constexpr (!check_result<traced_result<F, basic_symbol<T>, Own...>,
                                     Kind::scalar_result>()) {
    return std::type_identity<refused_call>{};
  } else {
    using Y = traced_result<F, basic_symbol<T>, Own...>;
    using X = typename chosen_structure<Wrt, Own...>::type;
    using source = differential_program<Kind, F, Wrt, T, Own..., Extra...>;
    if constexpr (!Kind::template check_inputs<structure<X>::leaves>()) {
      return std::type_identity<refused_call>{};
    } else if constexpr (!check_extra<Kind, Y, X, Extra...>()) {
      return std::type_identity<refused_call>{};
    } else if constexpr (constexpr way how = way_to_run<source, T, Options...>();
                         how == way::refused) {
      return std::type_identity<refused_call>{};
    } else {
      using shape = typename Kind::template shape<Y, X>;
      return std::type_identity<differential_call<how, shape, source, Own..., Extra...>>{};
    }
  }
}

template <class Kind, class F, class Own, class Extra, class... Options>
using call_of = typename decltype(checked_call<Kind, F, Options...>(
    static_cast<Own*>(nullptr), static_cast<Extra*>(nullptr)))::type;

/// An argument that no symbol can stand for: its derivative is taken at run time, as that of
/// dynamic(f) is (eigen/derivative.hpp).
template <class X>
inline constexpr bool only_at_run_time = false;
template <class Kind>
struct at_run_time;

/// What gradient(f) and its relatives return: call it with the function's arguments.
template <class Kind, class F, class... Options>
struct differential {
  template <class... Args>
  using call = call_of<Kind, F, std::tuple<Args...>, std::tuple<>, Options...>;

  template <class... Args>
  constexpr auto operator()(const Args&... args) const {
    typename call<Args...>::result result;  // written in place: it is what the caller gets
    call<Args...>::compute(result, args...);
    return result;
  }
  // A function of its own: in the branch of an if, g++ would copy the result.
  template <class... Args>
    requires(only_at_run_time<Args> || ...)
  constexpr auto operator()(const Args&... args) const {
    return at_run_time<Kind>::template of<F, Options...>()(args...);
  }
};

/// Is a point the function's only argument? Otherwise it is the tuple or array of its arguments.
template <class F, class Point>
concept is_argument_of =
    structured<Point> &&
    requires(const F& f,
             const rebound<Point, basic_symbol<literal_type<scalar_of_call<Point>>>>& x) { f(x); };

/// What jvp(f) and its relatives return: call it with a point and a direction (or weights).
template <class Kind, class F, class... Options>
struct differential_along {
  template <class Along, class... Args>
  using call = call_of<Kind, F, std::tuple<Args...>, std::tuple<Along>, Options...>;

  /// The call at a point and a direction of these types, whose numbers are its inputs in order.
  template <class Point, class Along>
  struct at_point {
    using type = call<Along, Point>;
  };
  template <tuple_like Point, class Along>
    requires(!is_argument_of<F, Point> && structured<Point>)
  struct at_point<Point, Along> {
    template <std::size_t... I>
    static auto of(std::index_sequence<I...>)
        -> std::type_identity<call<Along, std::tuple_element_t<I, Point>...>>;
    using type = typename decltype(of(std::make_index_sequence<std::tuple_size_v<Point>>{}))::type;
  };
  template <class Point, class Along>
  using call_at = typename at_point<Point, Along>::type;

  template <class Point, class Along>
  constexpr auto operator()(const Point& point, const Along& along) const {
    if constexpr (only_at_run_time<Point> || only_at_run_time<Along>) {
      return at_run_time<Kind>::template of<F, Options...>()(point, along);
    } else if constexpr (is_argument_of<F, Point> || !structured<Point>) {
      return run(along, point);
    } else if constexpr (check_point<tuple_like<Point>>()) {
      return [&]<std::size_t... I>(std::index_sequence<I...>) {  // errors are short without apply
        return run(along, std::get<I>(point)...);
      }(std::make_index_sequence<std::tuple_size_v<Point>>{});
    } else {
      return refused_call::result{};
    }
  }
  template <class... Args>
    requires(sizeof...(Args) != 2)
  constexpr auto operator()(const Args&...) const {
    static_cast<void>(check_point<sizeof...(Args) == 2>());
    return refused_call::result{};
  }

 private:
  template <class Along, class... Args>
  static constexpr auto run(const Along& along, const Args&... args) {
    typename call<Along, Args...>::result result;
    call<Along, Args...>::compute(result, args..., along);
    return result;
  }
};

}  // namespace ctgrad::detail
