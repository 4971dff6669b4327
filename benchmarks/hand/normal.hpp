#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

inline with_gradient<3> normal(double x, double mean, double deviation) {
  constexpr double half_log_2pi = 0.91893853320467274178;
  const double inverse = 1 / deviation;
  const double z = (x - mean) * inverse;
  const double by_mean = z * inverse;
  return {-half_log_2pi - std::log(deviation) - 0.5 * z * z,
          {-by_mean, by_mean, z * by_mean - inverse}};
}

}  // namespace hand
