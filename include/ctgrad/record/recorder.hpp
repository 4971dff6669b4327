// record(f, arguments...): calls a function once, with symbols in place of its numbers, and keeps
// what it computed.
#pragma once

#include <ctgrad/record/recording.hpp>

#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// Can f be called with V in place of the numbers?
template <class V, class F, class... Args>
consteval bool check_recorded_call() {
  constexpr bool callable = takes_arguments<F, V, wrt<>, std::index_sequence_for<Args...>, Args...>;
  static_assert(callable,
                "[ctgrad-E03] the function cannot be called, as const, with this number (or these "
                "types) of arguments: what is recorded takes them as `auto` or as template "
                "parameters");
  return callable;
}

/// Is what it returns made of numbers?
template <class V, class Y>
consteval bool check_recorded_result() {
  constexpr bool known = arranged<Y>;
  static_assert(known,
                "[ctgrad-E05] the result of a function that is recorded is a number or a "
                "std::vector, std::array, std::tuple or adapted struct of numbers");
  constexpr bool own = !known || std::convertible_to<number_in<Y>, V>;
  static_assert(own,
                "[ctgrad-E40] the result of a function that is recorded is of another kind of "
                "numbers than its arguments: let its return type be `auto`, and capture no Values");
  return known && own;
}

/// The argument that f is called with: numbers as the next inputs, everything else as it is.
template <class V, class X>
decltype(auto) recorded_argument(const X& x, auto&& next_input) {
  if constexpr (becomes_constant<X>) {
    return arranged_as<V>(x, [&](std::size_t) { return next_input(); });
  } else {
    return (x);
  }
}
template <class V, class X>
using recorded_as =
    std::conditional_t<becomes_constant<X>, typename handed_on<V, wrt<>, 0, X>::type, const X&>;

/// f's result where every number is next_input().
template <class V, class F, class... Args>
auto call_recorded(const F& f, auto&& next_input, const Args&... args) {
  const std::tuple<recorded_as<V, Args>...> list{recorded_argument<V>(args, next_input)...};
  using result = std::remove_cvref_t<decltype(std::apply(f, list))>;
  return evaluated<result>::of(std::apply(f, list));
}

template <class T, class F, class... Args>
auto record_symbols(const F& f, const Args&... args) {
  using V = basic_symbol<T>;
  builder<T> home;
  const auto y = call_recorded<V>(f, [&] { return V(home, home.input()); }, args...);
  using Y = std::remove_cvref_t<decltype(y)>;
  std::vector<slot> outputs;
  layout<Y>::visit(y, [&](const auto& y_) { outputs.push_back(V(y_).at(home)); });
  using result = laid_out<Y, T>;
  return recording<result, typename kept_argument<Args, T>::type...>(
      home.finish(outputs), {keep<T>(args)...}, layout<Y>::template like<T>(y));
}

}  // namespace detail

/// Calls f once and keeps what it computes. f takes its arguments as `auto` or template parameters
/// and may capture anything; what it captures, the lengths of the arguments and whole numbers among
/// them stay as they are now. It cannot branch on the numbers of its arguments: see where(c, a, b).
/// Linear in the number of f's operations. Errors: [ctgrad-E03], E04, E05, E11, E40, E55 at compile
/// time, E50 where f uses a symbol of another recording, E55 if it returns no number.
template <class F, class... Args>
  requires(!operand<F>)
auto record(const F& f, const Args&... args) {
  if constexpr (detail::check_recordable<Args...>()) {
    using T = detail::number_of_call<Args...>;
    if constexpr (detail::check_recorded_call<basic_symbol<T>, F, Args...>()) {
      return detail::record_symbols<T>(f, args...);
    }
  }
}

}  // namespace ctgrad
