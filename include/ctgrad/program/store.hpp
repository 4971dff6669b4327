// How the results of a program leave it.
//
// The result of a call is stored as soon as it is known, so that it need not be kept until the end.
// What is left for the end are inputs and literals, and results that leave more than twice.
//
// Where several outputs are selected by one condition (the gradient of relu(a + b*c) is 0 or
// {1, c, b}), the condition is asked once, with a branch: what only one side needs is then computed
// on that side, as code written by hand would do.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/program/program.hpp>

#include <array>
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

/// Is this instruction computed where it is stored, and nowhere else?
constexpr bool is_left_to_store(const auto& p, std::size_t place) {
  const slot condition = common_condition(p);
  if (condition == no_condition) return false;
  std::size_t relus = 0, uses = 0;
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    if (p.outputs[k] == place && is_relu_of(p, k, condition)) ++relus;
  }
  for (const auto& step : p.code) {
    for (int k = 0; k < step.arity(); ++k) uses += step.operands[std::size_t(k)] == place ? 1 : 0;
  }
  return relus == 1 && uses == 0;
}

/// Where the K-th output is found if a condition is known to hold (side 1) or not (side 2).
constexpr slot source_of(const auto& p, std::size_t output, slot condition, std::size_t side) {
  const slot at = p.outputs[output];
  const bool selected = is_selected(p, output) && p.code[at].operands[0] == condition;
  return selected ? p.code[at].operands[side] : at;
}

/// The result of an instruction. An input is read where it is used.
template <const auto& Program, slot Place, class Scalar>
CTGRAD_INLINE constexpr Scalar result_at(const Scalar* results, const auto& in) {
  if constexpr (Place < Program.inputs) {
    return static_cast<Scalar>(in.template at<Place>());
  } else {
    return results[Place];
  }
}

template <const auto& Program, slot Condition, std::size_t Side, std::size_t K, class Scalar>
CTGRAD_INLINE constexpr Scalar output_on(const Scalar* results, const auto& in) {
  constexpr slot place = Program.outputs[K], d = Program.code[place].operands[0];
  if constexpr (Condition != no_condition) {
    if constexpr (is_relu_of(Program, K, Condition)) {
      const Scalar active = result_at<Program, d>(results, in);
      return Side == 1 ? active : static_cast<Scalar>(ops::relu::value(active));
    }
  } else if constexpr (is_left_to_store(Program, place)) {  // of a number class
    return static_cast<Scalar>(ops::relu::value(result_at<Program, d>(results, in)));
  }
  return result_at<Program, source_of(Program, K, Condition, Side)>(results, in);
}

inline constexpr slot no_output = ~slot{0};

/// For every instruction, the first outputs that are its result and are stored at once.
template <const auto& Program>
inline constexpr auto homes_of = [] {
  std::array<std::array<slot, 2>, Program.code.size()> homes{};
  for (auto& of_one : homes) of_one = {no_output, no_output};
  if (common_condition(Program) != no_condition) return homes;
  for (slot k = 0; k < Program.outputs.size(); ++k) {
    auto& of_one = homes[Program.outputs[k]];
    if (Program.code[Program.outputs[k]].what != role::call) continue;
    if (of_one[0] == no_output) {
      of_one[0] = k;
    } else if (of_one[1] == no_output) {
      of_one[1] = k;
    }
  }
  return homes;
}();

template <const auto& Program, slot Condition, std::size_t Side, std::size_t K, class Scalar>
CTGRAD_INLINE constexpr void store_one([[maybe_unused]] const Scalar* results,
                                       [[maybe_unused]] const auto& in,
                                       [[maybe_unused]] const auto& out) {
  constexpr auto& homes = homes_of<Program>[Program.outputs[K]];
  constexpr bool stored = homes[0] == K || homes[1] == K;
  if constexpr (!stored) {
    out.template at<K>() = output_on<Program, Condition, Side, K>(results, in);
  }
}

template <const auto& Program, slot Condition, std::size_t Side, class Scalar, std::size_t... K>
CTGRAD_INLINE constexpr void store_side([[maybe_unused]] const Scalar* results,
                                        [[maybe_unused]] const auto& in, const auto& out,
                                        std::index_sequence<K...>) {
  // Braces, since clang nests a fold and has a limit for that.
  const bool done[]{(store_one<Program, Condition, Side, K>(results, in, out), true)..., true};
  static_cast<void>(done);
}

/// Writes what has not been written yet.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr void store(const Scalar* results, const auto& in, const auto& out) {
  constexpr auto all = std::make_index_sequence<Program.outputs.size()>{};
  constexpr slot condition = common_condition(Program);
  if constexpr (condition == no_condition || !std::floating_point<Scalar>) {
    store_side<Program, no_condition, 1>(results, in, out, all);
  } else if (result_at<Program, condition>(results, in) != 0) [[likely]] {
    store_side<Program, condition, 1>(results, in, out, all);
  } else {
    store_side<Program, condition, 2>(results, in, out, all);
  }
}

}  // namespace ctgrad::detail
