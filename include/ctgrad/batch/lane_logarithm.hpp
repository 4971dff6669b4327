// log and its relatives on a register.
//
// x = m 2^k with sqrt(1/2) <= m < sqrt(2), and log x = k ln 2 + log m. With f = m - 1 and
// s = f/(2 + f), log m = log((1 + s)/(1 - s)) = f - (f²/2 - s (f²/2 + R)), where R/s² is the
// Chebyshev interpolant of (log m - 2s)/s³ in s². (The arrangement is that of Ng, 1993.)
#pragma once

#include <ctgrad/batch/lane_bits.hpp>
#include <ctgrad/batch/polynomial.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <cstdint>
#include <limits>
#include <numbers>

namespace ctgrad::detail {

template <class T>
struct log_constants;

template <>
struct log_constants<double> {
  static constexpr double ln2 = 0.69314718055966296, ln2_rest = 2.8235290563031577e-13;
  static constexpr double log10_2 = 0.30102999566361177, log10_2_rest = 3.6942390771589308e-13;
  static constexpr std::array r{0.66666666666666696, 0.39999999999899488, 0.28571428625982548,
                                0.22222211133642084, 0.18182889209266595, 0.1533171880828007,
                                0.14616484198366603};
};

template <>
struct log_constants<float> {
  static constexpr float ln2 = 0.693145752f, ln2_rest = 1.42860677e-06f;
  static constexpr float log10_2 = 0.301025391f, log10_2_rest = 4.60503907e-06f;
  static constexpr std::array r{0.666666687f, 0.400001228f, 0.285508186f, 0.233304963f};
};

/// k, and what log m is made of. What only zeros, numbers that are not normal, infinities and NaN
/// ask for is done where there is one of them.
template <class T>
struct log_parts {
  lanes<T> k, f, product, half_square;
  bool all_normal;

  CTGRAD_RECORD explicit log_parts(const lanes<T>& x) {
    constexpr int digits = std::numeric_limits<T>::digits;
    const auto tiny = x < (std::numeric_limits<T>::min)();
    all_normal = all(x >= (std::numeric_limits<T>::min)() && x <= (std::numeric_limits<T>::max)());
    lanes<T> normal = x;
    if (!all_normal) normal = where(tiny, x * T(std::uint64_t{1} << digits), x);
    set(binary_parts<T>(normal));
    if (!all_normal) k = where(tiny, k - T(digits), k);
  }

  CTGRAD_RECORD lanes<T> log_of_m() const { return f - (half_square - product); }

  /// The result, but the logarithm of what is no positive number, 0, inf and NaN, where x is that.
  CTGRAD_RECORD lanes<T> unless_special(const lanes<T>& x, const lanes<T>& result) const {
    if (all_normal) [[likely]]
      return result;
    constexpr T inf = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    const lanes<T> special = where(x > 0, x, where(x == 0, -inf, nan));
    return where(x > 0 && x < inf, result, special);
  }

 private:
  CTGRAD_RECORD void set(const binary_parts<T>& parts) {
    k = parts.k;
    f = parts.m - 1;
    const lanes<T> s = f / (2 + f), z = s * s;
    half_square = T(0.5) * f * f;
    product = s * multiply_add(z, polynomial(z, log_constants<T>::r), half_square);
  }
};

/// log x + rest, for a rest that is small.
template <class T>
CTGRAD_RECORD lanes<T> log_and_rest(const lanes<T>& x, const lanes<T>& rest) {
  const log_parts<T> p(x);
  const lanes<T> low = multiply_add(p.k, lanes<T>(log_constants<T>::ln2_rest), rest);
  const lanes<T> log_of_m = p.f - (p.half_square - (p.product + low));
  return p.unless_special(x, multiply_add(p.k, lanes<T>(log_constants<T>::ln2), log_of_m));
}

template <class T>
CTGRAD_RECORD lanes<T> log_on_lanes(const lanes<T>& x) {
  return log_and_rest(x, lanes<T>(T(0)));
}

template <class T>
CTGRAD_RECORD lanes<T> log1p_on_lanes(const lanes<T>& x) {
  const lanes<T> sum = 1 + x;
  const lanes<T> lost = where(x > 1, 1 - (sum - x), x - (sum - 1));
  return where(x == 0, x, log_and_rest(sum, lost / sum));
}

template <class T>
CTGRAD_RECORD lanes<T> log2_on_lanes(const lanes<T>& x) {
  const log_parts<T> p(x);
  return p.unless_special(x, multiply_add(p.log_of_m(), lanes<T>(std::numbers::log2e_v<T>), p.k));
}

template <class T>
CTGRAD_RECORD lanes<T> log10_on_lanes(const lanes<T>& x) {
  using constants = log_constants<T>;
  const log_parts<T> p(x);
  const lanes<T> low = multiply_add(p.log_of_m(), lanes<T>(std::numbers::log10e_v<T>),
                                    p.k * constants::log10_2_rest);
  return p.unless_special(x, multiply_add(p.k, lanes<T>(constants::log10_2), low));
}

}  // namespace ctgrad::detail

#endif
