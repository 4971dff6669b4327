// The application of an op to operands: which engine records it, whether it can be, and the type of
// its result.
#pragma once

#include <ctgrad/op/operand.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad {
namespace detail {

template <class...>
inline constexpr bool always_false = false;

/// Does Engine take operands of Inner as constants of its own? (A dual of Values takes Values.)
template <class Engine, class Inner>
inline constexpr bool takes = false;

/// The first engine among the operands, unless one behind it takes operands of that as constants.
template <class... X>
struct outer_engine {
  using type = void;
};
template <class X, class... Rest>
struct outer_engine<X, Rest...> : outer_engine<Rest...> {};
template <active X, class... Rest>
struct outer_engine<X, Rest...> {
  using own = typename X::ctgrad_engine;
  using rest = typename outer_engine<Rest...>::type;
  using type = std::conditional_t<takes<rest, own>, rest, own>;
};

template <class Engine, class X>
inline constexpr bool fits = true;
template <class Engine, active X>
inline constexpr bool fits<Engine, X> =
    std::is_same_v<Engine, typename X::ctgrad_engine> || takes<Engine, typename X::ctgrad_engine>;

/// What a refused operation gives: operations on it are refused in silence, so that one mistake is
/// one error.
struct refused {
  struct ctgrad_engine {
    using scalar = double;
  };
};
template <class Engine>
inline constexpr bool fits<Engine, refused> = true;

/// The type that a function of X has: whole numbers are computed as double.
template <class X>
using real_of = std::conditional_t<std::is_integral_v<X>, double, X>;

/// What an op is given of plain numbers: themselves if it is arithmetic, otherwise never
/// integers, which would wrap or be divided without a fraction.
template <class Op, class X>
using passed_to = std::conditional_t<Op::exact, X, real_of<X>>;

template <class... X>
inline constexpr bool any_refused = (std::is_same_v<X, refused> || ...);

/// The type that partials(x..., y) returns; void if there is no such function.
template <class Op, class Scalar, std::size_t... I>
constexpr auto partials_type(std::index_sequence<I...>) {
  constexpr bool present =
      requires(const Scalar& x) { Op::partials((static_cast<void>(I), x)..., x); };
  if constexpr (present) {
    return std::type_identity<decltype(Op::partials(
        (static_cast<void>(I), std::declval<const Scalar&>())...,
        std::declval<const Scalar&>()))>{};
  } else {
    return std::type_identity<void>{};
  }
}

template <class Partials, int Arity>
inline constexpr bool one_per_operand = false;  // a number, not a tuple
template <class Partials, int Arity>
  requires requires { std::tuple_size<Partials>::value; }
inline constexpr bool one_per_operand<Partials, Arity> = std::tuple_size_v<Partials> == Arity;
template <int Arity>
inline constexpr bool one_per_operand<void, Arity> = true;

/// Checks an op itself, with partials computed on plain numbers.
template <class Op, class Scalar>
consteval bool check_op() {
  using partials = typename decltype(partials_type<Op, Scalar>(
      std::make_index_sequence<std::size_t(Op::arity)>{}))::type;
  constexpr bool present = !std::is_void_v<partials>;
  static_assert(present,
                "[ctgrad-E06] this op has no partials(x..., y): give it a static member function "
                "that returns a std::tuple with one partial derivative per operand");
  constexpr bool complete = one_per_operand<partials, Op::arity>;
  static_assert(complete,
                "[ctgrad-E07] this op returns no tuple of partials, or another number of them than "
                "it has operands: return a std::tuple with one partial derivative per operand");
  return present && complete;
}

/// Checks an application of an op and finds the type of its result.
template <class Op, class Engine, class... X>
struct application {
  static consteval auto result() {
    constexpr bool operands = sizeof...(X) == Op::arity;
    static_assert(operands,
                  "[ctgrad-E07] an op is applied to another number of operands than it declares");
    constexpr bool one_engine = (fits<Engine, X> && ...);
    static_assert(one_engine,
                  "[ctgrad-E12] operands of different engines (or scalar types) meet in one "
                  "operation: bring them to one kind first, e.g. with value.data(); start an inner "
                  "derivative from a number of the outer kind, decltype(x)(1.0)");
    if constexpr (!operands || !one_engine) {
      return std::type_identity<refused>{};
    } else if constexpr (!check_op<Op, typename Engine::scalar>()) {
      return std::type_identity<refused>{};
    } else {
      return std::type_identity<typename Engine::template result<Op, X...>>{};
    }
  }
  using type = typename decltype(result())::type;
};
template <class Op, class Engine, class... X>
  requires any_refused<X...>
struct application<Op, Engine, X...> {
  using type = refused;
};
template <class Op, class... X>
  requires(!any_refused<X...> && (operand<X> && ...))
struct application<Op, void, X...> {
  using type = std::remove_cvref_t<decltype(Op::value(std::declval<const passed_to<Op, X>&>()...))>;
};
// clang looks at the result of an operator before it looks at its constraint.
template <class Op, class... X>
  requires(!(operand<X> && ...))
struct application<Op, void, X...> {};

}  // namespace detail

/// The engine that the operands belong to; void when all of them are plain numbers.
template <class... X>
using engine_of = typename detail::outer_engine<X...>::type;

/// The type of an op's result.
template <class Op, class... X>
using applied = typename detail::application<Op, engine_of<X...>, X...>::type;

}  // namespace ctgrad
