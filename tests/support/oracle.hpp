// The truth about derivatives: central differences of the value alone, in 100-digit arithmetic.
//
// With a step of 2^-110 relative to the scale of the function the truncation error is about 1e-66
// and the rounding error about 1e-67: far below the 1e-16 that is judged. No formula for a
// derivative enters, so a mistake in a rule cannot be repeated here. Tested in op/oracle.cpp.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "reference.hpp"

namespace support {

using real = reference<100>;

namespace detail {

// What does not depend on the type of f is compiled once.
template <class Real>
using function_of = std::function<Real(const std::vector<Real>&)>;

template <class Real>
struct estimate {
  Real value{};
  Real doubt = 1;  // relative difference between two step sizes
};

/// df/dx_k by steps of scale * 2^-110, checked by steps eight times as long. A difference of 0 is
/// doubtful, and so is one of which the digits of f resolve too little: two such differences may
/// agree by chance.
template <class Real>
estimate<Real> first_order(const function_of<Real>& f, const std::vector<Real>& x, std::size_t k,
                           const Real& scale) {
  Real unresolved = 0;
  const auto slope = [&](const Real& step) {
    auto above = x, below = x;
    above[k] = x[k] + step;
    below[k] = x[k] - step;
    const Real high = f(above), difference = high - f(below);
    if (unresolved == 0) unresolved = abs(high / difference) * Real::epsilon();
    return difference / (above[k] - below[k]);
  };
  const Real value = slope(ldexp(scale, -110)), check = slope(ldexp(scale, -107));
  const Real larger = abs(value) < abs(check) ? abs(check) : abs(value);
  const Real doubt = abs(value - check) / larger + unresolved;
  return {value, doubt < 1 ? doubt : Real(1)};
}

/// The scale of f is either that of x (log, powers) or 1 (exp, sin). That of x comes first, since
/// its steps do not cross a kink at 0.
template <class Real>
estimate<Real> best(const function_of<Real>& f, const std::vector<double>& point, std::size_t k) {
  const std::vector<Real> x(point.begin(), point.end());
  if (x[k] == 0) return first_order<Real>(f, x, k, Real(1));
  const auto relative = first_order<Real>(f, x, k, abs(x[k]));
  if (relative.doubt < 1e-25) return relative;
  const auto absolute = first_order<Real>(f, x, k, Real(1));
  return relative.doubt < absolute.doubt ? relative : absolute;
}

using deep = reference<400>;

inline real best_of_both(const function_of<real>& f, const function_of<deep>& f_deep,
                         const std::vector<double>& point, std::size_t k) {
  const auto quick = best<real>(f, point, k);
  if (quick.doubt < 1e-25) return quick.value;
  const auto careful = best<deep>(f_deep, point, k);
  if (careful.doubt < 1e-25 || careful.value == 0) return real(careful.value);
  throw std::runtime_error("the oracle has no answer: f is not differentiable here");
}

template <class Real, std::size_t N>
Real value_at(const auto& f, const std::vector<Real>& x) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return static_cast<Real>(f(x[I]...));
  }(std::make_index_sequence<N>{});
}

}  // namespace detail

/// df/dx_k at a point of doubles. f is a generic callable of N numbers. Where 100 digits do not
/// resolve the difference (the slope of tanh far out), 400 are used; what those do not resolve is a
/// slope of 0, which no rule's number agrees with by chance. A kink is seen only within
/// 1e-32 of it. Throws if there is no answer.
template <class F, std::size_t N>
real partial(const F& f, const std::array<double, N>& point, std::size_t k) {
  using detail::deep, detail::value_at;
  return detail::best_of_both([&](const std::vector<real>& x) { return value_at<real, N>(f, x); },
                              [&](const std::vector<deep>& x) { return value_at<deep, N>(f, x); },
                              {point.begin(), point.end()}, k);
}

/// d²f/dx_k dx_l by differences of differences, with an error of about 1e-48 for functions of
/// scale 1.
template <class F, std::size_t N>
real second_partial(const F& f, const std::array<double, N>& point, std::size_t k, std::size_t l) {
  const real step = ldexp(real(1), -84);
  const auto at = [&](int up_k, int up_l) {
    std::vector<real> x(point.begin(), point.end());
    x[k] = x[k] + up_k * step;
    x[l] = x[l] + up_l * step;
    return detail::value_at<real, N>(f, x);
  };
  return (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * step * step);
}

/// The derivative of f by one number after the other, dⁿf/dx_k dx_l ..., by differences of
/// differences with steps of 2^-(332/(n+2)): for functions of scale 1 the error is about 1e-24 for
/// n = 6, and less for smaller n.
template <class F, std::size_t N>
real higher_partial(const F& f, const std::array<double, N>& point,
                    const std::vector<std::size_t>& by) {
  const int order = static_cast<int>(by.size());
  const real step = ldexp(real(1), -(332 / (order + 2)));
  real sum = 0;
  for (unsigned signs = 0; signs < 1U << order; ++signs) {
    std::vector<real> x(point.begin(), point.end());
    bool odd = false;
    for (int i = 0; i < order; ++i) {
      const bool down = (signs >> i & 1U) != 0;
      auto& moved = x[by[std::size_t(i)]];
      moved = down ? moved - step : moved + step;
      odd = odd != down;
    }
    const real value = detail::value_at<real, N>(f, x);
    sum = odd ? sum - value : sum + value;
  }
  for (int i = 0; i < order; ++i) sum = sum / (2 * step);
  return sum;
}

/// The error of a float or double in units of the last place of the truth; subnormal truths count
/// in steps of the smallest number. Infinite for a NaN and for an infinity that the truth does not
/// round to.
template <class T>
double error_in_ulps(T got, const real& truth) {
  using limits = std::numeric_limits<T>;
  const real rounds_to_infinity = real(limits::max()) * (1 + real(limits::epsilon()) / 4);
  if (abs(truth) >= rounds_to_infinity) {
    return got == (truth > 0 ? limits::infinity() : -limits::infinity()) ? 0 : HUGE_VAL;
  }
  if (!(std::abs(got) <= limits::max())) return HUGE_VAL;
  int exponent = truth == 0 ? limits::min_exponent : real::exponent_of(truth);
  if (exponent < limits::min_exponent) exponent = limits::min_exponent;
  const real ulp = ldexp(real(1), exponent - limits::digits);
  return static_cast<double>(abs(real(got) - truth) / ulp);
}

}  // namespace support
