#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<4> kepler(double qx, double qy, double px, double py) {
  const double square = qx * qx + qy * qy;
  const double inverse = 1 / std::sqrt(square);
  const double cube = inverse / square;
  return {0.5 * (px * px + py * py) - inverse, {qx * cube, qy * cube, px, py}};
}

CTGRAD_INLINED with_gradient<2> pendulum(double q, double p, double mass, double length,
                                         double gravity) {
  const double inertia = 2 * mass * length * length;  // twice
  const double weight = mass * gravity * length;
  return {p * p / inertia + weight * (1 - std::cos(q)), {weight * std::sin(q), 2 * p / inertia}};
}

}  // namespace hand
