// exp, log and their relatives.
//
// log of 1 + x and exp(x) - 1 are ops of their own, because the sums would lose the digits of a
// small x; so would their slopes, which are therefore not written in terms of the result.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/constant.hpp>
#include <ctgrad/op/piecewise.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// d exp x = y
struct exp : op<"exp", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::exp;
    return exp(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{y}; }
};

/// 2^x. d 2^x = y ln 2
struct exp2 : op<"exp2", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::exp2;
    return exp2(x);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{y * constant_for<constants::ln2>(x)};
  }
};

/// exp(x) - 1. d expm1 x = exp x, not y + 1, which has no digits left at x = -37.
struct expm1 : op<"expm1", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::expm1;
    return expm1(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{apply<exp>(x)}; }
};

/// d log x = 1/x. At 0 the slope is +inf.
struct log : op<"log", 1> {
  static constexpr std::string_view latex = "\\ln";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::log;
    return log(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{1 / x}; }
};

/// d log2 x = log2(e)/x
struct log2 : op<"log2", 1> {
  static constexpr std::string_view latex = "\\log_{2}";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::log2;
    return log2(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{constant_for<constants::log2e>(x) / x};
  }
};

/// d log10 x = log10(e)/x
struct log10 : op<"log10", 1> {
  static constexpr std::string_view latex = "\\log_{10}";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::log10;
    return log10(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{constant_for<constants::log10e>(x) / x};
  }
};

/// log(1 + x). d log1p x = 1/(1 + x). At -1 the slope is +inf.
struct log1p : op<"log1p", 1> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::log1p;
    return log1p(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{1 / (1 + x)}; }
};

/// x log y, and 0 for x = 0 even where y is 0 or inf. d = log y dx + x/y dy, whose second term is 0
/// at x = y = 0.
struct xlogy : op<"xlogy", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) { return u == 0 && v == v ? 0 : u * std::log(v); }";
  static constexpr auto value(const auto& x, const auto& y) {
    using std::log;
    return ctgrad::where(x == 0 && y == y, 0, x * log(y));
  }
  static constexpr auto partials(const auto& x, const auto& y, const auto&) {
    return std::tuple{apply<log>(y), ctgrad::where(x != 0 || y != 0, x / y, 0)};
  }
};

}  // namespace ops

/// e^x, as std::exp. Slope e^x.
CTGRAD_FUNCTION_1(exp, ops::exp)
/// 2^x. Slope 2^x ln 2.
CTGRAD_FUNCTION_1(exp2, ops::exp2)
/// e^x - 1, which keeps its digits near 0. Slope e^x.
CTGRAD_FUNCTION_1(expm1, ops::expm1)
/// The natural logarithm, for x >= 0 (NaN below). Slope 1/x; at 0 it is +inf.
CTGRAD_FUNCTION_1(log, ops::log)
/// The logarithm to base 2, for x >= 0. Slope 1/(x ln 2).
CTGRAD_FUNCTION_1(log2, ops::log2)
/// The logarithm to base 10, for x >= 0. Slope 1/(x ln 10).
CTGRAD_FUNCTION_1(log10, ops::log10)
/// log(1 + x), which keeps its digits near 0, for x >= -1. Slope 1/(1 + x); at -1 it is +inf.
CTGRAD_FUNCTION_1(log1p, ops::log1p)
/// x log y, and 0 for x = 0 whatever y is. Slopes log y and x/y.
CTGRAD_FUNCTION_2(xlogy, ops::xlogy)

}  // namespace ctgrad
