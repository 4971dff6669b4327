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

/// All passes. Before: valid, the first `values` outputs are results of the function. After: valid,
/// no more operations, the same values.
template <class T>
constexpr program<T> optimized(const program<T>& p, std::size_t values) {
  return reassociate(sink_scales(p, values), values);
}

}  // namespace ctgrad
