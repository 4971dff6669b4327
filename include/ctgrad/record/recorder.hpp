// record(f, arguments...): calls a function once, with symbols in place of its numbers, and keeps
// what it computed.
#pragma once

#include <ctgrad/record/guarded_number.hpp>
#include <ctgrad/record/recording.hpp>

#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {

struct guarded;

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

template <class... Options>
consteval bool check_recorded_options() {
  constexpr bool known = std::is_same_v<std::tuple<Options...>, std::tuple<>> ||
                         std::is_same_v<std::tuple<Options...>, std::tuple<ctgrad::guarded>>;
  static_assert(known,
                "[ctgrad-E32] this is no option of record: there is record<guarded>(f, x...); a "
                "derivative of the recording takes wrt<...>");
  return known;
}

/// A recording has results.
inline void require_results(std::size_t results) {
  if (results > 0) return;
  raise("ctgrad-E55",
        "the function that is recorded returns no number: its result is a container of length 0 "
        "or an empty struct");
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
    std::vector<V> inputs;
    layout<X>::visit(x, [&](const auto& x_) { inputs.push_back(next_input(x_)); });
    return arranged_as<V>(x, [&](std::size_t k_) { return inputs[k_]; });
  } else {
    return (x);
  }
}
template <class V, class X>
using recorded_as =
    std::conditional_t<becomes_constant<X>, typename handed_on<V, wrt<>, 0, X>::type, const X&>;

/// use(y) with f's result y, where every number x is next_input(x). The result may refer to the
/// arguments, which live until it has been used.
template <class V, class F, class... Args>
auto call_recorded(const F& f, auto&& next_input, auto&& use, const Args&... args) {
  const std::tuple<recorded_as<V, Args>...> list{recorded_argument<V>(args, next_input)...};
  using result = std::remove_cvref_t<decltype(std::apply(f, list))>;
  return use(evaluated<result>::of(std::apply(f, list)));
}

/// Whether the function may branch, and on what it is called.
template <class T, bool Guarded>
struct recording_numbers {
  using home = builder<T>;
  using number = basic_symbol<T>;
  static number input(home& home_, const T&) { return {home_, home_.input()}; }
  static basic_symbol<T> symbol(const number& y) { return y; }
};
template <class T>
struct recording_numbers<T, true> {
  using home = guarding_builder<T>;
  using number = guarded_number<T>;
  static number input(home& home_, const T& x) { return {{home_, home_.input()}, x}; }
  static basic_symbol<T> symbol(const number& y) { return y.symbol(); }
};

/// Where a number of f's result stands. Errors: [ctgrad-E50].
template <class T>
slot output_of(const basic_symbol<T>& y, builder<T>& home) {
  const bool own = y.home() == &home && y.recording() == home.recording();
  if (y.home() != nullptr && !own) refuse_foreign_symbol();
  return y.at(home);
}

/// What has been recorded, with f's result y.
template <class T, class Numbers, class Y, class... Args>
auto recording_of(typename Numbers::home& home, const Y& y, const Args&... args) {
  using V = typename Numbers::number;
  std::vector<slot> outputs;
  layout<Y>::visit(
      y, [&](const auto& y_) { outputs.push_back(output_of(Numbers::symbol(V(y_)), home)); });
  require_results(outputs.size());
  std::vector<char> outcomes;
  if constexpr (requires { home.outcomes(); }) {
    outputs.insert(outputs.end(), home.guards().begin(), home.guards().end());
    outcomes = home.outcomes();
  }
  return recording<laid_out<Y, T>, typename kept_argument<Args, T>::type...>(
      home.finish(outputs), {keep<T>(args)...}, layout<Y>::template like<T>(y),
      std::move(outcomes));
}

template <class T, bool Guarded, class F, class... Args>
auto recorded(const F& f, const Args&... args) {
  using numbers = recording_numbers<T, Guarded>;
  using V = typename numbers::number;
  const open_recording now;
  typename numbers::home home(now.number());
  const auto input = [&](const auto& x_) { return numbers::input(home, static_cast<T>(x_)); };
  const auto keep_result = [&](const auto& y_) {
    return recording_of<T, numbers>(home, y_, args...);
  };
  return call_recorded<V>(f, input, keep_result, args...);
}

}  // namespace detail

/// An option of record: the function may branch on the numbers of its arguments.
struct guarded {};

/// Calls f once and keeps what it computes. f takes its arguments as `auto` or template parameters
/// and may capture anything; what it captures, the lengths of the arguments and whole numbers among
/// them stay as they are now. It cannot branch on the numbers of its arguments: see where(c, a, b).
///
/// record<guarded>(f, x...) may: every comparison that f asks for becomes a guard, with its outcome
/// at x. A replay for which one comes out otherwise is refused, [ctgrad-E52]; so is one of a
/// derivative, which has the same guards.
///
/// Linear in the number of f's operations. Errors: [ctgrad-E03], E04, E05, E11, E32, E40, E55 at
/// compile time, E50 where f uses a symbol of another recording, E55 if it returns no number.
template <class... Options, class F, class... Args>
  requires(!operand<F>)
auto record(const F& f, const Args&... args) {
  if constexpr (detail::check_recorded_options<Options...>() &&
                detail::check_recordable<Args...>()) {
    constexpr bool branches = sizeof...(Options) == 1;
    using T = detail::number_of_call<Args...>;
    using V = typename detail::recording_numbers<T, branches>::number;
    if constexpr (detail::check_recorded_call<V, F, Args...>()) {
      using Y = typename decltype(detail::dynamic_result<V, wrt<>, F, Args...>(
          std::index_sequence_for<Args...>{}))::type;
      if constexpr (detail::check_recorded_result<V, Y>()) {
        return detail::recorded<T, branches>(f, args...);
      }
    }
  }
}

}  // namespace ctgrad
