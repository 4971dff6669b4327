// Value and gradient of the workloads in plain C++, as a careful engineer would write them by hand.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace hand {

template <std::size_t Partials>
struct result {
  double value;
  std::array<double, Partials> gradient;
};

inline result<3> relu(double a, double b, double c) {
  const double d = a + b * c;
  return d > 0 ? result<3>{d, {1, c, b}} : result<3>{0, {0, 0, 0}};
}

inline result<3> exponential(double x, double y, double z) {
  const double xy = x * y;
  const double e = std::exp(xy * z);
  const double value = (x + y + z) * e;  // also the derivative by x*y*z
  const double value_z = value * z;
  return {value, {e + value_z * y, e + value_z * x, e + value * xy}};
}

inline result<11> neuron(const std::array<double, 11>& parameters,
                         const std::array<double, 10>& inputs) {
  double sum = parameters[10];
  for (std::size_t i = 0; i < 10; ++i) sum += parameters[i] * inputs[i];
  const double y = std::tanh(sum);
  const double slope = 1 - y * y;
  result<11> out{y, {}};
  for (std::size_t i = 0; i < 10; ++i) out.gradient[i] = slope * inputs[i];
  out.gradient[10] = slope;
  return out;
}

/// The closed-form Greeks. They rest on an identity that no differentiation of the text knows,
/// spot*density(d1) = strike*exp(-rate*expiry)*density(d2), which saves an exponential.
inline result<5> black_scholes(double spot, double strike, double rate, double volatility,
                               double expiry) {
  const double root = std::sqrt(expiry);
  const double deviation = volatility * root;
  const double drift = (rate + 0.5 * volatility * volatility) * expiry;
  const double d1 = (std::log(spot / strike) + drift) / deviation;
  const double d2 = d1 - deviation;
  const double delta = 0.5 * std::erfc(d1 * (-1 / std::numbers::sqrt2));
  const double exercised = 0.5 * std::erfc(d2 * (-1 / std::numbers::sqrt2));
  const double discounted = std::exp(-rate * expiry) * exercised;
  const double debt = strike * discounted;
  constexpr double density_at_0 = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  const double vega = spot * (density_at_0 * std::exp(-0.5 * d1 * d1)) * root;
  const double theta = vega * volatility / (2 * expiry) + rate * debt;
  return {spot * delta - debt, {delta, -discounted, expiry * debt, vega, theta}};
}

/// The same differentiated by hand in reverse, statement by statement: what ctgrad has to match.
inline result<5> black_scholes_reverse(double spot, double strike, double rate, double volatility,
                                       double expiry) {
  constexpr double scale = -1 / std::numbers::sqrt2;
  constexpr double slope_at_0 = 0.5 * -2 * std::numbers::inv_sqrtpi;
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

  const double to_d2 = -present * (slope_at_0 * std::exp(-(s2 * s2))) * scale;
  const double to_d1 = spot * (slope_at_0 * std::exp(-(s1 * s1))) * scale + to_d2;
  const double to_drift = to_d1 / deviation;
  const double to_deviation = -to_d2 - to_drift * d1;
  const double to_ratio = to_drift / spot;  // by log(ratio), times the spot's share of it
  const double to_growth = to_drift * expiry;
  const double debt = present * n2;
  return {spot * n1 - debt,
          {n1 + to_ratio, -(discount * n2) - to_drift / strike, expiry * debt + to_growth,
           to_deviation * root + to_growth * volatility,
           rate * debt + to_drift * growth + to_deviation * volatility / (2 * root)}};
}

inline result<10> rosenbrock(const std::array<double, 10>& x) {
  result<10> out{0, {}};
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
