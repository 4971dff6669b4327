#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

/// Differentiated in reverse, statement by statement. to_y is what y still has to be multiplied by.
inline with_gradient<4> sabr(double alpha, double beta, double rho, double nu, double forward,
                             double strike, double expiry) {
  const double l = std::log(forward / strike);
  const double product = forward * strike;
  const double b = 1 - beta, b2 = b * b;
  const double middle = std::pow(product, 0.5 * b);
  const double l2 = l * l, lb = l2 * b2;
  const double d = 1 + lb * (1.0 / 24 + lb * (1.0 / 1920));
  const double z_by_nu = middle * l / alpha;
  const double z = nu * z_by_nu;
  const double root = std::sqrt(1 - 2 * rho * z + z * z);
  const double n = root + z - rho;
  const double one_less = 1 - rho;
  const double x = std::log(n / one_less);
  const double a = alpha / middle;
  const double a2 = a * a * (1.0 / 24);
  const double quarter = 0.25 * beta * a;
  const double mixed = rho * quarter;
  const double curvature = (2 - 3 * rho * rho) * (1.0 / 24) * nu;
  const double correction = 1 + (b2 * a2 + (mixed + curvature) * nu) * expiry;
  const double level = a / d, skew = z / x;
  const double corrected = level * correction;
  const double value = corrected * skew;

  const double to_e = level * skew * expiry;
  const double to_a = value + to_e * (2 * b2 * a2 + mixed * nu);  // times a
  const double to_z = corrected / x;
  const double to_x = -to_z * skew;
  const double to_n = to_x / n;
  const double to_root = to_n / root;
  const double from_z = (to_z + to_n + to_root * (z - rho)) * z;  // times z
  const double to_lb = -value / d * (1.0 / 24 + lb * (1.0 / 960));
  const double to_b = 2 * b * (to_lb * l2 + to_e * a2) + 0.5 * (from_z - to_a) * std::log(product);
  return {value,
          {(to_a - from_z) / alpha, to_e * (0.25 * rho * nu * a) - to_b,
           to_x / one_less - to_n - to_root * z + to_e * nu * (quarter - 0.25 * rho * nu),
           from_z / nu + to_e * (mixed + 2 * curvature)}};
}

}  // namespace hand
