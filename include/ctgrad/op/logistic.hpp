// The logistic function, its inverse, and logarithms of sums of exponentials.
//
// All of them are written so that no exponential overflows and no sum cancels: exponentials are
// taken of -|x| only.
#pragma once

#include <ctgrad/op/exponential.hpp>
#include <ctgrad/op/hyperbolic.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// The slope of the logistic function, y(1 - y) with y = sigmoid(x). Computed in this way for
/// y <= 0.6 only: further out 1 - y has lost digits (all of them at 37), and e/(1 + e)² with
/// e = exp(-|x|) has not.
struct sigmoid_slope : op<"sigmoid_slope", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (v <= 0.6f) return v * (1 - v);\n"
      "  const double e = std::exp(-u), d = 1 + e;\n"
      "  return e / (d * d);\n"
      "}";
  static constexpr auto value(const auto& x, const auto& y) {
    return detail::choose(
        y <= 0.6f, [&] { return y * (1 - y); },
        [&] {
          using std::exp;
          const auto e_ = exp(-x);
          const auto d_ = 1 + e_;
          return e_ / (d_ * d_);
        });
  }
  // 1 - 2y = -tanh(x/2), which keeps its digits near 0
  static constexpr auto partials(const auto& x, const auto&, const auto& slope) {
    return std::tuple{-(slope * apply<tanh>(x / 2)), 0};
  }
  static constexpr auto meaning(const auto&, const auto& y) { return y * (1 - y); }
};

/// sigmoid(x) = 1/(1 + exp(-x)). d sigmoid x = y(1 - y)
struct sigmoid : op<"sigmoid", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  const double e = std::exp(u < 0 ? u : -u);\n"
      "  return (u < 0 ? e : 1) / (1 + e);\n"
      "}";
  static constexpr auto value(const auto& x) {
    using std::exp;
    const auto e = exp(ctgrad::where(x < 0, x, -x));
    return ctgrad::where(x < 0, e, 1) / (1 + e);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{apply<sigmoid_slope>(x, y)};
  }
};

/// softplus(x) = log(1 + exp x). d softplus x = sigmoid(x)
struct softplus : op<"softplus", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) { return (u > 0 ? u : 0) + std::log1p(std::exp(u > 0 ? -u : u)); }";
  static constexpr auto value(const auto& x) {
    using std::exp, std::log1p;
    return ctgrad::where(x > 0, x, 0) + log1p(exp(ctgrad::where(x > 0, -x, x)));
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<sigmoid>(x)};
  }
};

/// log(sigmoid(x)) = -softplus(-x). d log_sigmoid x = sigmoid(-x)
struct log_sigmoid : op<"log_sigmoid", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) { return -((u < 0 ? -u : 0) + std::log1p(std::exp(u < 0 ? u : -u))); }";
  static constexpr auto value(const auto& x) { return -softplus::value(-x); }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<sigmoid>(-x)};
  }
};

/// The inverse of sigmoid, log(p/(1 - p)); near 1/2 as 2 atanh(2p - 1), whose argument is exact.
/// d logit p = 1/(p(1 - p)). At 0 and 1 the slope is +inf.
struct logit : op<"logit", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  if (u > 0.25f && u < 0.75f) return 2 * std::atanh(2 * u - 1);\n"
      "  return std::log(u) - std::log1p(-u);\n"
      "}";
  static constexpr auto value(const auto& p) {
    return detail::choose(
        p > 0.25f && p < 0.75f,
        [&] {
          using std::atanh;
          return 2 * atanh(2 * p - 1);
        },
        [&] {
          using std::log, std::log1p;
          return log(p) - log1p(-p);
        });
  }
  static constexpr auto partials(const auto& p, const auto&) {
    return std::tuple{1 / (p * (1 - p))};
  }
};

