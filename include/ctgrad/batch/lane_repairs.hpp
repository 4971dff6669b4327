// Functions of xsimd where one of its versions says something else than the standard library: these
// are right in all of them.
#pragma once

#include <ctgrad/batch/lane_bits.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <limits>

namespace ctgrad::detail {

/// NaN for x < 1.
template <class T>
CTGRAD_RECORD lanes<T> acosh_on_lanes(const lanes<T>& x) {
  return where(x < 1, std::numeric_limits<T>::quiet_NaN(), lanes<T>(acosh(x.numbers())));
}

/// Of numbers so small that they are not normal, too: 2^54 x has the root 2^18 cbrt(x).
template <class T>
CTGRAD_RECORD lanes<T> cbrt_on_lanes(const lanes<T>& x) {
  const auto tiny = size_of(x) < (std::numeric_limits<T>::min)();
  const lanes<T> root(cbrt(where(tiny, x * T(0x1p54), x).numbers()));
  return where(tiny, root * T(0x1p-18), root);
}

}  // namespace ctgrad::detail

#endif
