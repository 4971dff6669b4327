// What an op is, and the one hook through which every engine applies it.
//
// An op is a struct: a name, an arity, value(x...) and partials(x..., y) with the result y at
// hand. Both are generic over "any scalar", so that the same text serves a double, a compile-time
// symbol, a formula, a Value and a 100-digit reference number. An op of your own is written the
// same way and needs no registration:
//
//   struct cube_op : ctgrad::op<"cube", 1> {
//     static constexpr auto value(const auto& x) { return x * x * x; }
//     static constexpr auto partials(const auto& x, const auto& /*y*/) {
//       return std::tuple{3 * x * x};
//     }
//   };
//   CTGRAD_FUNCTION_1(cube, cube_op)  // cube(x), for numbers, symbols, formulas and Values
//
// An op may also give `meaning(x...)`, the same mathematics in terms of other ops: what is printed
// in its place. The slope of tanh is computed with care and reads 1 - tanh(x)^2.
//
// `cpp` is the value as C++ without this library, for to_cpp (program/cpp.hpp): something to call
// with the operands, either a function's name or a lambda in which `double` stands for the type of
// the numbers. An op that is a sign of C++ or a function of <cmath> of the same name needs none.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/fixed_string.hpp>
#include <ctgrad/op/place.hpp>

#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad {

/// How an op is written in mathematics: as a function `name(x)`, or with a sign between its
/// operands that binds with the given strength.
struct notation {
  std::string_view sign{};   // empty: written as a function
  int strength = 100;        // sums 10, products 20, negation 25, powers 30
  bool associative = false;  // a + (b + c) may be written without parentheses
};

/// Base of every op: its name and the number of its operands.
template <detail::fixed_string Name, int Arity>
struct op {
  static_assert(Arity >= 1 && Arity <= 3, "[ctgrad-E07] an op has one, two or three operands");
  static constexpr std::string_view name{Name.text, sizeof(Name.text) - 1};
  static constexpr int arity = Arity;
  static constexpr notation written{};
  static constexpr std::string_view cpp{};
  static constexpr bool commutative = false;  // value(a, b) equals value(b, a) to the last bit
  static constexpr bool exact = false;  // value is arithmetic that a constant may be folded by
};

/// How an op is shown; one object per op, so that its address is enough to remember.
struct op_text {
  std::string_view name;
  int arity;
  notation written;
  std::string_view cpp;

  /// The sign if it has one, otherwise the name.
  [[nodiscard]] constexpr std::string_view sign() const {
    return written.sign.empty() ? name : written.sign;
  }
};

template <class Op>
inline constexpr op_text text_of{Op::name, Op::arity, Op::written, Op::cpp};

/// A type that takes part in differentiation announces its engine as a nested type.
template <class X>
concept active = requires { typename X::ctgrad_engine; };

/// A class of numbers: std::numeric_limits is specialised for it and x * x is of the class itself,
/// not an expression that refers to x (multiprecision numbers: with et_off).
template <class X>
concept number_class =
    std::is_class_v<X> && !active<X> && std::numeric_limits<X>::is_specialized &&
    requires(const X& x) { requires std::is_same_v<std::remove_cvref_t<decltype(x * x)>, X>; };

/// A plain number: a built-in one, or of such a class.
template <class X>
concept number = std::is_arithmetic_v<X> || number_class<X>;

template <class X>
concept operand = active<X> || number<X>;

/// What our operators are for: at least one side is ours, so that no other type meets them.
template <class A, class B>
concept operands = (active<A> || active<B>) && operand<A> && operand<B>;

/// The same for operators that record: an engine may bring its own (tape/located.hpp).
template <class X>
concept brings_operators = active<X> && requires { typename X::ctgrad_engine::own_operators; };
template <class A, class B>
concept recorded_operands = operands<A, B> && !brings_operators<A> && !brings_operators<B>;

namespace detail {
template <class X>
struct scalar_behind {
  using type = X;
};
template <active X>
struct scalar_behind<X> {
  using type = typename X::ctgrad_engine::scalar;
};
}  // namespace detail

