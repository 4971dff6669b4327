// abs and max without a kink: they differ from the functions they replace within about one width of
// it, and by at most one width.
#pragma once

#include <ctgrad/op/power.hpp>

namespace ctgrad {

/// sqrt(x² + width²), which is |x| to within width.
template <operand X, operand W, nothing... Yield>
constexpr auto smooth_abs(const X& x, const W& width, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::hypot>(x, width);
}

/// (a + b + smooth_abs(a - b, width))/2, which is max(a, b) to within width/2.
template <operand A, operand B, operand W, nothing... Yield>
constexpr auto smooth_max(const A& a, const B& b, const W& width, CTGRAD_YIELD) {
  CTGRAD_HERE
  return (a + b + ctgrad::smooth_abs(a - b, width)) / 2;
}

}  // namespace ctgrad
