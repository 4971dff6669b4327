// The whole vocabulary of formulas: variable, literal, constant, call, derived.
//
// A formula's type is its graph; an object of it holds nothing but the run-time constants that were
// written into it, by value. So `auto` is always safe, and a formula without such constants is an
// empty object.
//
// Constructor parameters end in an underscore: formulas are often globals called x or e, and GCC's
// -Wshadow compares them with the names in a constructor of a template.
#pragma once

#include <ctgrad/op/op.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace ctgrad {

struct formula_engine;

/// Formulas above this number of nodes (shared ones counted each time they appear in the type) are
/// refused, because the compiler spells out the name of every type.
inline constexpr double formula_nodes_at_most = 1024;
/// And those in which more ops than this stand inside of each other: a compiler's limit on calls
/// inside of calls is 512.
inline constexpr int formula_depth_at_most = 200;

/// A formula is anything the formula engine handles.
template <class E>
concept formula_node = active<E> && std::same_as<typename E::ctgrad_engine, formula_engine>;

/// The value given to a variable: `x = 2.0`.
template <detail::fixed_string Name, number T>
struct binding {
  T value;  ///< the number
};

/// The numbers of a variable at many points, `x = numbers`, for vmap(e) (batch/vmap.hpp). Refers to
/// them.
template <detail::fixed_string Name, number T>
struct binding_of_points {
  const T* numbers;    ///< one for each point
  std::size_t points;  ///< how many there are
};

/// Calling a formula evaluates it; see expr/evaluate.hpp.
template <class Self>
struct formula_base {
  using ctgrad_engine = formula_engine;

  /// e(x = 2.0, y = 3.0): the value. Every variable is given exactly once, in any order.
  template <class... Bindings>
  constexpr auto operator()(const Bindings&... bindings) const {
    return evaluate(static_cast<const Self&>(*this), bindings...);
  }

  /// Refused, [ctgrad-E04]: a formula has no truth value before its variables are known.
  template <std::same_as<bool> Bool>
  constexpr explicit operator Bool() const {
    static_assert(detail::always_false<Bool>,
                  "[ctgrad-E04] a formula has no truth value before its variables are known: write "
                  "where(condition, a, b) instead of if, ?: or std::max");
    return false;
  }
};

/// A variable of formulas; make one with var.
template <detail::fixed_string Name>
struct variable : formula_base<variable<Name>> {
  static constexpr double nodes = 1;  ///< in its type
  static constexpr int depth = 1;     ///< ops inside of each other

  /// Gives it a number where a formula is evaluated.
  template <number T>
  constexpr binding<Name, T> operator=(const T& value) const {
    return {value};
  }
  /// Gives it a number for each of many points: a std::vector, a std::span or the like.
  template <class Numbers>
    requires requires(const Numbers& x) {
      requires number<std::remove_cvref_t<decltype(*x.data())>>;
      x.size();
    }
  constexpr auto operator=(const Numbers& numbers) const {
    using T = std::remove_cvref_t<decltype(*numbers.data())>;
    return binding_of_points<Name, T>{numbers.data(), numbers.size()};
  }
};

/// The variable called Name: `constexpr auto x = ctgrad::var<"x">;`
template <detail::fixed_string Name>
inline constexpr variable<Name> var{};

/// A number that is part of the type: `2_c`.
template <class T, T (*Value)()>
struct literal : formula_base<literal<T, Value>> {
  static constexpr double nodes = 1;  ///< in its type
  static constexpr int depth = 1;     ///< ops inside of each other
  /// Is it a whole number?
  static constexpr bool is_whole = Value() == static_cast<T>(static_cast<long long>(Value()));
};

/// A number that is known at run time only.
template <number T>
struct constant : formula_base<constant<T>> {
  static constexpr double nodes = 1;  ///< in its type
  static constexpr int depth = 1;     ///< ops inside of each other
  /// From a number.
  constexpr explicit constant(const T& number_) : value(number_) {}
  T value;  ///< the number
};

namespace detail {

/// An operand of a call. Empty formulas are not stored.
template <std::size_t I, class E>
struct branch {
  E node;
  constexpr explicit branch(const E& node_) : node(node_) {}
};
template <std::size_t I, class E>
  requires std::is_empty_v<E>
struct branch<I, E> {
  static constexpr E node{};
  constexpr branch() = default;
  constexpr explicit branch(const E&) {}
};

template <class Indices, class... E>
struct branches;
template <std::size_t... I, class... E>
struct branches<std::index_sequence<I...>, E...> : branch<I, E>... {
  constexpr branches() = default;
  constexpr explicit branches(const E&... nodes_) : branch<I, E>(nodes_)... {}
};

template <class... E>
using branches_of = branches<std::index_sequence_for<E...>, E...>;

template <class E>
struct node_for {
  using type = constant<E>;
};
template <formula_node E>
struct node_for<E> {
  using type = E;
};

}  // namespace detail

/// An op applied to formulas.
template <class Op, class... Args>
struct call : formula_base<call<Op, Args...>>, detail::branches_of<Args...> {
  static constexpr double nodes = (1 + ... + Args::nodes);         ///< in its type
  static constexpr int depth = 1 + std::max({0, Args::depth...});  ///< ops inside of each other

  constexpr call() = default;
  /// Of these operands.
  constexpr explicit call(const Args&... nodes_) : detail::branches_of<Args...>(nodes_...) {}

  /// The I-th operand.
  template <std::size_t I>
  [[nodiscard]] constexpr const auto& operand() const {
    using part = std::tuple_element_t<I, std::tuple<Args...>>;
    return static_cast<const detail::branch<I, part>&>(*this).node;
  }
};

/// The partial derivative of E with respect to the variable Name, itself a formula.
template <class E, detail::fixed_string Name>
struct derived : formula_base<derived<E, Name>>, detail::branch<0, E> {
  static constexpr double nodes = 1 + E::nodes;  ///< in its type
  static constexpr int depth = 1 + E::depth;     ///< ops inside of each other
  constexpr derived() = default;
  /// Of this formula.
  constexpr explicit derived(const E& node_) : detail::branch<0, E>(node_) {}
};

namespace detail {

template <class Op, class... Args>
struct call_within_limit {
  static constexpr bool small = (1 + ... + Args::nodes) <= formula_nodes_at_most &&
                                (... && (Args::depth < formula_depth_at_most));
  static_assert(
      small,
      "[ctgrad-E10] this formula is too large or too deep to be a type: write it as a function "
      "(a generic lambda), which shares what is used twice and has no such limit");
  using type = std::conditional_t<small, call<Op, Args...>, refused>;
};

}  // namespace detail

struct formula_engine {
  using scalar = double;
  template <class Op, class... X>
  using result =
      typename detail::call_within_limit<Op, typename detail::node_for<X>::type...>::type;

  template <class Op, class... X>
  static constexpr result<Op, X...> apply(const X&... x) {
    return result<Op, X...>(typename detail::node_for<X>::type(x)...);
  }
};

}  // namespace ctgrad
