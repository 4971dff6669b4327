#pragma once

#include <array>
#include <cmath>

#include "../field/workloads/asian_call.hpp"
#include "workload.hpp"

namespace batch_workloads {

/// An Asian call on paths of 252 steps of geometric Brownian motion: the mean of the discounted
/// payoffs, by spot, rate and volatility. A point is the 252 normal numbers of a path.
template <std::size_t Paths>
struct asian_call {
  static constexpr std::size_t paths = Paths, steps = 252;
  static constexpr double strike = 100, expiry = 1, dt = expiry / steps;

  static std::string name() { return "Asian call, " + std::to_string(Paths) + " paths"; }
  static numbers point() { return {101.0, 0.03, 0.2}; }
  static columns data() { return noise_columns(steps, paths, 4000, std::sqrt(12.0)); }

  template <class W, class X>
  auto operator()(const W& w, const X& z) const {
    return field::asian_call::payoff<element<W>>(w, z) * (1.0 / paths);
  }
  static double rest(const auto&) { return 0; }
  static void add_rest(const numbers&, std::span<double>) {}

  /// By the derivatives of the logarithm of a price: 1/spot, time, and (log - rate part)/volatility
  /// less volatility times time.
  static void by_hand(const numbers& w, const columns& z, std::span<double> out) {
    std::array<pack, 4> sums;
    sums.fill(pack(0.0));
    const double discount = std::exp(-expiry * w[1]) / paths;
    hand::for_each_pack(paths, [&](std::size_t, const auto& here, std::size_t count) {
      add(w, z, here, hand::ones(count) * pack(discount), sums);
    });
    for (std::size_t i = 0; i < sums.size(); ++i) out[i] = hand::sum_of(sums[i]);
  }

 private:
  using pack = hand::pack;

  static void add(const numbers& w, const columns& z, const auto& here, const pack& part,
                  std::array<pack, 4>& sums) {
    const double root = std::sqrt(dt);
    const pack drift((w[1] - 0.5 * w[2] * w[2]) * dt), deviation(w[2] * root);
    pack spot(w[0]), noise(0.0), sum(0.0), by_rate(0.0), by_volatility(0.0);
    for (std::size_t t = 0; t < steps; ++t) {
      const pack z_t = here(z[t]);
      const double time = dt * static_cast<double>(t + 1);
      spot = spot * hand::exp(hand::fma(deviation, z_t, drift));
      noise = hand::fma(pack(root), z_t, noise);
      sum += spot;
      by_rate = hand::fma(spot, pack(time), by_rate);
      by_volatility = hand::fma(spot, noise - pack(w[2] * time), by_volatility);
    }
    const pack mean(1.0 / steps), zero(0.0);
    const pack payoff = hand::fma(sum, mean, pack(-strike));
    const pack share = hand::where_greater(payoff, zero, part, zero);
    sums[0] = hand::fma(payoff, share, sums[0]);
    sums[1] = hand::fma(sum * pack(1 / w[0]) * mean, share, sums[1]);
    sums[2] = hand::fma(hand::fma(by_rate, mean, -payoff * pack(expiry)), share, sums[2]);
    sums[3] = hand::fma(by_volatility * mean, share, sums[3]);
  }
};

}  // namespace batch_workloads
