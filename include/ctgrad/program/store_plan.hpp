// When each result of a program is stored: at once, or at the end, on one side of a branch.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/program/program.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace ctgrad::detail {

inline constexpr slot no_condition = ~slot{0};

template <class T>
constexpr bool is_call_of(const instruction<T>& step, const op_info<T>& op) {
  return step.what == role::call && step.op == &op;
}

/// Is this relu(d), and the condition d > 0? Then it is d where the condition holds.
template <class T>
constexpr bool is_relu_of(const auto& p, const instruction<T>& step, slot condition) {
  const auto& asked = p.code[condition];
  if (!is_call_of(step, info_of<ops::relu, T>)) return false;
  if (!is_call_of(asked, info_of<ops::greater, T>)) return false;
  const auto& limit = p.code[asked.operands[1]];
  return asked.operands[0] == step.operands[0] && limit.what == role::literal && limit.literal == 0;
}

/// What is known in advance about the storing of a program of this size.
template <std::size_t Size>
struct store_plan {
  slot condition = no_condition;  // that selects several outputs
  // The outputs that a result is stored to at once; their number stands for none.
  std::array<std::array<slot, 2>, Size> homes{};
  std::array<bool, Size> left{};  // is it computed where it is stored only?
};

/// The condition that selects the most outputs, if it selects two or more.
constexpr slot common_condition(const auto& p) {
  using T = typename std::remove_cvref_t<decltype(p)>::scalar;
  buffer<std::size_t> count(p.code.size());
  slot best = no_condition;
  std::size_t most = 1;
  for (const slot out : p.outputs) {
    if (!is_call_of(p.code[out], info_of<ops::where, T>)) continue;
    const slot condition = p.code[out].operands[0];
    if (++count[condition] > most) most = count[condition], best = condition;
  }
  return best;
}

/// Branches: may a condition be asked? Of a number it may, of several at once it may not. Linear.
template <bool Branches, class T, std::size_t Size, std::size_t Outputs>
constexpr store_plan<Size> planned(const frozen_program<T, Size, Outputs>& p) {
  constexpr slot none = Outputs;
  store_plan<Size> plan;
  for (auto& homes : plan.homes) homes = {none, none};
  if (Branches) plan.condition = common_condition(p);
  if (plan.condition == no_condition) {
    for (slot k = 0; k < Outputs; ++k) {
      if (p.code[p.outputs[k]].what != role::call) continue;
      auto& homes = plan.homes[p.outputs[k]];
      if (homes[0] == none) {
        homes[0] = k;
      } else if (homes[1] == none) {
        homes[1] = k;
      }
    }
    return plan;
  }
  std::array<std::size_t, Size> uses{};
  for (const auto& step : p.code) {
    for (int k = 0; k < step.arity(); ++k) ++uses[step.operands[std::size_t(k)]];
  }
  for (const slot out : p.outputs) {
    plan.left[out] = uses[out] == 0 && is_relu_of(p, p.code[out], plan.condition);
  }
  return plan;
}

template <const auto& Program, class Scalar>
inline constexpr auto plan_of = planned<std::floating_point<Scalar>>(Program);

}  // namespace ctgrad::detail
