#pragma once

#include "../workload.hpp"

namespace field {

/// Half the square of how far a damped oscillation with a trend, a exp(-b t) sin(c t + d) + e + f
/// t, is from what was observed at a time t: its Hessian by the six parameters.
struct residual {
  static constexpr std::size_t n = 6;
  static constexpr double t = 0.7, observed = 1.5;
  static constexpr const char *key = "residual", *title = "Hessian of a residual, 6 parameters";
  static constexpr kind what = kind::hessian;
  static constexpr std::size_t inputs = n, outputs = 1, operations = 14, longest_sum = 4;

  static numbers point() { return {2.0, 0.4, 3.0, 0.5, 0.3, -0.2}; }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    using std::exp, std::sin;
    const element<X> wave = x[0] * exp(-(x[1] * t)) * sin(x[2] * t + x[3]);
    const element<X> off = wave + x[4] + x[5] * t - observed;
    return 0.5 * off * off;
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    const double decay = std::exp(-x[1] * t), angle = x[2] * t + x[3];
    const double by_a = decay * std::sin(angle), turned = decay * std::cos(angle);
    const double wave = x[0] * by_a, by_d = x[0] * turned;
    const double off = wave + x[4] + x[5] * t - observed;
    const std::array<double, n> slopes{by_a, -t * wave, t * by_d, by_d, 1, t};
    out[0] = 0.5 * off * off;
    for (std::size_t i = 0; i < n; ++i) out[1 + i] = off * slopes[i];
    const std::span hessian = out.subspan(1 + n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) hessian[n * i + j] = slopes[i] * slopes[j];
    }
    const auto add = [&](std::size_t i, std::size_t j, double second) {
      hessian[n * i + j] += off * second;
      if (i != j) hessian[n * j + i] += off * second;
    };
    add(0, 1, -t * by_a);
    add(0, 2, t * turned);
    add(0, 3, turned);
    add(1, 1, t * t * wave);
    add(1, 2, -t * t * by_d);
    add(1, 3, -t * by_d);
    add(2, 2, -t * t * wave);
    add(2, 3, -t * wave);
    add(3, 3, -wave);
  }
};

}  // namespace field
