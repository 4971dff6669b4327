// Special functions: the complementary error function.
#pragma once

#include <ctgrad/op/exponential.hpp>

#include <cmath>
#include <numbers>

namespace ctgrad {
namespace ops {

/// d erfc x = -2/sqrt(pi) exp(-x²). Abramowitz & Stegun 7.1.19.
struct erfc : op<"erfc", 1> {
  static constexpr auto value(const auto& x) {
    using std::erfc;
    return erfc(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    constexpr auto slope_at_0 = -2 * std::numbers::inv_sqrtpi_v<scalar_of<decltype(x)>>;
    return std::tuple{slope_at_0 * apply<exp>(-(x * x))};
  }
};

}  // namespace ops

template <operand X, nothing... Yield>
constexpr applied<ops::erfc, X> erfc(const X& x, Yield...) {
  return apply<ops::erfc>(x);
}

}  // namespace ctgrad
