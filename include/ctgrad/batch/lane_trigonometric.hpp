// sin, cos and tan on a register.
//
// x = k π/2 + r with a whole number k and |r| <= π/4. π/2 is taken off in three parts, of which the
// products with k are exact as long as |x| is below a limit, and r is kept as a sum of two numbers:
// next to a multiple of π/2 all digits are right. (Cody and Waite 1980, chapter 8.) The polynomials
// are the Chebyshev interpolants of (sin r - r)/r³ and (cos r - 1 + r²/2)/r⁴ in r². Beyond the
// limit numbers are taken one by one, by the functions of the standard library. Floats are computed
// as doubles.
#pragma once

#include <ctgrad/batch/by_doubles.hpp>
#include <ctgrad/batch/each_lane.hpp>
#include <ctgrad/batch/lane_bits.hpp>
#include <ctgrad/batch/polynomial.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <cmath>
#include <concepts>
#include <numbers>

namespace ctgrad::detail {

struct trigonometric_constants {
  static constexpr double limit = 1e4;
  static constexpr double half_pi[]{1.5707963267341256, 6.077100506303966e-11,
                                    2.0222662487959506e-21};
  static constexpr std::array s{-0.16666666666666666,    0.008333333333330941,
                                -0.00019841269836748352, 2.7557316097251431e-06,
                                -2.5051130740503045e-08, 1.5918049742485297e-10};
  static constexpr std::array c{0.041666666666666664,   -0.0013888888888887393,
                                2.4801587298759292e-05, -2.755731726841358e-07,
                                2.0876145577441954e-09, -1.1382582658234034e-11};
};

/// k and r = high + low; sin and cos of r.
template <class T>
struct quarter_turns {
  lanes<T> k, high, low, square;

  CTGRAD_RECORD explicit quarter_turns(const lanes<T>& x) {
    constexpr auto& part = trigonometric_constants::half_pi;
    k = nearest_whole(x * (2 * std::numbers::inv_pi_v<T>));
    const lanes<T> first = multiply_add(k, lanes<T>(-part[0]), x), more = k * part[1];
    const lanes<T> second = first - more, lost = (first - second) - more;
    const lanes<T> third = multiply_add(k, lanes<T>(-part[2]), lost);
    high = second + third;
    low = (second - high) + third;
    square = high * high;
  }

  CTGRAD_RECORD lanes<T> sine() const {
    const lanes<T> p = polynomial(square, trigonometric_constants::s);
    return high + multiply_add(high * square, p, low * (1 - T(0.5) * square));
  }
  CTGRAD_RECORD lanes<T> cosine() const {
    const lanes<T> p = polynomial(square, trigonometric_constants::c);
    const lanes<T> half = T(0.5) * square, first = 1 - half, lost = (1 - first) - half;
    return first + (lost + multiply_add(square * square, p, -(high * low)));
  }

  /// -1 for an odd number of quarters (k + more), else 1: their last bit as a sign.
  CTGRAD_RECORD lanes<T> parity(T more) const { return moved_sign(more, 0); }
  /// y, negative for two and three quarters (k + more) of a turn: the bit before the last.
  CTGRAD_RECORD lanes<T> turned(const lanes<T>& y, T more) const { return y * moved_sign(more, 1); }

 private:
  /// -1 or 1 by a bit of k + more.
  CTGRAD_RECORD lanes<T> moved_sign(T more, int bit) const {
    using bits = number_bits<T>;
    using words = typename bits::words;
    constexpr int width = int(8 * sizeof(T));
    const words all = bits::of(k + (bits::units * T(1.5) + more));
    const words sign = (all >> bit) << (width - 1);
    return bits::number(sign | words(bits::one));
  }
};

template <class T>
CTGRAD_RECORD bool has_many_turns(const lanes<T>& x) {
  return any(magnitude(x) > trigonometric_constants::limit);
}

template <class T>
CTGRAD_RECORD lanes<T> sin_on_lanes(const lanes<T>& x) {
  if (has_many_turns(x)) return each_lane<lanes<T>>([](T x_) { return std::sin(x_); }, x);
  const quarter_turns<T> r(x);
  const lanes<T> size = where(r.parity(0) < 0, r.cosine(), r.sine());
  return where(x == 0, x, r.turned(size, 0));
}

template <class T>
CTGRAD_RECORD lanes<T> cos_on_lanes(const lanes<T>& x) {
  if (has_many_turns(x)) return each_lane<lanes<T>>([](T x_) { return std::cos(x_); }, x);
  const quarter_turns<T> r(x);
  return r.turned(where(r.parity(0) < 0, r.sine(), r.cosine()), 1);
}

template <class T>
CTGRAD_RECORD lanes<T> tan_on_lanes(const lanes<T>& x) {
  if (has_many_turns(x)) return each_lane<lanes<T>>([](T x_) { return std::tan(x_); }, x);
  const quarter_turns<T> r(x);
  const lanes<T> s = r.sine(), c = r.cosine(), parity = r.parity(0);
  const auto odd = parity < 0;
  return where(x == 0, x, parity * (where(odd, c, s) / where(odd, s, c)));
}

template <std::same_as<float> T>
CTGRAD_RECORD lanes<T> sin_on_lanes(const lanes<T>& x) {
  return by_doubles([](const auto& wide_) { return sin_on_lanes(wide_); }, x);
}
template <std::same_as<float> T>
CTGRAD_RECORD lanes<T> cos_on_lanes(const lanes<T>& x) {
  return by_doubles([](const auto& wide_) { return cos_on_lanes(wide_); }, x);
}
template <std::same_as<float> T>
CTGRAD_RECORD lanes<T> tan_on_lanes(const lanes<T>& x) {
  return by_doubles([](const auto& wide_) { return tan_on_lanes(wide_); }, x);
}

}  // namespace ctgrad::detail

#endif
