// Runs a program known at compile time as straight-line code, on any scalar.
//
// Every instruction becomes one statement that reads and writes named places of a local array; the
// optimiser turns those into registers. No heap, no branches but the ones an op itself has.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/program/program.hpp>

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
template <const auto& Program, std::size_t I, class Scalar, std::size_t... K>
CTGRAD_INLINE constexpr Scalar step(const Scalar* results, const Scalar* inputs,
                                    std::index_sequence<K...>) {
  if constexpr (Program.code[I].what == role::input) {
    constexpr slot number = Program.code[I].operands[0];
    return inputs[number];
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

/// The outputs of Program for the given inputs. Program is a static frozen_program; the work is
/// exactly its instructions.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr auto unroll(const Scalar* inputs) {
  static_assert(validate(Program).empty(), "ctgrad: a pass broke a program (please report this)");
  return [&]<std::size_t... I, std::size_t... O>(std::index_sequence<I...>,
                                                 std::index_sequence<O...>) {
    Scalar results[sizeof...(I) + 1]{};
    // Braces evaluate in order, and unlike a fold clang does not nest them.
    const bool done[]{(results[I] = detail::step<Program, I>(results, inputs,
                                                             detail::operand_indices<Program, I>{}),
                       true)...,
                      true};
    static_cast<void>(done);
    return std::array<Scalar, sizeof...(O)>{
        results[std::integral_constant<slot, Program.outputs[O]>::value]...};
  }(std::make_index_sequence<Program.code.size()>{},
         std::make_index_sequence<Program.outputs.size()>{});
}

}  // namespace ctgrad
