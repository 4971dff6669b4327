#pragma once

#include <cmath>

#include "workload.hpp"

namespace tape_workloads {

/// y = sin(y) x + y, again and again: every step needs the one before.
struct chain {
  std::size_t steps;

  [[nodiscard]] std::string name() const { return "chain, " + std::to_string(steps) + " steps"; }
  /// x is so small that the gradient is neither 0 nor infinite at the end.
  [[nodiscard]] numbers point() const { return {1.0 / static_cast<double>(steps), 0.7}; }
  [[nodiscard]] std::size_t longest_sum() const { return steps; }

  template <class T>
  T operator()(std::span<const T> x) const {
    using std::sin;
    T y = x[1];
    for (std::size_t i = 0; i < steps; ++i) y = sin(y) * x[0] + y;
    return y;
  }

  [[nodiscard]] cg::Value fused(std::span<const cg::Value> x) const {
    constexpr auto step = cg::fused([](auto y, auto x_in) { return sin(y) * x_in + y; });
    cg::Value y = x[1];
    for (std::size_t i = 0; i < steps; ++i) y = step(y, x[0]);
    return y;
  }

  double by_hand(std::span<const double> x, std::span<double> gradient) const {
    static numbers sines, cosines;
    sines.resize(steps);
    cosines.resize(steps);
    double y = x[1];
    for (std::size_t i = 0; i < steps; ++i) {
      sines[i] = std::sin(y);
      cosines[i] = std::cos(y);
      y = sines[i] * x[0] + y;
    }
    double by_x = 0, by_y = 1;
    for (std::size_t i = steps; i-- > 0;) {
      by_x += by_y * sines[i];
      by_y += by_y * (cosines[i] * x[0]);
    }
    gradient[0] = by_x;
    gradient[1] = by_y;
    return y;
  }
};

}  // namespace tape_workloads
