#pragma once

#include <array>
#include <cstddef>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<10> rosenbrock_10(const std::array<double, 10>& x) {
  with_gradient<10> out;
  double value = 0, from_before = 0;  // in registers, where `out` would be memory
#pragma GCC unroll 16
  for (std::size_t i = 0; i + 1 < 10; ++i) {
    const double t = x[i + 1] - x[i] * x[i];
    const double u = 1 - x[i];
    const double slope = 200 * t;
    value += 100 * t * t + u * u;
    out.gradient[i] = from_before - 2 * (slope * x[i] + u);
    from_before = slope;
  }
  out.gradient[9] = from_before;
  out.value = value;
  return out;
}

CTGRAD_INLINED with_hessian<4> rosenbrock_4(double a, double b, double c, double d) {
  const double ta = b - a * a, tb = c - b * b, tc = d - c * c;
  const double ua = 1 - a, ub = 1 - b, uc = 1 - c;
  const double ta100 = 100 * ta, tb100 = 100 * tb, tc100 = 100 * tc;
  const double value = (ta100 * ta + ua * ua) + (tb100 * tb + ub * ub) + (tc100 * tc + uc * uc);
  const double sa = 2 * ta100, sb = 2 * tb100, sc = 2 * tc100;
  const double ab = -400 * a, bc = -400 * b, cd = -400 * c;
  return {value,
          {-2 * (sa * a + ua), sa - 2 * (sb * b + ub), sb - 2 * (sc * c + uc), sc},
          {{{2 - 2 * (ab * a + sa), ab, 0, 0},
            {ab, 202 - 2 * (bc * b + sb), bc, 0},
            {0, bc, 202 - 2 * (cd * c + sc), cd},
            {0, 0, cd, 200}}}};
}

}  // namespace hand
