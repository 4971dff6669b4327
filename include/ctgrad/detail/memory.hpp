// Memory on the heap that is large: asked for with the operating system's large pages, and an error
// in plain words where there is none.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// So many objects, never moved. Those of a type that is only bytes begin with any value: memory
/// that is never used is never touched. Others begin as T{}. Errors: [ctgrad-E44].
template <class T>
class heap_array {
 public:
  heap_array() = default;
  explicit heap_array(std::size_t size) : data_(allocate(size)), size_(size) {}

  [[nodiscard]] T* get() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  static constexpr bool bytes =
      std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>;
  static constexpr std::size_t large_page = std::size_t{1} << 21;

  struct release {
    std::size_t alignment = 0;
    void operator()(T* data) const {
      if constexpr (bytes) {
        ::operator delete(data, std::align_val_t{alignment});
      } else {
        delete[] data;
      }
    }
  };
  using owner = std::unique_ptr<T, release>;

  static owner allocate(std::size_t size) {
    const std::size_t needed = size * sizeof(T);
    T* data = nullptr;
    const std::size_t alignment = needed < large_page ? 64 : large_page;
    if constexpr (bytes) {
      data = static_cast<T*>(::operator new(needed, std::align_val_t{alignment}, std::nothrow));
      if (data != nullptr && needed >= large_page) CTGRAD_USE_LARGE_PAGES(data, needed);
    } else {
      data = new (std::nothrow) T[size]{};
    }
    if (data == nullptr) refuse(needed);
    return owner(data, {alignment});
  }

  [[noreturn]] CTGRAD_COLD static void refuse(std::size_t needed) {
    raise("ctgrad-E44", text("out of memory: ", std::to_string(needed),
                             " bytes more were asked for. Everything recorded before is intact. "
                             "Release recordings earlier with a scope, or store less with "
                             "fused(f) or checkpoint(f)"));
  }

  owner data_;
  std::size_t size_ = 0;
};

}  // namespace ctgrad::detail
