#pragma once

#include "../workload.hpp"

namespace field {

/// log(exp x_0 + exp x_1 + ...), moved by the largest number, which is a constant.
struct log_sum_exp {
  static constexpr std::size_t n = 10'000;
  static constexpr const char *key = "log_sum_exp", *title = "log-sum-exp, n = 10000";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = n, outputs = 1, operations = 3 * n, longest_sum = n;

  static numbers point() {
    numbers x = noises(n, 123);
    for (double& number : x) number *= 20;
    return x;
  }
  double largest = std::ranges::max(point());

  template <class X>
  element<X> operator()(const X& x) const {
    using std::exp, std::log;
    element<X> total(0.0);
    for (std::size_t i = 0; i < n; ++i) total += exp(x[i] - largest);
    return log(total) + largest;
  }

  void by_hand(std::span<const double> x, std::span<double> out) const {
    double total = 0;
    for (std::size_t i = 0; i < n; ++i) total += out[1 + i] = std::exp(x[i] - largest);
    const double scale = 1 / total;
    for (std::size_t i = 1; i <= n; ++i) out[i] *= scale;
    out[0] = std::log(total) + largest;
  }
};

}  // namespace field
