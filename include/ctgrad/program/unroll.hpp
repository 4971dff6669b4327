// Runs a program known at compile time as straight-line code, on any scalar.
//
// Every instruction becomes one statement that reads and writes named places of a local array; the
// optimiser turns those into registers. No heap, no branches but the ones an op itself has.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/program/program.hpp>
#include <ctgrad/program/store.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace ctgrad {
namespace detail {

template <class Op, slot... Operands, class Scalar>
CTGRAD_INLINE constexpr Scalar result_of(const Scalar* results) {
  return static_cast<Scalar>(Op::value(results[Operands]...));
}

// The instruction is only looked at in template arguments and constants of built-in type. A local
// copy of it would make GCC emit everything that its pointers lead to.
template <const auto& Program, std::size_t I, class Scalar, class In, std::size_t... K>
CTGRAD_INLINE constexpr Scalar step(const Scalar* results, const In& in,
                                    std::index_sequence<K...>) {
  if constexpr (Program.code[I].what == role::input) {
    constexpr slot number = Program.code[I].operands[0];
    return static_cast<Scalar>(in.template at<number>());
  } else if constexpr (Program.code[I].what == role::literal) {
    constexpr auto literal = Program.code[I].literal;
    return static_cast<Scalar>(literal);
  } else {
    return result_of<op_at<Program.code[I].op>, Program.code[I].operands[K]...>(results);
  }
}

template <const auto& Program, std::size_t I>
using operand_indices = std::make_index_sequence<std::size_t(Program.code[I].arity())>;

}  // namespace detail

namespace detail {

template <const auto& Program, class Scalar, std::size_t... I>
CTGRAD_INLINE constexpr void unroll_steps(const auto& in, const auto& out,
                                          std::index_sequence<I...>) {
  Scalar results[sizeof...(I) + 1]{};
  // Braces evaluate in order, and unlike a fold clang does not nest them.
  const bool done[]{
      (results[I] = step<Program, I>(results, in, operand_indices<Program, I>{}), true)..., true};
  static_cast<void>(done);
  store<Program>(results, out);
}

}  // namespace detail

/// Runs Program, a static frozen_program, on a scalar: in.at<K>() is its K-th input, out.at<K>() is
/// where its K-th output goes. The work is exactly its instructions.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr void unroll(const auto& in, const auto& out) {
  static_assert(validate(Program).empty(), "ctgrad: a pass broke a program (please report this)");
  detail::unroll_steps<Program, Scalar>(in, out, std::make_index_sequence<Program.code.size()>{});
}

namespace detail {

/// Consecutive numbers as the inputs or outputs of a program.
template <class Scalar>
struct consecutive {
  Scalar* numbers;
  template <std::size_t I>
  CTGRAD_INLINE constexpr Scalar& at() const {
    return numbers[I];
  }
};

}  // namespace detail

/// The same with arrays: the outputs of Program for inputs that stand behind each other.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr auto unroll(const Scalar* inputs) {
  std::array<Scalar, Program.outputs.size()> outputs{};
  unroll<Program, Scalar>(detail::consecutive<const Scalar>{inputs},
                          detail::consecutive<Scalar>{outputs.data()});
  return outputs;
}

}  // namespace ctgrad
