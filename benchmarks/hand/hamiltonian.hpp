#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

inline with_gradient<4> kepler(double qx, double qy, double px, double py) {
  const double inverse = 1 / std::sqrt(qx * qx + qy * qy);
  const double cube = inverse * inverse * inverse;
  return {0.5 * (px * px + py * py) - inverse, {qx * cube, qy * cube, px, py}};
}

inline with_gradient<2> pendulum(double q, double p, double mass, double length, double gravity) {
  const double ml = mass * length;
  const double velocity = p / (ml * length);
  const double weight = ml * gravity;
  return {0.5 * p * velocity + weight * (1 - std::cos(q)), {weight * std::sin(q), velocity}};
}

}  // namespace hand
