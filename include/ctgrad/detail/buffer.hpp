// A fixed number of objects on the heap, all default-initialised to begin with. What a std::vector
// does element by element, and a compiler counts as steps of a constant expression, is one step
// here.
#pragma once

#include <cstddef>
#include <utility>

namespace ctgrad::detail {

template <class T>
class buffer {
 public:
  constexpr explicit buffer(std::size_t size) : data_(new T[size]{}), size_(size) {}
  constexpr buffer(std::size_t size, const T& value_) : buffer(size) {
    for (std::size_t i = 0; i < size; ++i) data_[i] = value_;
  }
  constexpr buffer(buffer&& other_) noexcept
      : data_(std::exchange(other_.data_, nullptr)), size_(std::exchange(other_.size_, 0)) {}
  constexpr buffer& operator=(buffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  constexpr ~buffer() { delete[] data_; }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  constexpr T* data() { return data_; }
  constexpr const T* data() const { return data_; }
  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr const T& operator[](std::size_t i) const { return data_[i]; }

 private:
  T* data_;
  std::size_t size_;
};

}  // namespace ctgrad::detail
