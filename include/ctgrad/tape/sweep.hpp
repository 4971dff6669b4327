// The reverse sweep.
#pragma once

#include <ctgrad/tape/adjoints.hpp>
#include <ctgrad/tape/edges.hpp>

namespace ctgrad::detail {

/// Takes adjoints along the edges, the last one first, which is one of the result at `at`; behind
/// the first one that is the result before.
template <class T>
void sweep(const recorded_edge<T>* first, const recorded_edge<T>* last, position& at, T* adjoints) {
  using rule = adjoint_rule<T>;
  position from = at;
  while (last != first) {
    const T adjoint = adjoints[from];
    if (rule::is_untouched(adjoint)) {
      do --last;
      while (!last->is_first());
    } else {
      do {
        const recorded_edge<T>& e = *--last;
        if (active<T> && e.to() == 0) continue;  // an operation on it would be recorded
        T& to = adjoints[e.to()];
        to = rule::sum(to, e.partial, adjoint);
      } while (!last->is_first());
    }
    from -= last->step();
  }
  at = from;
}

}  // namespace ctgrad::detail
