// What is done to a derived program before it runs: passes, each a function from program to
// program.
//
// Equal operations are one already, constants are folded and whole powers are products: that
// happens while a program is recorded (builder.hpp, simplify.hpp), as the waiting of signs and
// constant factors does (guarded.hpp). The passes see the whole program. The instructions that the
// function's own values depend on are left as they are, so that values keep every bit.
#pragma once

#include <ctgrad/program/reassociate.hpp>
#include <ctgrad/program/sink_scales.hpp>

#include <cstddef>

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

}  // namespace ctgrad
