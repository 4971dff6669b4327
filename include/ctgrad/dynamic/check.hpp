// What is wrong with a derivative at run time, if anything: one readable sentence each.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/diff/likeness.hpp>
#include <ctgrad/dynamic/call.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <std::size_t... Chosen>
consteval bool exist_once(wrt<Chosen...>, std::size_t arguments) {
  const std::size_t positions[]{Chosen..., arguments};
  for (std::size_t i = 0; i < sizeof...(Chosen); ++i) {
    for (std::size_t j = i + 1; j <= sizeof...(Chosen); ++j) {
      if (positions[i] >= arguments || positions[i] == positions[j]) return false;
    }
  }
  return true;
}

/// Checks what stands in the angle brackets.
template <class Wrt, std::size_t Arguments, class... Options>
consteval bool check_dynamic_options() {
  constexpr bool run = !has_option<unrolled, Options...> && !has_option<interpreted, Options...>;
  static_assert(run,
                "[ctgrad-E32] a derivative of dynamic(f) is recorded at run time, neither unrolled "
                "nor interpreted; of the options it takes wrt<...>");
  constexpr bool chosen = exist_once(Wrt{}, Arguments);
  static_assert(chosen,
                "[ctgrad-E16] wrt<...> names an argument that the function does not have, or one "
                "twice; arguments are counted from 0");
  return check_options<Options...>() && run && chosen;
}

template <class... X>
consteval bool check_arranged() {
  constexpr bool known = (arranged<X> && ...);
  static_assert(known,
                "[ctgrad-E11] an argument that is differentiated is neither a number nor a "
                "std::vector, std::span, std::array, std::tuple or adapted struct of numbers: name "
                "the others with wrt<...>, or specialise ctgrad::layout for its type");
  return known;
}

/// Can f be called with numbers of type V?
template <class V, class F, class Wrt, class... Args>
consteval bool check_dynamic_call() {
  constexpr bool callable = takes_arguments<F, V, Wrt, std::index_sequence_for<Args...>, Args...>;
  static_assert(callable,
                "[ctgrad-E03] the function cannot be called, as const, with this number (or these "
                "types) of arguments: it takes them as `auto` or as template parameters, for "
                "second derivatives and jvp runs it on other numbers than Value");
  return callable;
}

/// What f returns, as an object that depends on nothing else.
template <class V, class Wrt, class F, class... Args, std::size_t... I>
auto dynamic_result(std::index_sequence<I...>) {
  using returned = std::remove_cvref_t<decltype(std::declval<const F&>()(
      std::declval<const typename handed_on<V, Wrt, I, Args>::type&>()...))>;
  if constexpr (std::is_void_v<returned>) {
    return std::type_identity<void>{};
  } else {
    return std::type_identity<
        std::remove_cvref_t<decltype(evaluated<returned>::of(std::declval<returned>()))>>{};
  }
}

template <class V, class Y, bool Scalar>
consteval bool check_dynamic_result() {
  constexpr bool scalar = operand<Y> || !Scalar;
  static_assert(scalar,
                "[ctgrad-E05] a gradient or Hessian exists for a function with one number as its "
                "result: return a single number, e.g. one of them or their sum, or take "
                "jacobian(dynamic(f))");
  constexpr bool known = arranged<Y> || Scalar;
  static_assert(known,
                "[ctgrad-E05] the result of a function that is differentiated is a number or a "
                "std::vector, std::array, std::tuple or adapted struct of numbers");
  constexpr bool own = !known || std::convertible_to<number_in<Y>, V>;
  static_assert(own,
                "[ctgrad-E40] the result of a function that is differentiated is of another kind "
                "of numbers than its arguments. Either its return type is fixed, as in `-> Value`: "
                "make it `auto`, since second derivatives and jvp call it with other numbers than "
                "Value. Or it has captured a variable of a derivative around it: start from a "
                "number of the outer kind, derivative(dynamic(g))(decltype(x)(1.0)), or pass x as "
                "an argument");
  return scalar && known && own;
}

template <class Wrt, class... Args>
consteval bool check_dynamic_point() {
  return []<std::size_t... Chosen>(wrt<Chosen...>) {
    return check_arranged<std::tuple_element_t<Chosen, std::tuple<Args...>>...>();
  }(Wrt{});
}

/// All of it, for a Kind of derivative at a point of T.
template <class Kind, class T, class F, class Wrt, class... Options, class... Args>
consteval bool check_dynamic(std::tuple<Args...>*) {
  if constexpr (!check_dynamic_options<Wrt, sizeof...(Args), Options...>()) {
    return false;
  } else if constexpr (!check_dynamic_point<Wrt, Args...>()) {
    return false;
  } else {
    using V = typename Kind::template carrier<T, dynamic_call<F, Wrt, Args...>>;
    if constexpr (check_dynamic_call<V, F, Wrt, Args...>()) {
      using indices = std::index_sequence_for<Args...>;
      using Y = typename decltype(dynamic_result<V, Wrt, F, Args...>(indices{}))::type;
      return check_dynamic_result<V, Y, Kind::scalar_result>();
    } else {
      return false;
    }
  }
}
template <class Kind, class F, class Wrt, class T, class Arguments, class... Options>
inline constexpr bool dynamic_is_right =
    check_dynamic<Kind, T, F, Wrt, Options...>(static_cast<Arguments*>(nullptr));

/// A direction is like the point, weights are like the result: a struct is only like itself.
template <class Extra, class X>
consteval bool check_dynamic_extra() {
  constexpr bool same = [] {
    if constexpr (structured<Extra> && structured<X>) {
      return alike<Extra, X>;
    } else {
      return arranged<Extra>;
    }
  }();
  static_assert(same,
                "[ctgrad-E18] a direction has the structure of the arguments that the function is "
                "differentiated by, the weights of a vjp that of its result");
  return same;
}

template <class X>
inline constexpr bool has_length = false;
template <class X>
inline constexpr bool has_length<std::vector<X>> = true;
template <class X, std::size_t N>
inline constexpr bool has_length<std::span<X, N>> = true;

/// The lengths of what has its length at run time, the outer ones before the inner ones.
template <class X>
void append_lengths(std::vector<std::size_t>& lengths, const X& x) {
  if constexpr (operand<X>) {
    return;
  } else if constexpr (has_length<X>) {
    lengths.push_back(x.size());
    for (const auto& element : x) append_lengths(lengths, element);
  } else if constexpr (tuple_like<X>) {
    std::apply([&](const auto&... element_) { (append_lengths(lengths, element_), ...); }, x);
  }
}

/// As many numbers, in containers of the same lengths.
template <class Extra, class X>
void require_alike(const Extra& extra, const X& x) {
  std::vector<std::size_t> one, other;
  append_lengths(one, extra);
  append_lengths(other, x);
  const bool same = one.empty() || other.empty() || one == other;
  const std::size_t given = count_numbers(extra), needed = count_numbers(x);
  if (same && given == needed) return;
  raise("ctgrad-E18",
        text("a direction has the lengths of the arguments that the function is differentiated by, "
             "the weights of a vjp those of its result: ",
             std::to_string(given), " numbers are given for ", std::to_string(needed),
             given == needed ? ", in containers of other lengths" : ""));
}

}  // namespace ctgrad::detail
