// A program is plain data: instructions in the order of evaluation, each used by later ones only.
//
// There are two holders of the same data: program<T> grows while it is built and lives inside one
// constant evaluation or at run time; frozen_program<T, N, M> has fixed extents and can be a static
// constant. Functions that only read a program take either.
#pragma once

#include <ctgrad/program/instruction.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace ctgrad {

template <class T>
struct program {
  using scalar = T;
  std::vector<instruction<T>> code;  // the inputs come first, in their order
  std::vector<slot> outputs;
  std::size_t inputs = 0;
};

template <class T, std::size_t Size, std::size_t Outputs>
struct frozen_program {
  using scalar = T;
  std::array<instruction<T>, Size> code{};
  std::array<slot, Outputs> outputs{};
  std::size_t inputs = 0;
};

/// Number of instructions that play this role.
constexpr std::size_t count(const auto& p, role what) {
  std::size_t number = 0;
  for (const auto& step : p.code) number += step.what == what ? 1 : 0;
  return number;
}

/// Number of instructions that compute something.
constexpr std::size_t operations(const auto& p) {
  return count(p, role::call);
}

/// Checks what every pass promises to keep. Returns an empty text if the program is well formed,
/// otherwise what is wrong with it. Linear in the size of the program.
constexpr std::string_view validate(const auto& p) {
  if (p.inputs > p.code.size()) return "more inputs than instructions";
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const auto& step = p.code[i];
    if ((step.what == role::input) != (i < p.inputs))
      return "inputs are not the first instructions";
    if (step.what == role::input && step.operands[0] != i) return "an input has a wrong number";
    if (step.what == role::call && step.op == nullptr) return "a call without an op";
    for (int k = 0; k < step.arity(); ++k) {
      if (step.operands[std::size_t(k)] >= i) return "an operand is used before it is computed";
    }
  }
  for (const slot out : p.outputs) {
    if (out >= p.code.size()) return "an output names no instruction";
  }
  return {};
}

/// Drops every instruction that no output needs. Before: valid. After: valid, same outputs to the
/// last bit, every remaining instruction but the inputs is used. Linear.
template <class T>
constexpr program<T> remove_dead(const program<T>& p) {
  std::vector<char> used(p.code.size(), false);
  for (const slot out : p.outputs) used[out] = true;
  for (std::size_t i = p.code.size(); i-- > 0;) {
    if (!used[i]) continue;
    for (int k = 0; k < p.code[i].arity(); ++k) used[p.code[i].operands[std::size_t(k)]] = true;
  }
  program<T> live{.code = {}, .outputs = {}, .inputs = p.inputs};
  std::vector<slot> moved(p.code.size(), 0);
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    if (!used[i] && i >= p.inputs) continue;
    auto step = p.code[i];
    for (int k = 0; k < step.arity(); ++k) {
      auto& operand = step.operands[std::size_t(k)];
      operand = moved[operand];
    }
    moved[i] = static_cast<slot>(live.code.size());
    live.code.push_back(step);
  }
  for (const slot out : p.outputs) live.outputs.push_back(moved[out]);
  return live;
}

/// The program that Source::build() makes, as a static constant. Built twice: once for its extents,
/// once for its contents, since nothing on the compiler's heap may outlive a constant evaluation.
template <class Source>
struct frozen {
 private:
  struct extents {
    std::size_t size, outputs;
  };
  static constexpr extents extent = [] {
    const auto built = Source::build();
    return extents{built.code.size(), built.outputs.size()};
  }();
  static constexpr auto copy() {
    const auto built = Source::build();
    frozen_program<typename decltype(built)::scalar, extent.size, extent.outputs> result{};
    for (std::size_t i = 0; i < extent.size; ++i) result.code[i] = built.code[i];
    for (std::size_t i = 0; i < extent.outputs; ++i) result.outputs[i] = built.outputs[i];
    result.inputs = built.inputs;
    return result;
  }

 public:
  static constexpr auto value = copy();
};

}  // namespace ctgrad
