#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_jacobian<2, 2> robot_arm(double shoulder, double elbow, double upper,
                                             double lower) {
  const double both = shoulder + elbow;
  const double x_lower = lower * std::cos(both), y_lower = lower * std::sin(both);
  const double x = upper * std::cos(shoulder) + x_lower;
  const double y = upper * std::sin(shoulder) + y_lower;
  return {{x, y}, {{{-y, -y_lower}, {x, x_lower}}}};
}

}  // namespace hand
