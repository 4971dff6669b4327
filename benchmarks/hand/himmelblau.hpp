#pragma once

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_hessian<2> himmelblau(double x, double y) {
  const double x2 = x * x, y2 = y * y;
  const double a = x2 + y - 11, b = x + y2 - 7;
  const double a2 = 2 * a, b2 = 2 * b;
  const double mixed = 4 * (x + y);
  return {a * a + b * b,
          {2 * a2 * x + b2, a2 + 2 * b2 * y},
          {{{2 * a2 + 8 * x2 + 2, mixed}, {mixed, 2 * b2 + 8 * y2 + 2}}}};
}

}  // namespace hand