/// The number type underneath an operand; constants of a rule are written in it.
template <class X>
using scalar_of = typename detail::scalar_behind<std::remove_cvref_t<X>>::type;

/// `nothing... Yield` at the end of a function's parameters takes no argument and makes our
/// overload less specialised: a template of the same name in the user's own program is preferred
/// instead of being ambiguous.
template <class>
concept nothing = false;

namespace detail {

template <class...>
inline constexpr bool always_false = false;

/// A tuple of zeros, the partials of an op that is constant wherever it is differentiable.
template <std::size_t... I>
constexpr auto zeros(std::index_sequence<I...>) {
  return std::tuple{(static_cast<void>(I), 0)...};
}

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
inline constexpr bool one_per_operand = std::tuple_size_v<Partials> == Arity;
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
                "[ctgrad-E07] this op returns another number of partials than it has operands: "
                "return a std::tuple with exactly one partial derivative per operand");
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

namespace detail {

/// Base of an engine whose share in an operation is a few instructions.
struct inlined {};
template <class Engine>
concept inlined_engine = std::is_base_of_v<inlined, Engine>;

}  // namespace detail

/// Applies an op: plain numbers are computed, everything else is recorded by its engine.
template <class Op, operand... X>
  requires(!detail::inlined_engine<engine_of<X...>>)
constexpr applied<Op, X...> apply(const X&... x) {
  using engine = engine_of<X...>;
  if constexpr (std::is_same_v<applied<Op, X...>, detail::refused>) {
    return {};
  } else if constexpr (std::is_void_v<engine>) {
    return Op::value(static_cast<const detail::passed_to<Op, X>&>(x)...);
  } else {
    return engine::template apply<Op>(x...);
  }
}
template <class Op, operand... X>
  requires(detail::inlined_engine<engine_of<X...>>)
CTGRAD_RECORD constexpr applied<Op, X...> apply(const X&... x) {
  if constexpr (std::is_same_v<applied<Op, X...>, detail::refused>) {
    return {};
  } else {
    return engine_of<X...>::template apply<Op>(x...);
  }
}

namespace detail {

/// What a rule computes on numbers: only the branch that is taken, where the condition is known.
template <class C>
constexpr auto choose(const C& condition, auto taken, auto otherwise) {
  static_assert(std::is_same_v<C, bool>, "values are computed on numbers");
  return condition ? taken() : otherwise();
}

}  // namespace detail
}  // namespace ctgrad

// The function that applies an op, by the number of its operands.
#define CTGRAD_FUNCTION_1(name, Op)                                    \
  template <::ctgrad::operand X, ::ctgrad::nothing... Yield>           \
  constexpr ::ctgrad::applied<Op, X> name(const X& x_, CTGRAD_YIELD) { \
    CTGRAD_HERE                                                        \
    return ::ctgrad::apply<Op>(x_);                                    \
  }
#define CTGRAD_FUNCTION_2(name, Op)                                                    \
  template <::ctgrad::operand X, ::ctgrad::operand Y, ::ctgrad::nothing... Yield>      \
  constexpr ::ctgrad::applied<Op, X, Y> name(const X& x_, const Y& y_, CTGRAD_YIELD) { \
    CTGRAD_HERE                                                                        \
    return ::ctgrad::apply<Op>(x_, y_);                                                \
  }
#define CTGRAD_FUNCTION_3(name, Op)                                                    \
  template <::ctgrad::operand X, ::ctgrad::operand Y, ::ctgrad::operand Z,             \
            ::ctgrad::nothing... Yield>                                                \
  constexpr ::ctgrad::applied<Op, X, Y, Z> name(const X& x_, const Y& y_, const Z& z_, \
                                                CTGRAD_YIELD) {                        \
    CTGRAD_HERE                                                                        \
    return ::ctgrad::apply<Op>(x_, y_, z_);                                            \
  }
