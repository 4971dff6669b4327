// hypot on a register.
#pragma once

#include <ctgrad/batch/lane_bits.hpp>
#include <ctgrad/batch/lane_exponential.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <limits>

namespace ctgrad::detail {

/// sqrt(x² + y²), scaled by a power of two so that no square overflows and none that counts
/// vanishes. As for std::hypot, an infinity counts for more than a NaN.
template <class T>
CTGRAD_RECORD lanes<T> hypot_on_lanes(const lanes<T>& x, const lanes<T>& y) {
  using limits = std::numeric_limits<T>;
  const lanes<T> a = magnitude(x), b = magnitude(y), larger = where(a < b, b, a);
  const binary_parts<T> parts(clamped((limits::min)(), larger, (limits::max)()));
  const lanes<T> k = clamped(T(limits::min_exponent), parts.k, T(limits::max_exponent - 2));
  const lanes<T> scale = power_of_2(-k), u = x * scale, v = y * scale;
  const lanes<T> size = sqrt(multiply_add(u, u, v * v)) * power_of_2(k);
  return where(a == limits::infinity() || b == limits::infinity(), limits::infinity(), size);
}

}  // namespace ctgrad::detail

#endif
