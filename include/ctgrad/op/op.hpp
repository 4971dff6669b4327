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
// `lanewise` says that value(x...) is also right for many numbers at once, lanes<T>
// (batch/lanes.hpp): it chooses by `where` and calls functions that lanes have. Without it value is
// called lane by lane.
//
// `cpp` is the value as C++ without this library, for to_cpp (program/cpp.hpp): something to call
// with the operands, either a function's name or a lambda in which `double` stands for the type of
// the numbers. An op that is a sign of C++ or a function of <cmath> of the same name needs none.
//
// `latex` is what LaTeX writes for it, for to_latex (program/latex.hpp): a function's command such
// as \arcsin, or everything, with #1, #2 and #3 for the operands. An op that LaTeX knows by its
// name needs none; the name of any other is written upright.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/fixed_string.hpp>
#include <ctgrad/op/application.hpp>
#include <ctgrad/op/operand.hpp>
#include <ctgrad/op/place.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad {

/// How an op is written in mathematics: as a function `name(x)`, or with a sign between its
/// operands that binds with the given strength.
struct notation {
  std::string_view sign{};   ///< empty: written as a function
  int strength = 100;        ///< sums 10, products 20, negation 25, powers 30
  bool associative = false;  ///< a + (b + c) may be written without parentheses
};

/// Base of every op: its name and the number of its operands.
template <detail::fixed_string Name, int Arity>
struct op {
  static_assert(Arity >= 1 && Arity <= 3, "[ctgrad-E07] an op has one, two or three operands");
  static constexpr std::string_view name{
      Name.text, sizeof(Name.text) - 1};  ///< in texts and stored recordings
  static constexpr int arity = Arity;     ///< the number of operands: one, two or three
  static constexpr notation written{};  ///< as a function of its name, unless an op says otherwise
  static constexpr std::string_view cpp{};    ///< the value as C++, for to_cpp
  static constexpr std::string_view latex{};  ///< a command of LaTeX, for to_latex
  static constexpr bool commutative = false;  ///< value(a, b) equals value(b, a) to the last bit
  static constexpr bool exact = false;     ///< value is arithmetic that a constant may be folded by
  static constexpr bool lanewise = false;  ///< value works on lanes too: no `if` asks a number
};

/// How an op is shown; one object per op, so that its address is enough to remember.
struct op_text {
  std::string_view name;     ///< that of the op
  int arity;                 ///< that of the op
  notation written;          ///< that of the op
  std::string_view cpp;      ///< that of the op
  std::string_view latex{};  ///< that of the op

  /// The sign if it has one, otherwise the name.
  [[nodiscard]] constexpr std::string_view sign() const {
    return written.sign.empty() ? name : written.sign;
  }
};

/// How an op is shown: text_of<Op>.
template <class Op>
inline constexpr op_text text_of{Op::name, Op::arity, Op::written, Op::cpp, Op::latex};

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
/// The same for engines whose share in an operation is a few instructions.
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

/// A tuple of zeros, the partials of an op that is constant wherever it is differentiable.
template <std::size_t... I>
constexpr auto zeros(std::index_sequence<I...>) {
  return std::tuple{(static_cast<void>(I), 0)...};
}

/// What a rule computes on numbers: only the branch that is taken, where the condition is known.
template <class C>
constexpr auto choose(const C& condition, auto taken, auto otherwise) {
  static_assert(std::is_same_v<C, bool>, "values are computed on numbers");
  return condition ? taken() : otherwise();
}
/// On lanes, which take both branches unless all of them take the first.
template <active C>
CTGRAD_RECORD constexpr auto choose(const C& condition, auto taken, auto otherwise) {
  using result = decltype(where(condition, taken(), otherwise()));
  if constexpr (requires { all(condition); }) {
    if (all(condition)) return result(taken());
  }
  return result(where(condition, taken(), otherwise()));
}

}  // namespace detail
}  // namespace ctgrad

// The function that applies an op, by the number of its operands.
/// Defines name(x), which applies an op of one operand in every engine; yields to a function of the
/// same name in the program.
#define CTGRAD_FUNCTION_1(name, Op)                                    \
  template <::ctgrad::operand X, ::ctgrad::nothing... Yield>           \
  constexpr ::ctgrad::applied<Op, X> name(const X& x_, CTGRAD_YIELD) { \
    CTGRAD_HERE                                                        \
    return ::ctgrad::apply<Op>(x_);                                    \
  }
/// Defines name(x, y), which applies an op of two operands.
#define CTGRAD_FUNCTION_2(name, Op)                                                    \
  template <::ctgrad::operand X, ::ctgrad::operand Y, ::ctgrad::nothing... Yield>      \
  constexpr ::ctgrad::applied<Op, X, Y> name(const X& x_, const Y& y_, CTGRAD_YIELD) { \
    CTGRAD_HERE                                                                        \
    return ::ctgrad::apply<Op>(x_, y_);                                                \
  }
/// Defines name(x, y, z), which applies an op of three operands.
#define CTGRAD_FUNCTION_3(name, Op)                                                    \
  template <::ctgrad::operand X, ::ctgrad::operand Y, ::ctgrad::operand Z,             \
            ::ctgrad::nothing... Yield>                                                \
  constexpr ::ctgrad::applied<Op, X, Y, Z> name(const X& x_, const Y& y_, const Z& z_, \
                                                CTGRAD_YIELD) {                        \
    CTGRAD_HERE                                                                        \
    return ::ctgrad::apply<Op>(x_, y_, z_);                                            \
  }
