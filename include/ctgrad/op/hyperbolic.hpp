// sinh, cosh, tanh and their inverses.
//
// The inverses are ops, not logarithms: x log form gives asinh' = 0 at 0. Their slopes are written
// in factors like (1 - x)(1 + x), which keep their digits where 1 - x² cancels.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/power.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

struct cosh;

/// d sinh x = cosh x
struct sinh : op<"sinh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::sinh;
    return sinh(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{apply<cosh>(x)}; }
};

/// d cosh x = sinh x
struct cosh : op<"cosh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::cosh;
    return cosh(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{apply<sinh>(x)}; }
};

/// The slope of tanh, 1 - y² with y = tanh(x). Computed in this way for y² < 1/2 only: further out
/// 1 - y² has lost digits (all of them at 19), and 1/cosh² x = 4e/(1 + e)² with e = exp(-2|x|) has
/// not.
struct tanh_slope : op<"tanh_slope", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (v * v < 0.5f) return 1 - v * v;\n"
      "  const double e = std::exp(2 * (u < 0 ? u : -u)), d = 1 + e;\n"
      "  return 4 * e / (d * d);\n"
      "}";
  static constexpr auto value(const auto& x, const auto& y) {
    const auto square = y * y;
    return detail::choose(
        square < 0.5f, [&] { return 1 - square; },
        [&] {
          using std::exp;
          const auto e_ = exp(2 * ctgrad::where(x < 0, x, -x));
          const auto d_ = 1 + e_;
          return 4 * e_ / (d_ * d_);
        });
  }
  static constexpr auto partials(const auto&, const auto& y, const auto& slope) {
    return std::tuple{-2 * (y * slope), 0};
  }
  static constexpr auto meaning(const auto&, const auto& y) { return 1 - y * y; }
};

/// d tanh x = 1 - y²
struct tanh : op<"tanh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::tanh;
    return tanh(x);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{apply<tanh_slope>(x, y)};
  }
};

/// d asinh x = 1/sqrt(x² + 1), by hypot because x² may overflow
struct asinh : op<"asinh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::asinh;
    return asinh(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{1 / apply<hypot>(x, scalar_of<decltype(x)>(1))};
  }
};

/// d acosh x = 1/(sqrt(x - 1) sqrt(x + 1)). At 1 the slope is +inf.
struct acosh : op<"acosh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::acosh;
    return acosh(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{1 / (apply<sqrt>(x - 1) * apply<sqrt>(x + 1))};
  }
};

/// The slope 1/((1 - x)(1 + x)) of atanh. Its own slope 2x/(1 - x²)² would cancel near 0.
struct atanh_slope : op<"atanh_slope", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return 1 / ((1 - u) * (1 + u)); }";
  static constexpr auto value(const auto& x) { return 1 / ((1 - x) * (1 + x)); }
  static constexpr auto partials(const auto& x, const auto& y) { return std::tuple{2 * x * y * y}; }
  static constexpr auto meaning(const auto& x) { return 1 / (1 - x * x); }
};

/// d atanh x = 1/((1 - x)(1 + x)). At -1 and 1 the slope is +inf.
struct atanh : op<"atanh", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::atanh;
    return atanh(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<atanh_slope>(x)};
  }
};

}  // namespace ops

/// The hyperbolic sine. Slope cosh x.
CTGRAD_FUNCTION_1(sinh, ops::sinh)
/// The hyperbolic cosine. Slope sinh x.
CTGRAD_FUNCTION_1(cosh, ops::cosh)
/// The hyperbolic tangent, in (-1, 1). Slope 1 - y², which keeps its digits far out.
CTGRAD_FUNCTION_1(tanh, ops::tanh)
/// The inverse of sinh. Slope 1/sqrt(x² + 1).
CTGRAD_FUNCTION_1(asinh, ops::asinh)
/// The inverse of cosh, for x >= 1. Slope 1/sqrt(x² - 1); at 1 it is +inf.
CTGRAD_FUNCTION_1(acosh, ops::acosh)
/// The inverse of tanh, for x in [-1, 1]. Slope 1/(1 - x²); at the ends it is +inf.
CTGRAD_FUNCTION_1(atanh, ops::atanh)

}  // namespace ctgrad
