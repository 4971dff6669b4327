#pragma once

#include "../workload.hpp"

namespace field {

/// The sum of 100 (x_i+1 - x_i²)² + (1 - x_i)²: little arithmetic, many sums.
template <std::size_t N>
struct rosenbrock {
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = N, outputs = 1, operations = 9 * (N - 1), longest_sum = N;
  static inline const std::string key = "rosenbrock_" + std::to_string(N);
  static inline const std::string title = "Rosenbrock, n = " + std::to_string(N);

  static numbers point() {
    numbers x = noises(N, 0);
    for (double& number : x) number += 1;
    return x;
  }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    using T = element<X>;
    T sum(0.0);
    for (std::size_t i = 0; i + 1 < N; ++i) {
      const T a = x[i + 1] - x[i] * x[i];
      const T b = 1.0 - x[i];
      sum += 100.0 * a * a + b * b;
    }
    return sum;
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    const std::span gradient = out.subspan(1);
    double sum = 0, from_before = 0;
    for (std::size_t i = 0; i + 1 < N; ++i) {
      const double a = x[i + 1] - x[i] * x[i], b = 1 - x[i], slope = 200 * a;
      sum += 100 * a * a + b * b;
      gradient[i] = from_before - 2 * (slope * x[i] + b);
      from_before = slope;
    }
    gradient[N - 1] = from_before;
    out[0] = sum;
  }
};

/// The same with its Hessian, which has three diagonals.
struct rosenbrock_hessian : rosenbrock<10> {
  static constexpr std::size_t n = 10;
  static constexpr const char *key = "rosenbrock_hessian", *title = "Hessian of Rosenbrock, n = 10";
  static constexpr kind what = kind::hessian;

  static void by_hand(std::span<const double> x, std::span<double> out) {
    rosenbrock<n>::by_hand(x, out);
    const std::span hessian = out.subspan(1 + n);
    std::fill(hessian.begin(), hessian.end(), 0.0);
    double from_before = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
      const double mixed = -400 * x[i];
      hessian[i * n + i] = from_before + 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
      hessian[i * n + i + 1] = hessian[(i + 1) * n + i] = mixed;
      from_before = 200;
    }
    hessian[n * n - 1] = from_before;
  }
};

}  // namespace field
