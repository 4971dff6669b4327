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
#include <ctgrad/program/store_plan.hpp>

#include <cstddef>
#include <utility>

namespace ctgrad::detail {

/// Where the K-th output is found if the plan's condition is known to hold (side 1) or not (side
/// 2). Side 0: nothing is known.
template <const auto& Program, class Scalar>
constexpr slot source_of(std::size_t output, std::size_t side) {
  const slot at = Program.outputs[output];
  const auto& step = Program.code[at];
  using T = typename std::remove_cvref_t<decltype(Program)>::scalar;
  const bool selected = side != 0 && is_call_of(step, info_of<ops::where, T>) &&
                        step.operands[0] == plan_of<Program, Scalar>.condition;
  return selected ? step.operands[side] : at;
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

template <const auto& Program, std::size_t Side, std::size_t K, class Scalar>
CTGRAD_INLINE constexpr Scalar output_on(const Scalar* results, const auto& in) {
  constexpr slot place = Program.outputs[K];
  if constexpr (plan_of<Program, Scalar>.left[place]) {  // relu(d), which is d where d > 0
    const Scalar d = result_at<Program, Program.code[place].operands[0]>(results, in);
    return Side == 1 ? d : static_cast<Scalar>(ops::relu::value(d));
  } else {
    return result_at<Program, source_of<Program, Scalar>(K, Side)>(results, in);
  }
}

template <const auto& Program, std::size_t Side, std::size_t K, class Scalar>
CTGRAD_INLINE constexpr void store_one([[maybe_unused]] const Scalar* results,
                                       [[maybe_unused]] const auto& in,
                                       [[maybe_unused]] const auto& out) {
  constexpr auto& homes = plan_of<Program, Scalar>.homes[Program.outputs[K]];
  if constexpr (homes[0] != K && homes[1] != K) {
    out.template at<K>() = output_on<Program, Side, K>(results, in);
  }
}

template <const auto& Program, std::size_t Side, class Scalar, std::size_t... K>
CTGRAD_INLINE constexpr void store_side([[maybe_unused]] const Scalar* results,
                                        [[maybe_unused]] const auto& in, const auto& out,
                                        std::index_sequence<K...>) {
  // Braces, since clang nests a fold and has a limit for that.
  const bool done[]{(store_one<Program, Side, K>(results, in, out), true)..., true};
  static_cast<void>(done);
}

/// Writes what has not been written yet.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr void store(const Scalar* results, const auto& in, const auto& out) {
  constexpr auto all = std::make_index_sequence<Program.outputs.size()>{};
  constexpr slot condition = plan_of<Program, Scalar>.condition;
  if constexpr (condition == no_condition) {
    store_side<Program, 0>(results, in, out, all);
  } else if (result_at<Program, condition>(results, in) != 0) [[likely]] {
    store_side<Program, 1>(results, in, out, all);
  } else {
    store_side<Program, 2>(results, in, out, all);
  }
}

}  // namespace ctgrad::detail
