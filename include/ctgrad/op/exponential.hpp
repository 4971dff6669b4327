// exp, log and the logistic function.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/piecewise.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// d exp x = y
struct exp : op<"exp", 1> {
  static constexpr auto value(const auto& x) {
    using std::exp;
    return exp(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{y}; }
};

/// d log x = 1/x. At 0 the slope is +inf.
struct log : op<"log", 1> {
  static constexpr auto value(const auto& x) {
    using std::log;
    return log(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{1 / x}; }
};

/// sigmoid(x) = 1/(1 + exp(-x)); with e = exp(-|x|) nothing overflows. d sigmoid x = y(1 - y)
struct sigmoid : op<"sigmoid", 1> {
  static constexpr auto value(const auto& x) {
    using std::exp;
    const auto e = exp(ctgrad::where(x < 0, x, -x));
    return ctgrad::where(x < 0, e, 1) / (1 + e);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{y * (1 - y)}; }
};

}  // namespace ops

template <operand X, nothing... Yield>
constexpr applied<ops::exp, X> exp(const X& x, Yield...) {
  return apply<ops::exp>(x);
}

template <operand X, nothing... Yield>
constexpr applied<ops::log, X> log(const X& x, Yield...) {
  return apply<ops::log>(x);
}

template <operand X, nothing... Yield>
constexpr applied<ops::sigmoid, X> sigmoid(const X& x, Yield...) {
  return apply<ops::sigmoid>(x);
}

}  // namespace ctgrad
