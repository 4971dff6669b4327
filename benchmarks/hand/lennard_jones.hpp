#pragma once

#include <array>

#include "result.hpp"

namespace hand {

inline with_gradient<6> lennard_jones(const std::array<double, 6>& atoms, double depth,
                                      double size) {
  const double dx = atoms[0] - atoms[3], dy = atoms[1] - atoms[4], dz = atoms[2] - atoms[5];
  const double inverse = 1 / (dx * dx + dy * dy + dz * dz);
  const double s2 = size * size * inverse;
  const double s6 = s2 * s2 * s2;
  const double depth_s6 = 4 * depth * s6;
  const double slope = depth_s6 * inverse * (6 - 12 * s6);
  const double fx = slope * dx, fy = slope * dy, fz = slope * dz;
  return {depth_s6 * (s6 - 1), {fx, fy, fz, -fx, -fy, -fz}};
}

}  // namespace hand
