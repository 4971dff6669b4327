// What is done to a derived program before it runs: passes, each a function from program to
// program.
//
// Equal operations are one already, constants are folded and whole powers are products: that
// happens while a program is recorded (builder.hpp, simplify.hpp), as the waiting of signs and
// constant factors does (guarded.hpp). The passes see the whole program. The instructions that the
// function's own values depend on are left as they are, so that values keep every bit. In the end
// the instructions are put into the order in which they are run (schedule.hpp).
#pragma once

#include <ctgrad/program/reassociate.hpp>
#include <ctgrad/program/schedule.hpp>
#include <ctgrad/program/sink_scales.hpp>

#include <cstddef>
#include <type_traits>

namespace ctgrad {

/// A longer program is left as it is: the passes take most of the time that it takes to compile a
/// derivative, and compilers limit the steps of a constant evaluation.
inline constexpr std::size_t optimized_at_most = 500;

/// All passes. Before: valid, the first `values` outputs are results of the function. After: valid,
/// no more operations, the same values.
template <class T>
constexpr program<T> optimized(const program<T>& p, std::size_t values) {
  if (p.code.size() > optimized_at_most) return p;
  return reassociate(sink_scales(p, values), values);
}

/// Without its first outputs. Linear.
template <class T>
constexpr program<T> without_outputs(program<T> p, std::size_t count) {
  if (count == 0) return p;
  p.outputs.erase(p.outputs.begin(), p.outputs.begin() + static_cast<std::ptrdiff_t>(count));
  return remove_dead(p);
}

namespace detail {

/// A constant as a program that passes can work on.
template <class T, std::size_t Size, std::size_t Outputs>
constexpr program<T> growing(const frozen_program<T, Size, Outputs>& p) {
  return {.code = {p.code.begin(), p.code.end()},
          .outputs = {p.outputs.begin(), p.outputs.end()},
          .inputs = p.inputs};
}

}  // namespace detail

/// What Source::build() makes, after all passes. Its first Source::values outputs are results of
/// the function, so that what they depend on stays as it is; the first Source::hidden of them are
/// not wanted. It begins with the constant: building and optimising a program are two evaluations,
/// each with a compiler's limit of its own.
template <class Source, bool Passes = true>
struct optimized_program {
  static constexpr auto build() {
    auto p = detail::growing(frozen<Source>::value);
    if constexpr (Passes) p = optimized(p, Source::values);
    return without_outputs(p, Source::hidden);
  }
};

/// What Source::build() makes, in the order in which it is run: a third evaluation.
template <class Source>
struct scheduled_program {
  static constexpr auto build() { return schedule(detail::growing(frozen<Source>::value)); }
};

namespace detail {

/// Is the program short enough for the passes, and do they stay within the compiler's limits?
template <class Source>
concept optimizable =
    (draft_of<Source>().size <= optimized_at_most) && buildable<optimized_program<Source>>;
template <class Source>
concept schedulable =
    (draft_of<Source>().size <= optimized_at_most) && buildable<scheduled_program<Source>>;

template <class Source>
using ordered = std::conditional_t<schedulable<Source>, scheduled_program<Source>, Source>;

}  // namespace detail

/// The optimised program of Source, or what Source makes if optimising it exceeds the compiler's
/// limits; in the better order, if finding that does not exceed them.
template <class Source>
using best_program = detail::ordered<optimized_program<Source, detail::optimizable<Source>>>;

}  // namespace ctgrad
