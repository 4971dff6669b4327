// asinh, acosh and atanh on a register, by log1p of what does not cancel.
#pragma once

#include <ctgrad/batch/lane_logarithm.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <limits>
#include <numbers>

namespace ctgrad::detail {

/// log(1 + x), and for a so large that asinh a = acosh a = log(2a), that.
template <class T>
CTGRAD_RECORD lanes<T> log1p_or_log_of_double(const lanes<T>& x, const lanes<T>& a) {
  const auto large = a > 1 / std::numeric_limits<T>::epsilon();
  return log1p_on_lanes(where(large, a - 1, x)) + where(large, std::numbers::ln2_v<T>, 0);
}

/// asinh a = log(a + sqrt(a² + 1)) = log1p(a + a²/(1 + sqrt(a² + 1)))
template <class T>
CTGRAD_RECORD lanes<T> asinh_on_lanes(const lanes<T>& x) {
  const lanes<T> a = magnitude(x), square = a * a;
  return with_sign_of(x, log1p_or_log_of_double(a + square / (1 + sqrt(square + 1)), a));
}

/// acosh x = log(x + sqrt(x² - 1)) = log1p(t + sqrt(2t + t²)) with t = x - 1
template <class T>
CTGRAD_RECORD lanes<T> acosh_on_lanes(const lanes<T>& x) {
  const lanes<T> t = x - 1, y = log1p_or_log_of_double(t + sqrt(t * (2 + t)), x);
  return where(x < 1, std::numeric_limits<T>::quiet_NaN(), y);
}

/// atanh a = log((1 + a)/(1 - a))/2 = log1p(2a + 2a²/(1 - a))/2
template <class T>
CTGRAD_RECORD lanes<T> atanh_on_lanes(const lanes<T>& x) {
  const lanes<T> a = magnitude(x), twice = 2 * a;
  const lanes<T> small = twice + twice * a / (1 - a);
  return with_sign_of(x, log1p_on_lanes(where(a < T(0.5), small, twice / (1 - a))) / 2);
}

}  // namespace ctgrad::detail

#endif
