#pragma once

#include <numbers>

#include "../../hand/black_scholes.hpp"
#include "../workload.hpp"

namespace field {

/// Price of a European call, with the five Greeks by spot, strike, rate, volatility and expiry.
struct black_scholes {
  static constexpr const char *key = "black_scholes", *title = "Black-Scholes, 5 Greeks";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 5, outputs = 1, operations = 26, longest_sum = 4;

  static numbers point() { return {95.0, 100.0, 0.01, 0.4, 0.25}; }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    return price<element<X>>(x[0], x[1], x[2], x[3], x[4]);
  }

  template <class T>
  static constexpr T price(const T& spot, const T& strike, const T& rate, const T& volatility,
                           const T& expiry) {
    using std::exp, std::log, std::sqrt;
    const T deviation = volatility * sqrt(expiry);
    const T drift = (rate + 0.5 * volatility * volatility) * expiry;
    const T d1 = (log(spot / strike) + drift) / deviation;
    const T d2 = d1 - deviation;
    return spot * normal(d1) - strike * exp(-rate * expiry) * normal(d2);
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    write(hand::black_scholes(x[0], x[1], x[2], x[3], x[4]), out);
  }

 private:
  /// The cumulative normal distribution.
  template <class T>
  static constexpr T normal(const T& x) {
    using std::erfc;
    return 0.5 * erfc(x * (-1 / std::numbers::sqrt2));
  }
};

}  // namespace field
