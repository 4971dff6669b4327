#pragma once

#include "../workload.hpp"

namespace field {

/// y = sin(y) x + y, again and again: every step needs the one before.
template <std::size_t Steps>
struct chain {
  static constexpr std::size_t steps = Steps;
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 2, outputs = 1, operations = 3 * Steps, longest_sum = Steps;
  static inline const std::string key = "chain_" + std::to_string(Steps);
  static inline const std::string title = "chain, " + std::to_string(Steps) + " steps";

  /// x is so small that the gradient is neither 0 nor infinite at the end.
  static numbers point() { return {1.0 / static_cast<double>(Steps), 0.7}; }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    using std::sin;
    element<X> y = x[1];
    for (std::size_t i = 0; i < Steps; ++i) y = sin(y) * x[0] + y;
    return y;
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    static numbers sines(Steps), cosines(Steps);
    double y = x[1];
    for (std::size_t i = 0; i < Steps; ++i) {
      sines[i] = std::sin(y);
      cosines[i] = std::cos(y);
      y = sines[i] * x[0] + y;
    }
    double by_x = 0, by_y = 1;
    for (std::size_t i = Steps; i-- > 0;) {
      by_x += by_y * sines[i];
      by_y += by_y * (cosines[i] * x[0]);
    }
    out[0] = y;
    out[1] = by_x;
    out[2] = by_y;
  }
};

}  // namespace field
