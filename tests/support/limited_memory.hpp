// Counts, and refuses beyond a limit, what recordings ask for: the aligned operator new that throws
// nothing. One source of a program includes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>

namespace support {

inline std::size_t asked_for = 0;                    // bytes, since a limit was set
inline std::size_t at_most_in_all = 0, refused = 0;  // bytes

/// While it lives, so many bytes are given out and no more; all that is given is counted.
class memory_limit {
 public:
  explicit memory_limit(std::size_t bytes = SIZE_MAX) {
    asked_for = refused = 0;
    at_most_in_all = bytes;
    on() = true;
  }
  memory_limit(const memory_limit&) = delete;
  memory_limit& operator=(const memory_limit&) = delete;
  ~memory_limit() { on() = false; }

  static bool& on() {
    static thread_local bool is_on = false;
    return is_on;
  }
};

}  // namespace support

void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  if (support::memory_limit::on()) {
    if (size > support::at_most_in_all - support::asked_for) {
      support::refused = size;
      return nullptr;
    }
    support::asked_for += size;
  }
  try {
    return ::operator new(size, alignment);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
