// pow on a register.
//
// x^y = exp(y log x), where log x is needed to 2^-63: an error of it is y times as large. With
// x = m 2^k, f = m - 1 and s = f/(2 + f), log x = k ln 2 + 2s + 2/3 s³ + s⁵ r(s²), of which all but
// the last term are sums of two numbers each; r is a Chebyshev interpolant. Floats are computed as
// doubles. Where a lane has another x than a positive normal number, or a result that is none, all
// are taken one by one, by std::pow.
#pragma once

#include <ctgrad/batch/by_doubles.hpp>
#include <ctgrad/batch/each_lane.hpp>
#include <ctgrad/batch/lane_exponential.hpp>
#include <ctgrad/batch/lane_logarithm.hpp>
#include <ctgrad/batch/lane_product.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

#include <array>
#include <cmath>
#include <concepts>
#include <limits>

namespace ctgrad::detail {

/// A number as the sum of two, the first of which is the rounded sum.
template <class T>
struct two_numbers {
  lanes<T> high, low;

  /// a + b for |a| >= |b| or a = 0 (Dekker 1971).
  CTGRAD_RECORD static two_numbers sum(const lanes<T>& a, const lanes<T>& b) {
    const lanes<T> high = a + b;
    return {high, b - (high - a)};
  }
  CTGRAD_RECORD static two_numbers product(const lanes<T>& a, const lanes<T>& b) {
    const lanes<T> high = a * b;
    return {high, rest_of_product(a, b, high)};
  }
};

/// f/(2 + f)
template <class T>
CTGRAD_RECORD two_numbers<T> ratio_of_log(const lanes<T>& f) {
  const auto below = two_numbers<T>::sum(lanes<T>(T(2)), f);
  const lanes<T> high = f / below.high;
  const auto back = two_numbers<T>::product(high, below.high);
  const lanes<T> left = ((f - back.high) - back.low) - high * below.low;
  return {high, left / below.high};
}

/// log x for positive normal numbers.
template <class T>
CTGRAD_RECORD two_numbers<T> precise_log(const lanes<T>& x) {
  using pair = two_numbers<T>;
  using constants = log_constants<T>;
  constexpr std::array<T, 7> r{T(0.40000000000000024), T(0.28571428571338547),
                               T(0.22222222271083777), T(0.18181808250574488),
                               T(0.1538557457571523),  T(0.13285964772388797),
                               T(0.12913526986284049)};
  constexpr T third = T(0.66666666666666663), third_rest = T(3.7007434154171883e-17);
  const binary_parts<T> parts(x);
  const pair s = ratio_of_log(parts.m - 1);
  const pair square = pair::product(s.high, s.high), cube = pair::product(square.high, s.high);
  const lanes<T> cube_low = cube.low + square.low * s.high + 3 * square.high * s.low;
  const pair term = pair::product(cube.high, lanes<T>(third));
  const lanes<T> term_low = term.low + cube.high * third_rest + cube_low * third;
  const lanes<T> tail = cube.high * square.high * polynomial(square.high, r);
  const pair first = pair::sum(2 * s.high, term.high);
  const pair all = pair::sum(parts.k * constants::ln2, first.high);
  const lanes<T> low = first.low + (2 * s.low + (term_low + tail));
  return pair::sum(all.high, all.low + multiply_add(parts.k, lanes<T>(constants::ln2_rest), low));
}

template <class T>
CTGRAD_RECORD lanes<T> pow_on_lanes(const lanes<T>& x, const lanes<T>& y) {
  using limits = std::numeric_limits<T>;
  const two_numbers<T> log_x = precise_log(x);
  const auto power = two_numbers<T>::product(y, log_x.high);
  const auto usual = x >= (limits::min)() && x <= (limits::max)() && magnitude(y) <= T(1e290) &&
                     magnitude(power.high) < T(708);
  if (!all(usual)) return each_lane<lanes<T>>([](T x_, T y_) { return std::pow(x_, y_); }, x, y);
  return exp_of_sum_on_lanes(power.high, multiply_add(y, log_x.low, power.low));
}

template <std::same_as<float> T>
CTGRAD_RECORD lanes<T> pow_on_lanes(const lanes<T>& x, const lanes<T>& y) {
  return by_doubles([](const auto& x_, const auto& y_) { return pow_on_lanes(x_, y_); }, x, y);
}

}  // namespace ctgrad::detail

#endif
