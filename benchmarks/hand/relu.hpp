#pragma once

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<3> relu(double a, double b, double c) {
  const double d = a + b * c;
  return d > 0 ? with_gradient<3>{d, {1, c, b}} : with_gradient<3>{0, {0, 0, 0}};
}

}  // namespace hand
