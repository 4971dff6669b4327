#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<3> normal(double x, double mean, double deviation) {
  constexpr double half_log_2pi = 0.91893853320467274178;
  const double z = (x - mean) / deviation;
  const double square = z * z;
  const double by_mean = z / deviation;
  return {-half_log_2pi - std::log(deviation) - 0.5 * square,
          {-by_mean, by_mean, (square - 1) / deviation}};
}

}  // namespace hand
