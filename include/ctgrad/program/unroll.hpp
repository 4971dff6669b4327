// Runs a program known at compile time as straight-line code, on any scalar.
//
// Every instruction becomes one statement that reads and writes named places of a local array; the
// optimiser turns those into registers. No heap, no branches but the ones an op itself has.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <ctgrad/config.hpp>
#include <ctgrad/program/program.hpp>

namespace ctgrad {
namespace detail {

template <const auto& Program, std::size_t I, class Scalar, std::size_t... K>
CTGRAD_INLINE constexpr Scalar result_of_call(const Scalar* results, std::index_sequence<K...>) {
  constexpr auto step = Program.code[I];
  return static_cast<Scalar>(op_at<step.op>::value(results[step.operands[K]]...));
}

/// The result of instruction I.
template <const auto& Program, std::size_t I, class Scalar>
CTGRAD_INLINE constexpr Scalar step(const Scalar* results, const Scalar* inputs) {
  constexpr auto step = Program.code[I];
  if constexpr (step.what == role::input) {
    return inputs[step.operands[0]];
  } else if constexpr (step.what == role::literal) {
    return static_cast<Scalar>(step.literal);
  } else {
    return result_of_call<Program, I>(results, std::make_index_sequence<std::size_t(step.arity())>{});
  }
}

}  // namespace detail

/// The outputs of Program for the given inputs. Program is a static frozen_program; the work is
/// exactly its instructions.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr auto unroll(const Scalar* inputs) {
  static_assert(validate(Program).empty(), "ctgrad: a pass broke a program (please report this)");
  return [&]<std::size_t... I, std::size_t... O>(std::index_sequence<I...>,
                                                 std::index_sequence<O...>) {
    Scalar results[sizeof...(I) + 1]{};
    ((results[I] = detail::step<Program, I>(results, inputs)), ...);
    return std::array<Scalar, sizeof...(O)>{results[Program.outputs[O]]...};
  }(std::make_index_sequence<Program.code.size()>{},
    std::make_index_sequence<Program.outputs.size()>{});
}

}  // namespace ctgrad
