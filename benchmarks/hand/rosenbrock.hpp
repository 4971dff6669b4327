#pragma once

#include <array>
#include <cstddef>

#include "result.hpp"

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

inline with_hessian<4> rosenbrock_4(double a, double b, double c, double d) {
  const double ta = b - a * a, tb = c - b * b, tc = d - c * c;
  const double ua = 1 - a, ub = 1 - b, uc = 1 - c;
  const double a400 = 400 * a, b400 = 400 * b, c400 = 400 * c;
  const double value = 100 * (ta * ta + tb * tb + tc * tc) + ua * ua + ub * ub + uc * uc;
  return {
      value,
      {-a400 * ta - 2 * ua, 200 * ta - b400 * tb - 2 * ub, 200 * tb - c400 * tc - 2 * uc, 200 * tc},
      {{{2 * a400 * a - 400 * ta + 2, -a400, 0, 0},
        {-a400, 2 * b400 * b - 400 * tb + 202, -b400, 0},
        {0, -b400, 2 * c400 * c - 400 * tc + 202, -c400},
        {0, 0, -c400, 200}}}};
}

}  // namespace hand
