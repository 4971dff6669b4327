// How the results of a program leave it.
//
// Where several outputs are selected by one condition (the gradient of relu(a + b*c) is 0 or
// {1, c, b}), the condition is asked once, with a branch: what only one side needs is then computed
// on that side, as code written by hand would do.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/program/program.hpp>

#include <concepts>
#include <cstddef>
#include <utility>

namespace ctgrad::detail {

inline constexpr slot no_condition = ~slot{0};

/// Is this output a `where`?
constexpr bool is_selected(const auto& p, std::size_t output) {
  const auto& step = p.code[p.outputs[output]];
  return step.what == role::call && step.op->name == ops::where::name;
}

/// The condition that selects the most outputs, if it selects two or more.
constexpr slot common_condition(const auto& p) {
  slot best = no_condition;
  std::size_t most = 1;
  for (std::size_t i = 0; i < p.outputs.size(); ++i) {
    if (!is_selected(p, i)) continue;
    const slot condition = p.code[p.outputs[i]].operands[0];
    std::size_t count = 0;
    for (std::size_t k = 0; k < p.outputs.size(); ++k) {
      if (is_selected(p, k) && p.code[p.outputs[k]].operands[0] == condition) ++count;
    }
    if (count > most) most = count, best = condition;
  }
  return best;
}

/// Is this output relu(d), and the condition d > 0? Then it is d where the condition holds.
constexpr bool is_relu_of(const auto& p, std::size_t output, slot condition) {
  const auto& step = p.code[p.outputs[output]];
  const auto& asked = p.code[condition];
  return step.what == role::call && step.op->name == ops::relu::name &&
         asked.op->name == ops::greater::name && asked.operands[0] == step.operands[0] &&
         p.code[asked.operands[1]].what == role::literal && p.code[asked.operands[1]].literal == 0;
}

/// Where the K-th output is found if a condition is known to hold (side 1) or not (side 2).
constexpr slot source_of(const auto& p, std::size_t output, slot condition, std::size_t side) {
  const slot at = p.outputs[output];
  const bool selected = is_selected(p, output) && p.code[at].operands[0] == condition;
  return selected ? p.code[at].operands[side] : at;
}

template <const auto& Program, slot Condition, std::size_t Side, std::size_t K, class Scalar>
CTGRAD_INLINE constexpr Scalar output_on(const Scalar* results) {
  if constexpr (Condition != no_condition) {
    if constexpr (is_relu_of(Program, K, Condition)) {
      constexpr slot d = Program.code[Program.outputs[K]].operands[0];
      return Side == 1 ? results[d] : static_cast<Scalar>(ops::relu::value(results[d]));
    }
  }
  constexpr slot source = source_of(Program, K, Condition, Side);
  return results[source];
}

template <const auto& Program, slot Condition, std::size_t Side, class Scalar, std::size_t... K>
CTGRAD_INLINE constexpr void store_side(const Scalar* results, const auto& out,
                                        std::index_sequence<K...>) {
  ((out.template at<K>() = output_on<Program, Condition, Side, K>(results)), ...);
}

/// Writes the outputs of Program, whose instructions have these results.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr void store(const Scalar* results, const auto& out) {
  constexpr auto all = std::make_index_sequence<Program.outputs.size()>{};
  constexpr slot condition = std::floating_point<Scalar> ? common_condition(Program) : no_condition;
  if constexpr (condition == no_condition) {
    store_side<Program, condition, 1>(results, out, all);
  } else if (results[condition] != 0) [[likely]] {
    store_side<Program, condition, 1>(results, out, all);
  } else {
    store_side<Program, condition, 2>(results, out, all);
  }
}

}  // namespace ctgrad::detail
