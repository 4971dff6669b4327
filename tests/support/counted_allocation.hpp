// Counts what a test program allocates. Defines the global operator new, so one source of a program
// includes it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace support {

inline std::size_t allocations = 0;
inline std::size_t allocated_bytes = 0;

namespace {  // not inline: g++ 12 then takes the pair below for a mismatched one

void* counted_allocation(std::size_t size) {
  ++allocations;
  allocated_bytes += size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

}  // namespace support

// The array and nothrow forms call these.
void* operator new(std::size_t size) {
  return support::counted_allocation(size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
