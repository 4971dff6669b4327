// Activation functions of neural networks that are not ops of another file.
#pragma once

#include <ctgrad/op/error_function.hpp>
#include <ctgrad/op/logistic.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// x for x > 0, else slope * x.
struct leaky_relu : op<"leaky_relu", 2> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u, double v) { return u > 0 ? u : v * u; }";
  static constexpr auto value(const auto& x, const auto& slope) {
    return ctgrad::where(x > 0, x, slope * x);
  }
  static constexpr auto partials(const auto& x, const auto& slope, const auto&) {
    return std::tuple{ctgrad::where(x > 0, 1, slope), ctgrad::where(x > 0, 0, x)};
  }
};

/// x for x > 0, else alpha (exp(x) - 1).
struct elu : op<"elu", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) { return u > 0 ? u : v * std::expm1(u); }";
  static constexpr auto value(const auto& x, const auto& alpha) {
    using std::expm1;
    return ctgrad::where(x > 0, x, alpha * expm1(x));
  }
  static constexpr auto partials(const auto& x, const auto& alpha, const auto&) {
    return std::tuple{ctgrad::where(x > 0, 1, alpha * apply<exp>(x)),
                      ctgrad::where(x > 0, 0, apply<expm1>(x))};
  }
};

}  // namespace ops

/// x for x > 0, else y x. Slope 1 or y; at 0 it is y.
CTGRAD_FUNCTION_2(leaky_relu, ops::leaky_relu)
/// x for x > 0, else y (e^x - 1). Slope 1 or y e^x; at 0 it is y.
CTGRAD_FUNCTION_2(elu, ops::elu)

/// leaky_relu with the slope 0.01.
template <operand X, nothing... Yield>
constexpr auto leaky_relu(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::leaky_relu>(x, detail::real_of<scalar_of<X>>(0.01));
}

/// elu with alpha = 1, which has no kink.
template <operand X, nothing... Yield>
constexpr auto elu(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::elu>(x, detail::real_of<scalar_of<X>>(1));
}

/// x sigmoid(x), also called swish.
template <operand X, nothing... Yield>
constexpr auto silu(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return x * apply<ops::sigmoid>(x);
}

/// x Φ(x) with the normal distribution function Φ (not its approximation by tanh).
template <operand X, nothing... Yield>
constexpr auto gelu(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return x * apply<ops::normal_cdf>(x);
}

}  // namespace ctgrad
