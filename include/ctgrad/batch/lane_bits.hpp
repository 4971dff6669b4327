// Numbers as bits, a register at a time: powers of two, exponents, signs. Only with xsimd.
#pragma once

#include <ctgrad/batch/register.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace ctgrad {

template <class T>
class lanes;

namespace detail {

/// The format of T: sign, exponent, and `fraction` bits behind the leading 1.
template <class T>
struct number_bits {
  using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
  using words = xsimd::batch<word>;
  static constexpr int fraction = std::numeric_limits<T>::digits - 1;
  static constexpr T bias = T(std::numeric_limits<T>::max_exponent - 1);
  static constexpr word one = std::bit_cast<word>(T(1));
  static constexpr word sqrt_half = std::bit_cast<word>(T(0.70710678118654752L));
  static constexpr word all_of_fraction = (word(1) << fraction) - 1;
  /// Of this size a number has its unit in the last place.
  static constexpr T units = T(word(1) << fraction);

  CTGRAD_RECORD static words of(const lanes<T>& x) { return std::bit_cast<words>(x.numbers()); }
  CTGRAD_RECORD static lanes<T> number(const words& bits) {
    return lanes<T>(std::bit_cast<lane_register<T>>(bits));
  }
};

/// 2^k for whole numbers k within the exponents of normal numbers.
template <class T>
CTGRAD_RECORD lanes<T> power_of_2(const lanes<T>& k) {
  using bits = number_bits<T>;
  const lanes<T> biased = k + (bits::units * T(1.5) + bits::bias);  // the last bits are k + bias
  return bits::number(bits::of(biased) << bits::fraction);
}

/// x = m 2^k with sqrt(1/2) <= m < sqrt(2), for positive normal numbers x.
template <class T>
struct binary_parts {
  lanes<T> m, k;

  CTGRAD_RECORD explicit binary_parts(const lanes<T>& x) {
    using bits = number_bits<T>;
    using words = typename bits::words;
    const words moved = bits::of(x) + words(bits::one - bits::sqrt_half);
    const words exponent = (moved >> bits::fraction) | bits::of(lanes<T>(bits::units));
    m = bits::number((moved & words(bits::all_of_fraction)) + words(bits::sqrt_half));
    k = bits::number(exponent) - (bits::units + bits::bias);
  }
};

/// |y| with the sign of x, for y that is not negative.
template <class T>
CTGRAD_RECORD lanes<T> with_sign_of(const lanes<T>& x, const lanes<T>& y) {
  return lanes<T>(y.numbers() | (x.numbers() & lanes<T>(T(-0.0)).numbers()));
}

/// |x|, by its sign bit.
template <class T>
CTGRAD_RECORD lanes<T> magnitude(const lanes<T>& x) {
  return lanes<T>(abs(x.numbers()));
}

/// The nearest whole number, for |x| < 2^(digits - 2): what is left of x beside a number with its
/// unit in the last place, where no instruction rounds.
template <class T>
CTGRAD_RECORD lanes<T> nearest_whole(const lanes<T>& x) {
#if defined(__SSE2__) && !defined(__SSE4_1__)
  constexpr T units = number_bits<T>::units * T(1.5);
  return (x + units) - units;
#else
  return lanes<T>(nearbyint(x.numbers()));
#endif
}

/// x, but not outside of what there is a difference in. NaN stays, unlike with min and max, which
/// versions of xsimd disagree about.
template <class T>
CTGRAD_RECORD lanes<T> capped(const lanes<T>& x, T most) {
  return where(x > most, most, x);
}
template <class T>
CTGRAD_RECORD lanes<T> clamped(T least, const lanes<T>& x, T most) {
  return where(x < least, least, capped(x, most));
}

}  // namespace detail
}  // namespace ctgrad

#endif
