#pragma once

#include <cmath>
#include <numbers>

#include "result.hpp"
#include "slopes.hpp"

namespace hand {

/// Price and Greeks in reverse, statement by statement. Gaussian(x) is exp(-x²).
template <double (*Gaussian)(double x)>
CTGRAD_INLINED with_gradient<5> black_scholes_with(double spot, double strike, double rate,
                                                   double volatility, double expiry) {
  constexpr double scale = -1 / std::numbers::sqrt2;
  constexpr double density_at_0 = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  const double root = std::sqrt(expiry);
  const double deviation = volatility * root;
  const double half = 0.5 * volatility;
  const double growth = rate + half * volatility;
  const double ratio = spot / strike;
  const double d1 = (std::log(ratio) + growth * expiry) / deviation;
  const double d2 = d1 - deviation;
  const double s1 = d1 * scale, s2 = d2 * scale;
  const double n1 = 0.5 * std::erfc(s1), n2 = 0.5 * std::erfc(s2);
  const double discount = std::exp(-rate * expiry);
  const double present = strike * discount;
  const double debt = present * n2;

  const double from_d2 = present * (density_at_0 * Gaussian(s2));
  const double to_drift = (spot * (density_at_0 * Gaussian(s1)) - from_d2) / deviation;
  const double to_deviation = from_d2 - to_drift * d1;
  const double to_growth = to_drift * expiry;
  return {spot * n1 - debt,
          {n1 + to_drift / spot, -(discount * n2) - to_drift / strike, expiry * debt + to_growth,
           to_deviation * root + to_growth * volatility,
           rate * debt + to_drift * growth + to_deviation * half / root}};
}

CTGRAD_INLINED double plain_gaussian(double x) {
  return std::exp(-(x * x));
}

constexpr auto black_scholes = black_scholes_with<gaussian>;
constexpr auto black_scholes_plain = black_scholes_with<plain_gaussian>;

/// The closed-form Greeks. They rest on an identity that no differentiation of the text knows,
/// spot*density(d1) = strike*exp(-rate*expiry)*density(d2), which saves an exponential.
CTGRAD_INLINED with_gradient<5> black_scholes_closed_form(double spot, double strike, double rate,
                                                          double volatility, double expiry) {
  const double root = std::sqrt(expiry);
  const double deviation = volatility * root;
  const double drift = (rate + 0.5 * volatility * volatility) * expiry;
  const double d1 = (std::log(spot / strike) + drift) / deviation;
  const double d2 = d1 - deviation;
  const double delta = 0.5 * std::erfc(d1 * (-1 / std::numbers::sqrt2));
  const double exercised = 0.5 * std::erfc(d2 * (-1 / std::numbers::sqrt2));
  const double discount = std::exp(-rate * expiry);
  const double debt = strike * discount * exercised;
  constexpr double density_at_0 = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  const double vega = spot * (density_at_0 * std::exp(-0.5 * d1 * d1)) * root;
  const double theta = vega * volatility / (2 * expiry) + rate * debt;
  return {spot * delta - debt, {delta, -(discount * exercised), expiry * debt, vega, theta}};
}

}  // namespace hand
