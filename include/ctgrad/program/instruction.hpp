// One step of a program, and the run-time description of an op that it points to.
//
// A program knows its ops by the address of a description, so an op that the library has never
// heard of needs no entry anywhere. `op_at<Info>` leads from the address back to the op's type.
#pragma once

#include <ctgrad/op/comparison.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ctgrad {

template <class T>
class basic_symbol;

/// Position of an instruction in its program, and of its result in the array of results.
using slot = std::uint32_t;

/// What a program knows of an op. T is the type of the program's literals.
template <class T>
struct op_info : op_text {
  using symbol = basic_symbol<T>;
  bool commutative;
  bool predicate;      // its result is 1 or 0
  bool library_call;   // more than a few instructions of the processor
  std::uint64_t hash;  // of the name
  std::array<symbol, 3> (*partials)(const std::array<symbol, 3>& x, const symbol& y);
  T (*value)(const std::array<T, 3>& x);              // null where literals are not computed with
  symbol (*meaning)(const std::array<symbol, 3>& x);  // null: nothing but its name
};

enum class role : std::uint8_t { input, literal, call };

template <class T>
struct instruction {
  role what = role::literal;
  const op_info<T>* op = nullptr;  // of a call
  std::array<slot, 3> operands{};  // of a call; operands[0] is the number of an input
  T literal{};                     // of a literal

  [[nodiscard]] constexpr int arity() const { return what == role::call ? op->arity : 0; }
};

namespace detail {

constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037u ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211u;
  return hash;
}

template <class Op, class T>
constexpr std::array<basic_symbol<T>, 3> partials_of(const std::array<basic_symbol<T>, 3>& x,
                                                     const basic_symbol<T>& y) {
  using symbol = basic_symbol<T>;
  const auto widen = [](const auto&... partial_) {
    return std::array<symbol, 3>{symbol(partial_)...};
  };
  if constexpr (Op::arity == 1) {
    return std::apply(widen, Op::partials(x[0], y));
  } else if constexpr (Op::arity == 2) {
    return std::apply(widen, Op::partials(x[0], x[1], y));
  } else {
    return std::apply(widen, Op::partials(x[0], x[1], x[2], y));
  }
}

template <class Op, class T>
constexpr T value_of(const std::array<T, 3>& x) {
  if constexpr (Op::arity == 1) {
    return static_cast<T>(Op::value(x[0]));
  } else if constexpr (Op::arity == 2) {
    return static_cast<T>(Op::value(x[0], x[1]));
  } else {
    return static_cast<T>(Op::value(x[0], x[1], x[2]));
  }
}

/// Is the value of an op computed by a function of a library? That of arithmetic is not, nor what
/// C++ writes without one; and a square root is an instruction.
template <class Op>
inline constexpr bool calls_library =
    !Op::exact && Op::name != "sqrt" &&
    (Op::cpp.empty() || Op::cpp.find("std::") != std::string_view::npos);

/// The pointer to value_of, so that no code for it is asked for where there is none.
template <class Op, class T>
constexpr auto value_pointer() -> T (*)(const std::array<T, 3>&) {
  if constexpr (std::floating_point<T>) return &value_of<Op, T>;
  return nullptr;
}

/// Op::meaning on an array of operands; null if the op has none.
template <class Op, class T>
constexpr auto meaning_of() -> basic_symbol<T> (*)(const std::array<basic_symbol<T>, 3>&) {
  using symbol = basic_symbol<T>;
  if constexpr (requires(const symbol& x) { Op::meaning(x); }) {
    return [](const std::array<symbol, 3>& x_) { return Op::meaning(x_[0]); };
  } else if constexpr (requires(const symbol& x) { Op::meaning(x, x); }) {
    return [](const std::array<symbol, 3>& x_) { return Op::meaning(x_[0], x_[1]); };
  } else if constexpr (requires(const symbol& x) { Op::meaning(x, x, x); }) {
    return [](const std::array<symbol, 3>& x_) { return Op::meaning(x_[0], x_[1], x_[2]); };
  } else {
    return nullptr;
  }
}

}  // namespace detail

template <class Op, class T>
inline constexpr op_info<T> info_of{text_of<Op>,
                                    Op::commutative,
                                    is_predicate<Op>,
                                    detail::calls_library<Op>,
                                    detail::hash_of(Op::name),
                                    &detail::partials_of<Op, T>,
                                    detail::value_pointer<Op, T>(),
                                    detail::meaning_of<Op, T>()};

namespace detail {

CTGRAD_BEGIN_TYPE_BINDING
template <const auto* Info>
struct op_key {
  friend constexpr auto op_behind(op_key<Info>);
};
CTGRAD_END_TYPE_BINDING

/// Instantiated wherever an op is recorded; defines what op_key<&info_of<Op, T>> leads to.
template <class Op, class T>
struct bind_op {
  friend constexpr auto op_behind(op_key<&info_of<Op, T>>) { return std::type_identity<Op>{}; }
  static constexpr bool bound = true;
};

}  // namespace detail

void op_behind();  // never called: keeps a name of the user's from hiding the friends of op_key

/// The op behind the address of its description.
template <const auto* Info>
using op_at = typename decltype(op_behind(detail::op_key<Info>{}))::type;

}  // namespace ctgrad
