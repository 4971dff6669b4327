// Where the numbers of a call stand for all points.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <cstddef>
#include <string>

namespace ctgrad::detail {

/// One number of every point: that of point i is data[i * stride]; of what is the same at all
/// points, data[0].
template <class T>
struct column {
  const T* data = nullptr;
  std::size_t points = 0;
  std::size_t stride = 1;  // 0: the same at all points

  [[nodiscard]] constexpr bool varies() const { return stride != 0; }
  constexpr const T& operator[](std::size_t i) const { return data[i * stride]; }
  [[nodiscard]] constexpr const T* end() const {
    return points == 0 ? data : data + (points - 1) * stride + 1;
  }
};

/// Writes the columns of a call's numbers one behind the other. Before: there is room for all of
/// them in both arrays.
template <class T>
class column_writer {
 public:
  constexpr column_writer(column<T>* columns_in, T* constants_in)
      : columns_(columns_in), constants_(constants_in) {}

  constexpr void add_constant(const T& x) {
    constants_[size_] = x;
    columns_[size_] = {constants_ + size_, 1, 0};
    ++size_;
  }
  /// Error: [ctgrad-E57] if it has another number of points than those before it.
  constexpr void add(const T* data, std::size_t points, std::size_t stride) {
    if (!any_) points_ = points, any_ = true;
    if (points != points_) refuse(points);
    columns_[size_++] = {data, points, stride};
  }

  [[nodiscard]] constexpr std::size_t points() const { return points_; }

 private:
  [[noreturn]] CTGRAD_COLD void refuse(std::size_t points) const {
    raise("ctgrad-E57",
          text("number ", std::to_string(size_), " (counted from 0) of a point is given for ",
               std::to_string(points), " points, another one for ", std::to_string(points_),
               ": spans and vectors of one call have one length"));
  }

  column<T>* columns_;
  T* constants_;
  std::size_t size_ = 0, points_ = 0;
  bool any_ = false;
};

}  // namespace ctgrad::detail
