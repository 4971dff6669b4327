// sin, cos, tan and their inverses.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/power.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

struct cos;

/// d sin x = cos x
struct sin : op<"sin", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::sin;
    return sin(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{apply<cos>(x)}; }
};

/// d cos x = -sin x
struct cos : op<"cos", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::cos;
    return cos(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{-apply<sin>(x)}; }
};

/// d tan x = 1 + y²
struct tan : op<"tan", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::tan;
    return tan(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{1 + y * y}; }
};

/// The slope 1/sqrt((1 - x)(1 + x)) of asin: the factors are exact where 1 - x² cancels. Its own
/// slope is x/(1 - x²)^(3/2).
struct asin_slope : op<"asin_slope", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) { return 1 / std::sqrt((1 - u) * (1 + u)); }";
  static constexpr auto value(const auto& x) {
    using std::sqrt;
    return 1 / sqrt((1 - x) * (1 + x));
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{x * y / ((1 - x) * (1 + x))};
  }
  static constexpr auto meaning(const auto& x) { return 1 / apply<sqrt>(1 - x * x); }
};

/// d asin x = 1/sqrt((1 - x)(1 + x)). At -1 and 1 the slope is +inf.
struct asin : op<"asin", 1> {
  static constexpr std::string_view latex = "\\arcsin";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::asin;
    return asin(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<asin_slope>(x)};
  }
};

/// d acos x = -1/sqrt((1 - x)(1 + x)). At -1 and 1 the slope is -inf.
struct acos : op<"acos", 1> {
  static constexpr std::string_view latex = "\\arccos";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::acos;
    return acos(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{-apply<asin_slope>(x)};
  }
};

/// d atan x = 1/(1 + x²)
struct atan : op<"atan", 1> {
  static constexpr std::string_view latex = "\\arctan";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::atan;
    return atan(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{1 / (1 + x * x)}; }
};

/// The angle of the point (x, y). d = (x dy - y dx)/r², divided by r = hypot(x, y) twice because r²
/// may overflow or vanish. At the origin there is no derivative (NaN).
struct atan2 : op<"atan2", 2> {
  static constexpr auto value(const auto& y, const auto& x) {
    using std::atan2;
    return atan2(y, x);
  }
  static constexpr auto partials(const auto& y, const auto& x, const auto&) {
    const auto r = apply<hypot>(x, y);
    return std::tuple{x / r / r, -(y / r / r)};
  }
};

}  // namespace ops

/// The sine of an angle in radians. Slope cos x.
CTGRAD_FUNCTION_1(sin, ops::sin)
/// The cosine of an angle in radians. Slope -sin x.
CTGRAD_FUNCTION_1(cos, ops::cos)
/// The tangent of an angle in radians. Slope 1 + y².
CTGRAD_FUNCTION_1(tan, ops::tan)
/// The angle in radians, in [-π/2, π/2], for x in [-1, 1]. Slope 1/sqrt(1 - x²); at the ends +inf.
CTGRAD_FUNCTION_1(asin, ops::asin)
/// The angle in radians, in [0, π], for x in [-1, 1]. Slope -1/sqrt(1 - x²); at the ends -inf.
CTGRAD_FUNCTION_1(acos, ops::acos)
/// The angle in radians, in [-π/2, π/2]. Slope 1/(1 + x²).
CTGRAD_FUNCTION_1(atan, ops::atan)
/// The angle of the point (y, x) in radians, the ordinate first as in std::atan2. Slopes y/r² and
/// -x/r² in the names of the parameters; none at the origin (NaN).
CTGRAD_FUNCTION_2(atan2, ops::atan2)

}  // namespace ctgrad
