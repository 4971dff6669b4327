// Where the numbers of one argument stand for all points.
#pragma once

#include <cstddef>

namespace ctgrad::detail {

/// The number of point i is data[i * stride]; of what is the same at all points, data[0].
template <class T>
struct column {
  const T* data = nullptr;
  std::size_t size = 0;    // number of points
  std::size_t stride = 1;  // 0: the same at all points

  [[nodiscard]] constexpr bool varies() const { return stride != 0; }
  constexpr const T& operator[](std::size_t i) const { return data[i * stride]; }
};

}  // namespace ctgrad::detail
