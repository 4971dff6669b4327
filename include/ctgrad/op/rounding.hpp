// Whole parts and remainders; scaling by powers of two.
//
// Rounding is constant between its jumps; its derivative is 0 there and, by convention, at the
// jumps too. A remainder x - n y has the whole number n for a slope by -y; n is found from the
// result, (x - r)/y, because x/y alone may be rounded across a whole number.
#pragma once

#include <ctgrad/op/arithmetic.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// An op that is constant between jumps.
template <detail::fixed_string Name>
struct step : op<Name, 1> {
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0}; }
};

/// The largest whole number that is not above x.
struct floor : step<"floor"> {
  static constexpr std::string_view latex = "\\left\\lfloor #1\\right\\rfloor";
  static constexpr auto value(const auto& x) {
    using std::floor;
    return floor(x);
  }
};

/// The smallest whole number that is not below x.
struct ceil : step<"ceil"> {
  static constexpr std::string_view latex = "\\left\\lceil #1\\right\\rceil";
  static constexpr auto value(const auto& x) {
    using std::ceil;
    return ceil(x);
  }
};

/// The nearest whole number, halves away from 0.
struct round : step<"round"> {
  static constexpr auto value(const auto& x) {
    using std::round;
    return round(x);
  }
};

/// x without its fraction.
struct trunc : step<"trunc"> {
  static constexpr auto value(const auto& x) {
    using std::trunc;
    return trunc(x);
  }
};

/// The nearest whole number, halves to the even one (in the default rounding mode).
struct rint : step<"rint"> {
  static constexpr auto value(const auto& x) {
    using std::rint;
    return rint(x);
  }
};

/// x - n y with n = trunc(x/y). d = dx - n dy
struct fmod : op<"fmod", 2> {
  static constexpr auto value(const auto& x, const auto& y) {
    using std::fmod;
    return fmod(x, y);
  }
  static constexpr auto partials(const auto& x, const auto& y, const auto& r) {
    return std::tuple{1, -apply<round>((x - r) / y)};
  }
};

/// x - n y with n the whole number nearest to x/y, halves to the even one. d = dx - n dy
struct remainder : op<"remainder", 2> {
  static constexpr auto value(const auto& x, const auto& y) {
    using std::remainder;
    return remainder(x, y);
  }
  static constexpr auto partials(const auto& x, const auto& y, const auto& r) {
    return std::tuple{1, -apply<round>((x - r) / y)};
  }
};

/// x 2^n for a whole number n that is never active. d = 2^n dx
struct ldexp : op<"ldexp", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) { return std::ldexp(u, static_cast<int>(v)); }";
  static constexpr auto value(const auto& x, const auto& n) {
    using std::ldexp;
    return ldexp(x, static_cast<int>(n));
  }
  static constexpr auto partials(const auto& x, const auto& n, const auto&) {
    return std::tuple{apply<ldexp>(scalar_of<decltype(x)>(1), n), 0};
  }
};

}  // namespace ops

/// The largest whole number that is not above x. Slope 0, also at the jumps.
CTGRAD_FUNCTION_1(floor, ops::floor)
/// The smallest whole number that is not below x. Slope 0, also at the jumps.
CTGRAD_FUNCTION_1(ceil, ops::ceil)
/// The nearest whole number, halves away from 0. Slope 0, also at the jumps.
CTGRAD_FUNCTION_1(round, ops::round)
/// x without its fraction. Slope 0, also at the jumps.
CTGRAD_FUNCTION_1(trunc, ops::trunc)
/// The nearest whole number, halves to the even one. Slope 0, also at the jumps.
CTGRAD_FUNCTION_1(rint, ops::rint)
/// x - n y with n = trunc(x/y), as std::fmod. Slopes 1 and -n.
CTGRAD_FUNCTION_2(fmod, ops::fmod)
/// x - n y with n the whole number nearest to x/y, as std::remainder. Slopes 1 and -n.
CTGRAD_FUNCTION_2(remainder, ops::remainder)
/// x 2^y for a whole number y that is never active. Slope 2^y.
CTGRAD_FUNCTION_2(ldexp, ops::ldexp)

}  // namespace ctgrad
