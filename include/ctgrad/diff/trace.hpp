// From a function to a program: the function is called once, inside the compiler, with symbols in
// place of its arguments. Constants keep the scalar's own precision; only what a function computes
// from constants alone, before they meet an argument, is computed in double for a number class
// (x * (T(1) / 3)), and on compilers without constexpr <cmath> cannot be exp, sqrt and the like.
#pragma once

#include <ctgrad/detail/scalars.hpp>
#include <ctgrad/diff/structure.hpp>
#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/unroll.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <vector>

namespace ctgrad {

namespace detail {

/// The scalar that a call with these arguments is computed in.
template <class... Args>
using scalar_of_call = common_scalar_t<bool, typename structure<Args>::number...>;

/// Checks that can be made before tracing; each failure is one readable sentence.
template <class F, class Symbol, class... Args>
consteval bool check_call() {
  constexpr bool stateless = std::is_empty_v<F> && std::default_initializable<F>;
  static_assert(
      stateless,
      "[ctgrad-E08] what is differentiated at compile time is a lambda without captures or "
      "another function object without state: pass data as arguments and name the ones "
      "to differentiate with wrt<...>; wrap a function template in a lambda, "
      "[](auto x) { return f(x); }; or take gradient(dynamic(f)) at run time, or for a batch "
      "record(f, x...)");
  constexpr bool arguments = (structured<Args> && ...);
  static_assert(arguments,
                "[ctgrad-E11] an argument is neither a number nor a std::array, std::tuple or "
                "struct template adapted with BOOST_HANA_ADAPT_STRUCT (a plain struct of doubles "
                "has to become `template <class T> struct`); gradient(dynamic(f)) takes a "
                "std::vector");
  if constexpr (stateless && arguments) {
    constexpr bool callable = requires(const F& f, const rebound<Args, Symbol>&... x) { f(x...); };
    static_assert(callable,
                  "[ctgrad-E03] the function cannot be called with this number (or these types) of "
                  "arguments; a function that is differentiated takes its arguments as `auto` or "
                  "as template parameters");
    return callable;
  }
  return false;
}

/// The result of a call with symbols in place of the arguments.
template <class F, class Symbol, class... Args>
using traced_result = std::remove_cvref_t<decltype(std::declval<const F&>()(
    std::declval<const rebound<Args, Symbol>&>()...))>;

/// A scalar derivative is of one number, a Jacobian of a structure of numbers.
template <class Result, bool Scalar = true>
consteval bool check_result() {
  if constexpr (std::is_same_v<Result, refused>) return false;
  constexpr bool scalar = operand<Result> || !Scalar;
  static_assert(scalar,
                "[ctgrad-E05] a gradient or Hessian exists for a function with one number as its "
                "result: return a single number, e.g. one of them or their sum, or take "
                "jacobian(f)");
  constexpr bool structure_ = structured<Result> || Scalar;
  static_assert(structure_,
                "[ctgrad-E05] the result of a function that is differentiated is a number or a "
                "std::array, std::tuple or adapted struct template of numbers");
  return scalar && structure_;
}

template <class Source>
consteval bool check_trace() {
  constexpr bool traced = buildable<Source>;
  static_assert(traced,
                "[ctgrad-E09] this function cannot be traced at compile time. Either something it "
                "calls or reads is not constexpr: mark function templates and variables constexpr, "
                "and call exp, sin and the like on arguments, not on constants. Or it is too long "
                "for the compiler's "
                "limit: raise -fconstexpr-steps (clang) or -fconstexpr-ops-limit (GCC). Or take "
                "gradient(dynamic(f)), at run time");
  return traced;
}

/// The arguments of a call as inputs of a builder.
template <class T, class... Args>
constexpr std::tuple<rebound<Args, basic_symbol<T>>...> declare_inputs(builder<T>& home) {
  std::tuple<rebound<Args, basic_symbol<T>>...> arguments{};
  auto declare = [&](basic_symbol<T>& leaf_) { leaf_ = {home, home.input()}; };
  structure<std::tuple<Args...>>::visit(arguments, declare);
  return arguments;
}

/// Records the partials of every op that has been recorded. Returns true, unless that is no
/// constant expression.
template <class T>
constexpr bool try_partials(builder<T>& home) {
  std::vector<const op_info<T>*> tried;
  for (slot i = 0, end = home.size(); i < end; ++i) {
    if (home[i].what != role::call || std::ranges::count(tried, home[i].op) != 0) continue;
    tried.push_back(home[i].op);
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < std::size_t(home[i].arity()); ++k) {
      x[k] = {home, home[i].operands[k]};
    }
    static_cast<void>(home[i].op->partials(x, {home, i}));
  }
  return true;
}

/// Calls a stateless function with the first Count elements of a tuple.
template <class F, std::size_t Count, class... X>
constexpr auto call_with(const std::tuple<X...>& arguments) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return F{}(std::get<I>(arguments)...);
  }(std::make_index_sequence<Count>{});
}

/// All leaves of a structure of symbols (and perhaps plain numbers), in their order.
template <class T, class X>
constexpr std::vector<basic_symbol<T>> symbols_of(const X& x) {
  std::vector<basic_symbol<T>> leaves;
  auto add = [&](const auto& leaf_) { leaves.push_back(basic_symbol<T>(leaf_)); };
  structure<X>::visit(x, add);
  return leaves;
}

}  // namespace detail
}  // namespace ctgrad
