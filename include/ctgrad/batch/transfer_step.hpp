// Steps that bring the numbers of a block from the caller's memory into a slot and back.
//
// A last block that is not full is filled up with its last point, so that nothing is computed that
// has not been asked for: no error of the processor, no NaN.
#pragma once

#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/batch/step.hpp>

#include <algorithm>

namespace ctgrad::detail {

/// operands[0]: which input.
template <class T>
void load_block(const step<T>& s, const frame<T>& f) {
  const auto& from = f.inputs[s.operands[0]];
  T* const to = f.slots + s.to;
  if (from.stride == 1) {
    std::copy_n(from.data + f.from, f.points, to);
  } else {
    for (std::size_t i = 0; i < f.points; ++i) to[i] = from[f.from + i];
  }
  std::fill(to + f.points, to + f.registers * lanes<T>::size, to[f.points - 1]);
}

/// operands[0]: the slot; to: which output.
template <class T>
void store_block(const step<T>& s, const frame<T>& f) {
  lanes<T> faults = lanes<T>::load(f.faults);
  for (std::size_t r = 0; r < f.registers; ++r) {
    const auto x = lanes<T>::load(f.slots + s.operands[0] + r * lanes<T>::size);
    faults = faults + (x - x);
  }
  faults.store(f.faults);
  std::copy_n(f.slots + s.operands[0], f.points, f.outputs[s.to] + f.first);
}

}  // namespace ctgrad::detail
