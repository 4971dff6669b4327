#pragma once

#include <array>
#include <numbers>

#include "../workloads/black_scholes.hpp"
#include "workload.hpp"

namespace batch_workloads {

/// Price and five Greeks of N calls, which share the rate: six columns. The text is a function
/// that is differentiated at compile time.
template <std::size_t N>
class black_scholes {
 public:
  static constexpr std::size_t n = N;

  static std::string name() { return "Black-Scholes, " + std::to_string(N); }
  static std::size_t results() { return 6 * n; }
  static std::size_t points() { return n; }
  static double tolerance() { return 1e-11; }

  /// The price alone, one call after the other.
  void prices(std::span<double> out) const {
    for (std::size_t i = 0; i < n; ++i) {
      out[i] = text(spot_[i], strike_[i], rate, volatility_[i], expiry_[i]);
    }
  }

  /// What the compiler made of the derivative, one call after the other.
  void one_by_one(std::span<double> out) const {
    for (std::size_t i = 0; i < n; ++i) {
      const auto y = derivative(spot_[i], strike_[i], rate, volatility_[i], expiry_[i]);
      out[i] = y.value;
      for (std::size_t k = 0; k < 5; ++k) out[(1 + k) * n + i] = y.gradient[k];
    }
  }

  void in_batch(std::span<double> out, const auto&... policy) const {
    const auto column = [&](std::size_t k) { return out.subspan(k * n, n); };
    cg::vmap(policy..., derivative)
        .into(column(0), column(1), column(2), column(3), column(4), column(5))(
            spot_, strike_, rate, volatility_, expiry_);
  }

  void on_values(std::span<double> out) const {
    for (std::size_t i = 0; i < n; ++i) {
      const cg::scope recording;
      const std::array x{cg::Value{spot_[i]}, cg::Value{strike_[i]}, cg::Value{double{rate}},
                         cg::Value{volatility_[i]}, cg::Value{expiry_[i]}};
      const cg::Value y = text(x[0], x[1], x[2], x[3], x[4]);
      y.backward();
      out[i] = y.data();
      for (std::size_t k = 0; k < 5; ++k) out[(1 + k) * n + i] = x[k].grad();
    }
  }

  /// Closed forms in lanes.
  void by_hand(std::span<double> out) const {
    static_assert(n % hand::pack_size == 0);
    hand::for_each_pack(n, [&](std::size_t i, const auto& here, std::size_t) {
      const auto y = greeks(here(spot_), here(strike_), here(volatility_), here(expiry_));
      for (std::size_t k = 0; k < 6; ++k) hand::store(out.data() + k * n + i, y[k]);
    });
  }

 private:
  using pack = hand::pack;
  static constexpr double rate = 0.03;
  static constexpr auto text = workloads::black_scholes::function;
  static constexpr auto derivative = workloads::black_scholes::by_ctgrad;

  static std::array<pack, 6> greeks(const pack& spot, const pack& strike, const pack& volatility,
                                    const pack& expiry) {
    constexpr double scale = -1 / std::numbers::sqrt2;
    constexpr double density_at_0 = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    const pack root = hand::sqrt(expiry), deviation = volatility * root, half(0.5), r(rate);
    const pack drift = hand::fma(half * volatility, volatility, r) * expiry;
    const pack d1 = (hand::log(spot / strike) + drift) / deviation, d2 = d1 - deviation;
    const pack delta = half * hand::erfc(d1 * pack(scale));
    const pack exercised = half * hand::erfc(d2 * pack(scale));
    const pack discount = hand::exp(-r * expiry), debt = strike * discount * exercised;
    const pack density = pack(density_at_0) * hand::exp(-half * d1 * d1);
    const pack vega = spot * density * root;
    const pack theta = hand::fma(vega, volatility / (expiry + expiry), r * debt);
    return {spot * delta - debt, delta, -(discount * exercised), expiry * debt, vega, theta};
  }

  static numbers column(std::size_t first, double from, double to) {
    numbers x = noises(n, first);
    for (double& number : x) number = from + (to - from) * (number + 0.5);
    return x;
  }

  numbers spot_ = column(1, 80, 120), strike_ = column(2000, 80, 120);
  numbers volatility_ = column(4000, 0.1, 0.5), expiry_ = column(6000, 0.25, 2);
};

}  // namespace batch_workloads
