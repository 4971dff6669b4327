// The reverse sweep.
#pragma once

#include <ctgrad/tape/adjoints.hpp>
#include <ctgrad/tape/edges.hpp>

#include <algorithm>

namespace ctgrad::detail {

/// Takes the adjoints of positions up to `root` along the edges, the last one first.
template <class T>
void sweep(const recorded_edge<T>* first, const recorded_edge<T>* last, position root,
           T* adjoints) {
  last = std::upper_bound(first, last, root, [](position root_, const recorded_edge<T>& e_) {
    return root_ < e_.from;
  });
  while (last != first) {
    const position from = last[-1].from;
    const T adjoint = adjoints[from];
    if (is_untouched(adjoint)) {
      do --last;
      while (last != first && last[-1].from == from);
    } else {
      do {
        const recorded_edge<T>& e = *--last;
        adjoints[e.to] = (adjoints[e.to] + e.partial * adjoint) + T{};  // + 0: never -0.0
      } while (last != first && last[-1].from == from);
    }
  }
}

}  // namespace ctgrad::detail
