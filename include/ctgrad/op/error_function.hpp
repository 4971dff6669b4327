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
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  const double h = u * u, y = std::exp(-h);\n"
      "  return h > 1 && h < 4096 ? y * (1 - std::fma(u, u, -h)) : y;\n"
      "}";
  template <class X>
  static constexpr auto value(const X& x) {
    return detail::exp_of_square<X>(x, -1);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{ctgrad::where(y != 0, -2 * (x * y), 0)};  // inf * 0 far out
  }
  static constexpr auto meaning(const auto& x) { return apply<exp>(-(x * x)); }
};

/// d erf x = 2/√π exp(-x²). Abramowitz & Stegun 7.1.19.
struct erf : op<"erf", 1> {
  static constexpr bool lanewise = true;
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
  static constexpr bool lanewise = true;
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
  static constexpr std::string_view latex = "\\varphi";
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  const double h = u * u, y = std::exp(h / -2), two = 2;\n"
      "  const double inv_sqrtpi = static_cast<double>(0.564189583547756286948079451560772586L);\n"
      "  const double c = inv_sqrtpi / std::sqrt(two);\n"
      "  return c * (h > 1 && h < 4096 ? y * (1 - std::fma(u, u, -h) / 2) : y);\n"
      "}";
  template <class X>
  static constexpr auto value(const X& x) {
    const X inv_sqrt2pi =
        constants::value<constants::inv_sqrtpi, X>() / constants::value<constants::sqrt2, X>();
    return inv_sqrt2pi * detail::exp_of_square<X>(x, X(-0.5f));
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{ctgrad::where(y != 0, -(x * y), 0)};  // inf * 0 far out
  }
};

/// The normal distribution function Φ(x) = erfc(-x/√2)/2. d Φ x = normal_pdf(x)
///
/// The rounding error d of z = -x/√2, times 2z, would cost 700 units in the last place at -37; as
/// erfc(z + d) = erfc(z)(1 - 2zd) for large z, it can be undone.
struct normal_cdf : op<"normal_cdf", 1> {
  static constexpr std::string_view latex = "\\Phi";
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  const double two = 2, r = std::sqrt(two), z = -u / r, y = std::erfc(z) / 2;\n"
      "  if (!(z > 1 && y > 0)) return y;\n"
      "  const int digits = std::numeric_limits<double>::digits;\n"
      "  const auto rest = digits == 24   ? 2.420323430563e-8\n"
      "                    : digits == 53 ? -9.667293313452913e-17\n"
      "                                   : 0;\n"
      "  const double d = (std::fma(-z, r, -u) - z * static_cast<double>(rest)) / r;\n"
      "  return y * (1 - 2 * z * d);\n"
      "}";
  template <class X>
  static constexpr auto value(const X& x) {
    using std::erfc;
    const X sqrt2 = constants::value<constants::sqrt2, X>(), z = -x / sqrt2, y = erfc(z) / 2;
    if constexpr (std::floating_point<X>) {
      if (z > 1 && y > 0) {
        using std::fma;
        const X d = (fma(-z, sqrt2, -x) - z * constants::sqrt2::rest<X>) / sqrt2;
        return y * (1 - 2 * z * d);
      }
    }
    return y;
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<normal_pdf>(x)};
  }
};

}  // namespace ops

/// The error function. Slope 2/√π exp(-x²) (M. Abramowitz, I. Stegun 1964, 7.1.19).
CTGRAD_FUNCTION_1(erf, ops::erf)
/// 1 - erf(x), which keeps its digits for large x. Slope -2/√π exp(-x²).
CTGRAD_FUNCTION_1(erfc, ops::erfc)
/// The density of the standard normal distribution, exp(-x²/2)/√(2π). Slope -x y.
CTGRAD_FUNCTION_1(normal_pdf, ops::normal_pdf)
/// The standard normal distribution function Φ. Slope normal_pdf(x).
CTGRAD_FUNCTION_1(normal_cdf, ops::normal_cdf)

}  // namespace ctgrad
