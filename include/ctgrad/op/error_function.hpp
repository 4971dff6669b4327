// The error function and the normal distribution.
//
// exp(-x²) computed as it is written loses about x² units in the last place, because x² is rounded
// before the exponential: 450 at x = 26. Here the rounding error of x² is computed as well
// (exactly, by a fused multiply-add) and put behind the exponential: exp(-h - l) = exp(-h)(1 - l).
#pragma once

#include <ctgrad/op/exponential.hpp>

#include <cmath>
#include <concepts>

namespace ctgrad {
namespace detail {

/// exp(factor x²) for a factor that is a power of two and negative.
template <class X>
constexpr X exp_of_square(const X& x, const X& factor) {
  using std::exp;
  const X h = x * x;
  if constexpr (std::floating_point<X>) {
    if (h > 1 && h < 4096) {
      using std::fma;
      const X l = fma(x, x, -h);
      return exp(factor * h) * (1 + factor * l);
    }
  }
  return exp(factor * h);
}

}  // namespace detail

namespace ops {

/// exp(-x²), the shape of the slope of erf. d = -2xy
struct gaussian : op<"gaussian", 1> {
  template <class X>
  static constexpr auto value(const X& x) {
    return detail::exp_of_square<detail::real_of<X>>(x, -1);
  }
  static constexpr auto partials(const auto& x, const auto& y) { return std::tuple{-2 * (x * y)}; }
  static constexpr auto meaning(const auto& x) { return apply<exp>(-(x * x)); }
};

/// d erf x = 2/√π exp(-x²). Abramowitz & Stegun 7.1.19.
struct erf : op<"erf", 1> {
  static constexpr auto value(const auto& x) {
    using std::erf;
    return erf(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{2 * constant_for<constants::inv_sqrtpi>(x) * apply<gaussian>(x)};
  }
};

/// 1 - erf(x), which keeps its digits for large x. d erfc x = -2/√π exp(-x²)
struct erfc : op<"erfc", 1> {
  static constexpr auto value(const auto& x) {
    using std::erfc;
    return erfc(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{-2 * constant_for<constants::inv_sqrtpi>(x) * apply<gaussian>(x)};
  }
};

/// The density of the normal distribution, exp(-x²/2)/√(2π). d = -xy
struct normal_pdf : op<"normal_pdf", 1> {
  template <class X>
  static constexpr auto value(const X& x) {
    using real = detail::real_of<X>;
    const real inv_sqrt2pi = constants::value<constants::inv_sqrtpi, real>() /
                             constants::value<constants::sqrt2, real>();
    return inv_sqrt2pi * detail::exp_of_square<real>(x, real(-0.5f));
  }
  static constexpr auto partials(const auto& x, const auto& y) { return std::tuple{-(x * y)}; }
};

/// The normal distribution function Φ(x) = erfc(-x/√2)/2. d Φ x = normal_pdf(x)
struct normal_cdf : op<"normal_cdf", 1> {
  template <class X>
  static constexpr auto value(const X& x) {
    using std::erfc;
    return erfc(-x / constants::value<constants::sqrt2, detail::real_of<X>>()) / 2;
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<normal_pdf>(x)};
  }
};

}  // namespace ops

CTGRAD_FUNCTION_1(erf, ops::erf)
CTGRAD_FUNCTION_1(erfc, ops::erfc)
CTGRAD_FUNCTION_1(normal_pdf, ops::normal_pdf)
CTGRAD_FUNCTION_1(normal_cdf, ops::normal_cdf)

}  // namespace ctgrad
