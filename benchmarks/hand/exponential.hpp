#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<3> exponential(double x, double y, double z) {
  const double xy = x * y;
  const double e = std::exp(xy * z);
  const double value = (x + y + z) * e;  // also the derivative by x*y*z
  const double value_z = value * z;
  return {value, {e + value_z * y, e + value_z * x, e + value * xy}};
}

}  // namespace hand
