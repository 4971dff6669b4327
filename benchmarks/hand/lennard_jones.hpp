#pragma once

#include <array>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<6> lennard_jones(const std::array<double, 6>& atoms, double depth,
                                              double size) {
  const double dx = atoms[0] - atoms[3], dy = atoms[1] - atoms[4], dz = atoms[2] - atoms[5];
  const double square = dx * dx + dy * dy + dz * dz;
  const double s2 = size * size / square;
  const double s6 = s2 * s2 * s2;
  const double s12 = s6 * s6;
  const double depth_4 = 4 * depth;
  const double difference = s12 - s6;
  const double slope = -6 * depth_4 * (difference + s12) / square;
  const double fx = slope * dx, fy = slope * dy, fz = slope * dz;
  return {depth_4 * difference, {fx, fy, fz, -fx, -fy, -fz}};
}

}  // namespace hand
