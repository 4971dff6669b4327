// SIMD registers for code written by hand: those of xsimd, where ctgrad has it too, else four
// numbers that the compiler may put into registers.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#if defined(CTGRAD_XSIMD)
#include <xsimd/xsimd.hpp>
#endif

#include "result.hpp"

namespace hand {

#if defined(CTGRAD_XSIMD)

using pack = xsimd::batch<double>;

CTGRAD_INLINED pack load(const double* from) {
  return pack::load_unaligned(from);
}
CTGRAD_INLINED void store(double* to, const pack& x) {
  x.store_unaligned(to);
}
CTGRAD_INLINED pack fma(const pack& a, const pack& b, const pack& c) {
  return xsimd::fma(a, b, c);
}
/// a where x > y, else b.
CTGRAD_INLINED pack where_greater(const pack& x, const pack& y, const pack& a, const pack& b) {
  return xsimd::select(x > y, a, b);
}
#define CTGRAD_PACK_FUNCTION(name)          \
  CTGRAD_INLINED pack name(const pack& x) { \
    return xsimd::name(x);                  \
  }

#else

struct pack {
  static constexpr std::size_t size = 4;
  std::array<double, size> x{};

  pack() = default;
  CTGRAD_INLINED pack(double all) { x.fill(all); }

  template <class F>
  CTGRAD_INLINED static pack of(F each) {
    pack r;
    for (std::size_t i = 0; i < size; ++i) r.x[i] = each(i);
    return r;
  }
  friend CTGRAD_INLINED pack operator+(const pack& a, const pack& b) {
    return of([&](std::size_t i) { return a.x[i] + b.x[i]; });
  }
  friend CTGRAD_INLINED pack operator-(const pack& a, const pack& b) {
    return of([&](std::size_t i) { return a.x[i] - b.x[i]; });
  }
  friend CTGRAD_INLINED pack operator*(const pack& a, const pack& b) {
    return of([&](std::size_t i) { return a.x[i] * b.x[i]; });
  }
  friend CTGRAD_INLINED pack operator/(const pack& a, const pack& b) {
    return of([&](std::size_t i) { return a.x[i] / b.x[i]; });
  }
  CTGRAD_INLINED pack operator-() const {
    return of([&](std::size_t i) { return -x[i]; });
  }
  CTGRAD_INLINED pack& operator+=(const pack& b) { return *this = *this + b; }
};

CTGRAD_INLINED pack load(const double* from) {
  return pack::of([&](std::size_t i) { return from[i]; });
}
CTGRAD_INLINED void store(double* to, const pack& x) {
  for (std::size_t i = 0; i < pack::size; ++i) to[i] = x.x[i];
}
CTGRAD_INLINED pack fma(const pack& a, const pack& b, const pack& c) {
  return a * b + c;
}
/// a where x > y, else b.
CTGRAD_INLINED pack where_greater(const pack& x, const pack& y, const pack& a, const pack& b) {
  return pack::of([&](std::size_t i) { return x.x[i] > y.x[i] ? a.x[i] : b.x[i]; });
}
#define CTGRAD_PACK_FUNCTION(name)                                     \
  CTGRAD_INLINED pack name(const pack& x) {                            \
    return pack::of([&](std::size_t i) { return std::name(x.x[i]); }); \
  }

#endif

CTGRAD_PACK_FUNCTION(exp)
CTGRAD_PACK_FUNCTION(log)
CTGRAD_PACK_FUNCTION(sqrt)
CTGRAD_PACK_FUNCTION(tanh)
CTGRAD_PACK_FUNCTION(erfc)
#undef CTGRAD_PACK_FUNCTION

inline constexpr std::size_t pack_size = pack::size;

CTGRAD_INLINED double sum_of(const pack& x) {
  std::array<double, pack_size> numbers;
  store(numbers.data(), x);
  for (std::size_t half = pack_size / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) numbers[i] += numbers[i + half];
  }
  return numbers[0];
}

/// Calls f(i, here, count) for every pack of n points: i is the first of them, and `here` loads
/// from a column and fills up with its first number what is missing at the end, where count is
/// smaller.
void for_each_pack(std::size_t n, auto f) {
  std::size_t i = 0;
  for (; i + pack_size <= n; i += pack_size) {
    f(i, [i](std::span<const double> column) { return load(column.data() + i); }, pack_size);
  }
  if (i == n) return;
  f(
      i,
      [i, n](std::span<const double> column) {
        std::array<double, pack_size> rest;
        for (std::size_t k = 0; k < pack_size; ++k) rest[k] = column[i + k < n ? i + k : 0];
        return load(rest.data());
      },
      n - i);
}

/// 1 for the first so many numbers of a pack, then 0.
CTGRAD_INLINED pack ones(std::size_t count) {
  std::array<double, pack_size> numbers;
  for (std::size_t k = 0; k < pack_size; ++k) numbers[k] = k < count ? 1 : 0;
  return load(numbers.data());
}

}  // namespace hand
