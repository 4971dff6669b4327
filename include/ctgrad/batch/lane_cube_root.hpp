// cbrt on a register.
#pragma once

#include <ctgrad/batch/lane_bits.hpp>
#include <ctgrad/batch/polynomial.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <array>
#include <limits>

namespace ctgrad::detail {

/// |x| = z 8^q with z = m 2^s, s = -1, 0 or 1: the root of z by a polynomial in m (a Chebyshev
/// interpolant of the root) and two steps of Newton's method.
template <class T>
CTGRAD_RECORD lanes<T> cbrt_of_normal(const lanes<T>& x) {
  constexpr std::array<T, 6> near_1{T(0.42330779642354782),  T(1.0479306955437162),
                                    T(-0.82015730948393484), T(0.4955390366404781),
                                    T(-0.17218691983194301), T(0.025566082718605221)};
  constexpr T root_of_2 = T(1.2599210498948732), root_of_half = T(0.79370052598409979);
  const binary_parts<T> parts(x);
  const lanes<T> q = nearest_whole(parts.k * T(1.0 / 3)),
                 s = multiply_add(q, lanes<T>(T(-3)), parts.k);
  const lanes<T> z = parts.m * where(s > 0, 2, where(s < 0, T(0.5), 1));
  const lanes<T> root_of_power = where(s > 0, root_of_2, where(s < 0, root_of_half, 1));
  lanes<T> y = polynomial(parts.m, near_1) * root_of_power;
  y = y - (y - z / (y * y)) * T(1.0 / 3);
  y = y - (y - z / (y * y)) * T(1.0 / 3);
  return y * power_of_2(q);
}

/// Numbers that are not normal are taken 2^54 times as large: their root is 2^18 times as large.
template <class T>
CTGRAD_RECORD lanes<T> cbrt_on_lanes(const lanes<T>& x) {
  const lanes<T> size = magnitude(x);
  const auto tiny = size < (std::numeric_limits<T>::min)();
  const lanes<T> root = cbrt_of_normal(where(tiny, size * T(0x1p54), size));
  const lanes<T> result = with_sign_of(x, where(tiny, root * T(0x1p-18), root));
  return where(x != 0 && size <= (std::numeric_limits<T>::max)(), result, x);
}

}  // namespace ctgrad::detail

#endif
