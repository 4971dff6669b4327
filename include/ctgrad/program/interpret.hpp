// Runs a program that is known only at run time: one call through a pointer per instruction.
//
// The values are those of unroll to the last bit, unless the compiler contracts products and sums
// there (-ffp-contract). Use it for what is recorded while a program runs,
// and for what is too long to be unrolled.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/program/program.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

namespace ctgrad {
namespace detail {

template <class T>
constexpr T result_of(const instruction<T>& step, const T* results, const T* inputs) {
  const auto& x = step.operands;
  switch (step.what) {
    case role::input:
      return inputs[x[0]];
    case role::literal:
      return step.literal;
    case role::call:
      break;
  }
  return step.op->value({results[x[0]], results[x[1]], results[x[2]]});
}

}  // namespace detail

/// Computes the outputs of a valid program, which may be a program or a frozen_program. `results`
/// is the memory to work in: it is made as long as the program and holds the result of every
/// instruction afterwards; nothing is allocated if it was as long before. Error: [ctgrad-E28].
template <class Program, class T = typename Program::scalar>
constexpr void interpret(const Program& p, std::span<const std::type_identity_t<T>> inputs,
                         std::span<std::type_identity_t<T>> outputs,
                         std::vector<std::type_identity_t<T>>& results) {
  static_assert(std::floating_point<T>,
                "ctgrad: a program for a number class is unrolled, it cannot be interpreted");
  if (inputs.size() != p.inputs || outputs.size() != p.outputs.size()) {
    detail::raise("ctgrad-E28",
                  "a program is interpreted with another number of inputs or outputs than it has: "
                  "pass spans of p.inputs and p.outputs.size() numbers");
  }
  if (results.size() < p.code.size()) results.assign(p.code.size(), T{});
  results.resize(p.code.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    results[i] = detail::result_of(p.code[i], results.data(), inputs.data());
  }
  for (std::size_t i = 0; i < outputs.size(); ++i) outputs[i] = results[p.outputs[i]];
}

}  // namespace ctgrad
