// The order in which a formula is read: equal formulas have equal programs in it.
#pragma once

#include <ctgrad/program/schedule.hpp>

namespace ctgrad {

/// Inputs, then what the first output needs, depth first and operands from left to right, then what
/// the next one needs. Before: valid. After: valid, the same instructions and outputs to the last
/// bit, without those that no output needs. No recursion. Linear.
template <class T>
constexpr program<T> in_order_of_reading(const program<T>& p) {
  detail::reordering<T> result(p);
  for (slot i = 0; i < p.inputs; ++i) result.move(i);
  for (const slot out : p.outputs) result.move_with_operands(out);
  return result.finish();
}

}  // namespace ctgrad
