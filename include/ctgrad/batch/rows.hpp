// rows(numbers, width): a data set that stands row by row, as an argument of a batch.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

namespace ctgrad {

/// One point behind the other, `width` numbers each.
template <class T>
struct rows_of {
  const T* numbers;    ///< of all points
  std::size_t points,  ///< how many there are
      width;           ///< numbers of each
};

/// The rows of a matrix as the points of an argument that was recorded with `width` numbers:
///
///   auto s = ctgrad::vmean(g)(w, ctgrad::rows(images, 64), labels);   // images: n * 64 numbers
///
/// Refers to the numbers. Columns (a std::vector of spans) are read faster. Error: [ctgrad-E57] if
/// the numbers are not a multiple of the width.
template <class Numbers>
auto rows(const Numbers& numbers, std::size_t width) {
  using T = std::remove_cvref_t<decltype(*std::data(numbers))>;
  const std::size_t size = std::size(numbers);
  if (width == 0 || size % width != 0) {
    detail::raise("ctgrad-E57",
                  detail::text("rows(numbers, width): ", std::to_string(size),
                               " numbers are no whole number of rows of ", std::to_string(width)));
  }
  return rows_of<T>{std::data(numbers), size / width, width};
}

/// Not of a container that is gone when it is read.
template <class Numbers>
  requires(!std::is_lvalue_reference_v<Numbers> &&
           !std::is_same_v<Numbers, std::span<const typename Numbers::value_type>> &&
           !std::is_same_v<Numbers, std::span<typename Numbers::value_type>>)
auto rows(Numbers&& numbers, std::size_t width) = delete;

}  // namespace ctgrad
