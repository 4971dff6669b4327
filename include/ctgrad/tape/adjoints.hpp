// The adjoints of a recording, one per position; what happens to them: tape/adjoint_rule.hpp.
#pragma once

#include <ctgrad/detail/memory.hpp>
#include <ctgrad/tape/adjoint_rule.hpp>
#include <ctgrad/tape/edges.hpp>

#include <algorithm>
#include <cstddef>

namespace ctgrad::detail {

template <class T>
class adjoint_array {
 public:
  adjoint_array() = default;
  adjoint_array(const adjoint_array& other_) : data_(other_.size_), size_(other_.size_) {
    std::copy_n(other_.data(), size_, data());
  }
  adjoint_array(adjoint_array&&) noexcept = default;
  adjoint_array& operator=(adjoint_array&&) noexcept = default;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] T* data() const { return data_.get(); }
  T& operator[](std::size_t at) { return data_.get()[at]; }
  const T& operator[](std::size_t at) const { return data_.get()[at]; }

  /// 0 where there is none.
  [[nodiscard]] T at(position p) const {
    return p < size_ ? adjoint_rule<T>::finished(data_.get()[p]) : T{};
  }

  /// So many adjoints, all untouched. An exception leaves them as they were.
  void start(std::size_t size) {
    if (size > data_.size()) data_ = heap_array<T>(size + size / 8);
    size_ = size;
    std::fill_n(data(), size, adjoint_rule<T>::untouched());
  }
  /// More of them, untouched, behind those that there are.
  void extend(std::size_t size) {
    if (size <= size_) return;
    if (size > data_.size()) {
      heap_array<T> larger(size + size / 2);
      std::copy_n(data(), size_, larger.get());
      data_ = std::move(larger);
    }
    std::fill(data() + size_, data() + size, adjoint_rule<T>::untouched());
    size_ = size;
  }
  void shrink(std::size_t size) { size_ = std::min(size_, size); }

 private:
  heap_array<T> data_;
  std::size_t size_ = 0;
};

}  // namespace ctgrad::detail