/// The slope of log(1 - exp x), -1/expm1(-x); far from 0, where expm1 would overflow, -e/(1 - e)
/// with e = exp(x). At 0 it is -inf; 0 - x makes it so for either zero.
struct log1m_exp_slope : op<"log1m_exp_slope", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  if (u > -0.6875f) return -1 / std::expm1(0 - u);\n"
      "  const double e = std::exp(u);\n"
      "  return -(e / (1 - e));\n"
      "}";
  static constexpr auto value(const auto& x) {
    using std::exp, std::expm1;
    return detail::choose(
        x > -0.6875f, [&] { return -1 / expm1(0 - x); },
        [&] {
          const auto e_ = exp(x);
          return -(e_ / (1 - e_));
        });
  }
  static constexpr auto partials(const auto&, const auto& slope) {
    return std::tuple{slope * (1 - slope)};
  }
  static constexpr auto meaning(const auto& x) { return -1 / apply<expm1>(-x); }
};

/// log(1 - exp x) for x <= 0, by log1p far from 0 and by expm1 near it (Mächler 2012).
/// d log1m_exp x = -1/expm1(-x). At 0 the slope is -inf.
struct log1m_exp : op<"log1m_exp", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u) {\n"
      "  return u > -0.6875f ? std::log(-std::expm1(u)) : std::log1p(-std::exp(u));\n"
      "}";
  static constexpr auto value(const auto& x) {
    using std::exp, std::expm1, std::log, std::log1p;
    return detail::choose(
        x > -0.6875f, [&] { return log(-expm1(x)); }, [&] { return log1p(-exp(x)); });
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<log1m_exp_slope>(x)};
  }
};

/// log(exp a + exp b). d = sigmoid(a - b) da + sigmoid(b - a) db: the weights add up to 1, and two
/// equal infinities share them equally.
struct log_add_exp : op<"log_add_exp", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const double distance = u == v ? 0 : u < v ? u - v : v - u;\n"
      "  return (u < v ? v : u) + std::log1p(std::exp(distance));\n"
      "}";
  static constexpr auto value(const auto& a, const auto& b) {
    using std::exp, std::log1p;
    const auto larger = ctgrad::where(a < b, b, a);
    const auto distance = ctgrad::where(a == b, 0, ctgrad::where(a < b, a - b, b - a));
    return larger + log1p(exp(distance));
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    const auto both_infinite = a == b && a - b != 0;
    return std::tuple{apply<sigmoid>(ctgrad::where(both_infinite, 0, a - b)),
                      apply<sigmoid>(ctgrad::where(both_infinite, 0, b - a))};
  }
};

}  // namespace ops

/// 1/(1 + e^-x), in (0, 1), without overflow. Slope y(1 - y), which keeps its digits far out.
CTGRAD_FUNCTION_1(sigmoid, ops::sigmoid)
/// log(1 + e^x), without overflow. Slope sigmoid(x).
CTGRAD_FUNCTION_1(softplus, ops::softplus)
/// The same as softplus, by the name that it has in statistics.
CTGRAD_FUNCTION_1(log1p_exp, ops::softplus)
/// log(sigmoid(x)), which keeps its digits far out. Slope sigmoid(-x).
CTGRAD_FUNCTION_1(log_sigmoid, ops::log_sigmoid)
/// The inverse of sigmoid, log(x/(1 - x)), for x in [0, 1]. Slope 1/(x(1 - x)); at the ends it is
/// +inf.
CTGRAD_FUNCTION_1(logit, ops::logit)
/// log(1 - e^x) for x <= 0 (M. Mächler: Accurately computing log(1 - exp(-|a|)), 2012). Slope
/// -1/expm1(-x); at 0 it is -inf.
CTGRAD_FUNCTION_1(log1m_exp, ops::log1m_exp)
/// log(e^x + e^y), without overflow. Slopes sigmoid(x - y) and sigmoid(y - x), which add up to 1.
CTGRAD_FUNCTION_2(log_add_exp, ops::log_add_exp)

}  // namespace ctgrad
