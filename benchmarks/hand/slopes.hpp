// Slopes that keep their digits where the plain formulas lose them, as ctgrad's rules do.
#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

/// The slope of y = tanh(x). 1 - y² has no digits left at x = 19.
CTGRAD_INLINED double tanh_slope(double x, double y) {
  const double square = y * y;
  if (square < 0.5) return 1 - square;
  const double e = std::exp(-2 * std::abs(x));
  const double d = 1 + e;
  return 4 * e / (d * d);
}

/// exp(-x²), with the rounding error of x² put behind the exponential: 450 ulp at x = 26 otherwise.
CTGRAD_INLINED double gaussian(double x) {
  const double square = x * x;
  const double y = std::exp(-square);
  if (!(square > 1 && square < 4096)) return y;
  return y * (1 - std::fma(x, x, -square));
}

}  // namespace hand
