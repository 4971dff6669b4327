#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "hand/result.hpp"

namespace hand {

inline with_gradient<10> rosenbrock_10(const std::array<double, 10>& x) {
  with_gradient<10> out{0, {}};
  double value = 0, from_before = 0;  // in registers, where `out` would be memory
  for (std::size_t i = 0; i + 1 < 10; ++i) {
    const double t = x[i + 1] - x[i] * x[i];
    const double u = 1 - x[i];
    value += 100 * t * t + u * u;
    out.gradient[i] = from_before - 400 * t * x[i] - 2 * u;
    from_before = 200 * t;
  }
  out.gradient[9] = from_before;
  out.value = value;
  return out;
}

}  // namespace hand
