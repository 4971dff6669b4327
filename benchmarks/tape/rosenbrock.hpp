#pragma once

#include "workload.hpp"

namespace tape_workloads {

/// The sum of 100 (x_i+1 - x_i²)² + (1 - x_i)²: little arithmetic, many sums.
struct rosenbrock {
  std::size_t variables;

  [[nodiscard]] std::string name() const { return "Rosenbrock, " + std::to_string(variables); }
  [[nodiscard]] numbers point() const {
    numbers x = noises(variables, 0);
    for (double& number : x) number += 1;
    return x;
  }
  [[nodiscard]] std::size_t longest_sum() const { return variables; }

  template <class T>
  T operator()(std::span<const T> x) const {
    T sum = 0.0;
    for (std::size_t i = 0; i + 1 < variables; ++i) {
      T a = x[i + 1] - x[i] * x[i];
      T b = 1.0 - x[i];
      sum += 100.0 * a * a + b * b;
    }
    return sum;
  }

  [[nodiscard]] cg::Value fused(std::span<const cg::Value> x) const {
    constexpr auto step = cg::fused([](auto sum, auto x_in, auto next) {
      const auto a = next - x_in * x_in;
      const auto b = 1.0 - x_in;
      return sum + 100.0 * a * a + b * b;
    });
    cg::Value sum = 0.0;
    for (std::size_t i = 0; i + 1 < variables; ++i) sum = step(sum, x[i], x[i + 1]);
    return sum;
  }

  double by_hand(std::span<const double> x, std::span<double> gradient) const {
    double sum = 0;
    gradient[0] = 0;
    for (std::size_t i = 0; i + 1 < variables; ++i) {
      const double a = x[i + 1] - x[i] * x[i];
      const double b = 1 - x[i];
      sum += 100 * a * a + b * b;
      gradient[i] += -400 * a * x[i] - 2 * b;
      gradient[i + 1] = 200 * a;
    }
    return sum;
  }
};

}  // namespace tape_workloads
