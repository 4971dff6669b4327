#pragma once

#include "../workload.hpp"

namespace field {

/// An Asian call on one path of geometric Brownian motion: the discounted payoff of the mean of 252
/// steps, by spot, rate and volatility. What moves the path are constants.
struct asian_call {
  static constexpr std::size_t steps = 252;
  static constexpr double strike = 100, expiry = 1, dt = expiry / steps;
  static constexpr const char *key = "asian_call", *title = "GBM path, 252 steps";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 3, outputs = 1, operations = 5 * steps + 12,
                               longest_sum = steps;

  static numbers point() { return {101.0, 0.03, 0.2}; }
  numbers moves = [] {
    numbers z = noises(steps, 4000);
    for (double& number : z) number = number * std::sqrt(12.0) + 0.1;
    return z;
  }();

  template <class X>
  element<X> operator()(const X& x) const {
    return payoff<element<X>>(x, moves);
  }

  /// The same for any numbers that move the path.
  template <class T>
  static T payoff(const auto& x, const auto& z) {
    using std::exp, std::sqrt;
    const T drift = (x[1] - 0.5 * x[2] * x[2]) * dt;
    const T deviation = x[2] * sqrt(dt);
    T spot = x[0], sum(0.0);
    for (std::size_t t = 0; t < steps; ++t) {
      spot *= exp(drift + deviation * z[t]);
      sum += spot;
    }
    const T gain = sum * (1.0 / steps) - strike;
    return relu(gain) * exp(-expiry * x[1]);
  }

  /// By the derivatives of the logarithm of a price: 1/spot, time, and noise less volatility times
  /// time.
  void by_hand(std::span<const double> x, std::span<double> out) const {
    const double root = std::sqrt(dt), drift = (x[1] - 0.5 * x[2] * x[2]) * dt;
    const double deviation = x[2] * root;
    double spot = x[0], noise = 0, sum = 0, by_rate = 0, by_volatility = 0;
    for (std::size_t t = 0; t < steps; ++t) {
      const double time = dt * static_cast<double>(t + 1);
      spot *= std::exp(drift + deviation * moves[t]);
      noise += root * moves[t];
      sum += spot;
      by_rate += spot * time;
      by_volatility += spot * (noise - x[2] * time);
    }
    const double gain = sum / steps - strike;
    const double discount = gain > 0 ? std::exp(-expiry * x[1]) : 0, share = discount / steps;
    out[0] = gain * discount;
    out[1] = sum * share / x[0];
    out[2] = by_rate * share - expiry * out[0];
    out[3] = by_volatility * share;
  }
};

}  // namespace field
