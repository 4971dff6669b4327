#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

/// Differentiated in reverse. to_y is what y still has to be multiplied by; for what the result is
/// a power of, y*to_y is simpler and stands as from_y.
CTGRAD_INLINED with_gradient<4> sabr(double alpha, double beta, double rho, double nu,
                                     double forward, double strike, double expiry) {
  const double l = std::log(forward / strike), l2 = l * l;
  const double b = 1 - beta, b2 = b * b;
  const double product = forward * strike;
  const double middle = std::pow(product, b / 2);
  const double lb = l2 * b2;
  const double d = 1 + lb / 24 + lb * lb / 1920;
  const double z = nu / alpha * middle * l;
  const double root = std::sqrt(1 - 2 * rho * z + z * z);
  const double n = root + z - rho;
  const double one_less = 1 - rho;
  const double x = std::log(n / one_less);
  const double a = alpha / middle, a2 = a * a;
  const double ab = a2 * b2 / 24;
  const double rho_beta = rho * beta;
  const double mixed = rho_beta * nu * a / 4;
  const double rest_nu = (2 - 3 * rho * rho) * nu;
  const double correction = 1 + (ab + mixed + rest_nu * nu / 24) * expiry;
  const double uncorrected = a / d * (z / x);
  const double value = uncorrected * correction;

  const double to_e = uncorrected * expiry;  // e: the sum in the correction
  const double less_x = value / x;  // less_y: what y has to be multiplied by and subtracted
  const double less_n = less_x / n;
  const double less_root = less_n / root;
  const double from_z = value - z * (less_n + less_root * (z - rho));
  const double from_a = value + to_e * (2 * ab + mixed);
  const double from_alpha = from_a - from_z;
  const double less_lb = value / d * (1.0 / 24 + lb * (1.0 / 960));
  const double to_b2 = to_e * a2 * (1.0 / 24) - less_lb * l2;
  const double by_rho_nu = 0.25 * to_e;
  const double by_mixed = by_rho_nu * a;
  const double rho_nu = rho * nu;
  return {
      value,
      {from_alpha / alpha, by_mixed * rho_nu - 2 * b * to_b2 + 0.5 * from_alpha * std::log(product),
       less_n + less_root * z - less_x / one_less + nu * (by_mixed * beta - by_rho_nu * rho_nu),
       from_z / nu + by_mixed * rho_beta + to_e * rest_nu * (1.0 / 12)}};
}

}  // namespace hand
