#pragma once

#include <array>
#include <cstddef>

#include "result.hpp"

namespace hand {

CTGRAD_BY_HAND with_gradient<10> rosenbrock_10(const std::array<double, 10>& x) {
  with_gradient<10> out;
  double value = 0, from_before = 0;  // in registers, where `out` would be memory
#pragma GCC unroll 16
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

CTGRAD_BY_HAND with_hessian<4> rosenbrock_4(double a, double b, double c, double d) {
  const double ta = b - a * a, tb = c - b * b, tc = d - c * c;
  const double ua = 1 - a, ub = 1 - b, uc = 1 - c;
  const double ta100 = 100 * ta, tb100 = 100 * tb, tc100 = 100 * tc;
  const double value = (ta100 * ta + ua * ua) + (tb100 * tb + ub * ub) + (tc100 * tc + uc * uc);
  const double a400 = 400 * a, b400 = 400 * b, c400 = 400 * c;
  return {value,
          {-a400 * ta - 2 * ua, 2 * ta100 - b400 * tb - 2 * ub, 2 * tb100 - c400 * tc - 2 * uc,
           2 * tc100},
          {{{2 * a400 * a - 4 * ta100 + 2, -a400, 0, 0},
            {-a400, 2 * b400 * b - 4 * tb100 + 202, -b400, 0},
            {0, -b400, 2 * c400 * c - 4 * tc100 + 202, -c400},
            {0, 0, -c400, 200}}}};
}

}  // namespace hand
