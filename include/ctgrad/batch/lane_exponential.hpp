// exp and its relatives on a register.
//
// x = k ln 2 + r with a whole number k and |r| <= ln(2)/2, and exp x = 2^k exp r (Cody and Waite
// 1980, chapter 6). exp r = 1 + r + r² q(r), where q is the Chebyshev interpolant of
// (exp r - 1 - r)/r²: its error is below a tenth of a unit in the last place of exp r. 2^k is
// multiplied in two steps, so that results up to the largest number and down to the smallest one
// that is not normal are right.
#pragma once

#include <ctgrad/batch/lane_bits.hpp>
#include <ctgrad/batch/polynomial.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <limits>
#include <numbers>

namespace ctgrad::detail {

template <class T>
struct exp_constants;

template <>
struct exp_constants<double> {
  static constexpr double least = -746, most = 710;  // beyond: 0 and inf
  static constexpr double small = -50;               // exp x vanishes beside 1
  static constexpr double ln2 = 0.69314718055966296, ln2_rest = 2.8235290563031577e-13;
  static constexpr std::array q{0.5,
                                0.16666666666666669,
                                0.041666666666624136,
                                0.0083333333333300633,
                                0.001388888891720967,
                                0.00019841269863050506,
                                2.4801521302241082e-05,
                                2.7557268464831627e-06,
                                2.7620085455018414e-07,
                                2.5100383195867021e-08};
};

template <>
struct exp_constants<float> {
  static constexpr float least = -104.5f, most = 89;
  static constexpr float small = -25;
  static constexpr float ln2 = 0.693145752f, ln2_rest = 1.42860677e-06f;
  static constexpr std::array q{0.5f, 0.166665763f, 0.0416665561f, 0.008363178f, 0.00139261817f};
};

/// k and exp(r) - 1.
template <class T>
struct exp_parts {
  lanes<T> k, rise;

  CTGRAD_RECORD explicit exp_parts(const lanes<T>& x) {
    using constants = exp_constants<T>;
    k = nearest_whole(x * std::numbers::log2e_v<T>);
    const lanes<T> high = multiply_add(k, lanes<T>(-constants::ln2), x);
    set(multiply_add(k, lanes<T>(-constants::ln2_rest), high));
  }
  /// Of exp(x + rest) for a rest that is small beside 1.
  CTGRAD_RECORD exp_parts(const lanes<T>& x, const lanes<T>& rest) {
    using constants = exp_constants<T>;
    k = nearest_whole(x * std::numbers::log2e_v<T>);
    const lanes<T> high = multiply_add(k, lanes<T>(-constants::ln2), x);
    set(high + multiply_add(k, lanes<T>(-constants::ln2_rest), rest));
  }
  /// Of 2^x.
  CTGRAD_RECORD static exp_parts of_power_of_2(const lanes<T>& x) {
    exp_parts parts;
    parts.k = nearest_whole(x);
    parts.set((x - parts.k) * std::numbers::ln2_v<T>);
    return parts;
  }

  /// 2^(k - less) exp r. Half of k at a time.
  CTGRAD_RECORD lanes<T> product(T less = 0) const {
    const lanes<T> half = nearest_whole(k * T(0.5));
    return (1 + rise) * power_of_2(half) * power_of_2(k - half - less);
  }

 private:
  exp_parts() = default;
  CTGRAD_RECORD void set(const lanes<T>& r) {
    rise = multiply_add(r * r, polynomial(r, exp_constants<T>::q), r);
  }
};

template <class T>
CTGRAD_RECORD lanes<T> exp_on_lanes(const lanes<T>& x) {
  using constants = exp_constants<T>;
  return exp_parts<T>(clamped(constants::least, x, constants::most)).product();
}

/// exp(x + rest) for a rest that is small beside 1.
template <class T>
CTGRAD_RECORD lanes<T> exp_of_sum_on_lanes(const lanes<T>& x, const lanes<T>& rest) {
  using constants = exp_constants<T>;
  return exp_parts<T>(clamped(constants::least, x, constants::most), rest).product();
}

template <class T>
CTGRAD_RECORD lanes<T> exp2_on_lanes(const lanes<T>& x) {
  constexpr T most = T(std::numeric_limits<T>::max_exponent);
  constexpr T least = T(std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits - 1);
  return exp_parts<T>::of_power_of_2(clamped(least, x, most)).product();
}

/// 2^k (1 + rise) - 1 as 2^k rise + (2^k - 1), the half of it first because 2^k may be too large.
template <class T>
CTGRAD_RECORD lanes<T> expm1_on_lanes(const lanes<T>& x) {
  using constants = exp_constants<T>;
  const exp_parts<T> e(clamped(constants::small, x, constants::most));
  const lanes<T> half = power_of_2(e.k - 1);
  const auto tiny = magnitude(x) < std::numeric_limits<T>::epsilon() / 2;
  return where(tiny, x, 2 * multiply_add(e.rise, half, half - T(0.5)));
}

/// sinh |x| = (e + e/(1 + e))/2 with e = exp|x| - 1; exp(|x|)/2 where e would overflow.
template <class T>
CTGRAD_RECORD lanes<T> sinh_on_lanes(const lanes<T>& x) {
  const lanes<T> size = magnitude(x), e = expm1_on_lanes(size);
  const lanes<T> large = exp_parts<T>(capped(size, exp_constants<T>::most + 1)).product(1);
  return with_sign_of(x, where(size > -exp_constants<T>::small, large, (e + e / (1 + e)) / 2));
}

/// cosh x = e + 1/(4e) with e = exp(|x|)/2
template <class T>
CTGRAD_RECORD lanes<T> cosh_on_lanes(const lanes<T>& x) {
  const lanes<T> size = capped(magnitude(x), exp_constants<T>::most + 1);
  const lanes<T> e = exp_parts<T>(size).product(1);
  return e + T(0.25) / e;
}

/// tanh |x| = e/(e + 2) with e = exp(2|x|) - 1
template <class T>
CTGRAD_RECORD lanes<T> tanh_on_lanes(const lanes<T>& x) {
  const lanes<T> e = expm1_on_lanes(2 * capped(magnitude(x), T(20)));
  return with_sign_of(x, e / (e + 2));
}

}  // namespace ctgrad::detail

#endif
