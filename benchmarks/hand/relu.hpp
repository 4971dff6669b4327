#pragma once

#include "result.hpp"

namespace hand {

/// As cg::relu, with NaN for NaN and -0 for -0.
CTGRAD_INLINED with_gradient<3> relu(double a, double b, double c) {
  const double d = a + b * c;
  if (d > 0) return {d, {1, c, b}};
  return {d < 0 ? 0 : d, {0, 0, 0}};
}

CTGRAD_INLINED with_gradient<3> relu_plain(double a, double b, double c) {
  const double d = a + b * c;
  if (d > 0) return {d, {1, c, b}};
  return {0, {0, 0, 0}};
}

}  // namespace hand
