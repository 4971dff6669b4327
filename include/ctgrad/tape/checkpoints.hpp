// Results that are not recorded but computed again in every sweep; see dynamic/checkpoint.hpp.
#pragma once

#include <ctgrad/tape/edges.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace ctgrad::detail {

/// A function with its arguments.
template <class T>
class computation {
 public:
  virtual ~computation() = default;
  /// Records it once more; adds the positions of its results, 0 for those that are constants.
  virtual void record(std::vector<position>& results) = 0;
};

/// So many results from position `at` on, computed from what is recorded before `edges`.
template <class T>
struct checkpoint_at {
  position at;
  std::size_t results;
  typename edge_blocks<T>::mark edges;
  std::unique_ptr<computation<T>> again;
};

}  // namespace ctgrad::detail
