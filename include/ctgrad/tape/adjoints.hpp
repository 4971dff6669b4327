// The adjoints of a recording, one per position.
//
// An adjoint that nothing has contributed to is -0.0, the number that changes nothing when it is
// added to. It takes no part in the sweep: where a branch was not taken, 0 * inf would be NaN. A
// zero that was contributed is an ordinary zero. So the rule is that of program/adjoint.hpp.
#pragma once

#include <ctgrad/detail/memory.hpp>
#include <ctgrad/tape/edges.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace ctgrad::detail {

template <class T>
constexpr bool is_untouched(const T& adjoint) {
  if constexpr (std::same_as<T, double>) {
    return std::bit_cast<std::uint64_t>(adjoint) == std::uint64_t{1} << 63;
  } else {
    using std::signbit;  // that of a number class is found by argument
    return adjoint == 0 && signbit(adjoint);
  }
}

template <class T>
class adjoints {
 public:
  adjoints() = default;
  adjoints(const adjoints& other_) : data_(other_.size_), size_(other_.size_) {
    std::copy_n(other_.data(), size_, data());
  }
  adjoints(adjoints&&) noexcept = default;
  adjoints& operator=(adjoints&&) noexcept = default;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] T* data() const { return data_.get(); }
  T& operator[](std::size_t at) { return data_.get()[at]; }
  const T& operator[](std::size_t at) const { return data_.get()[at]; }

  /// 0 where there is none.
  [[nodiscard]] T at(position p) const {
    return p < size_ ? data_.get()[p] + T{} : T{};  // -0.0 + 0 is 0
  }

  /// So many adjoints, all untouched. An exception leaves them as they were.
  void start(std::size_t size) {
    if (size > data_.size()) data_ = heap_array<T>(size + size / 8);
    size_ = size;
    std::fill_n(data(), size, T(-0.0));
  }
  /// More of them, untouched, behind those that there are.
  void extend(std::size_t size) {
    if (size <= size_) return;
    if (size > data_.size()) {
      heap_array<T> larger(size + size / 2);
      std::copy_n(data(), size_, larger.get());
      data_ = std::move(larger);
    }
    std::fill(data() + size_, data() + size, T(-0.0));
    size_ = size;
  }
  void shrink(std::size_t size) { size_ = std::min(size_, size); }

 private:
  heap_array<T> data_;
  std::size_t size_ = 0;
};

}  // namespace ctgrad::detail
