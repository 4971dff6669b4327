#pragma once

#include "../../hand/slopes.hpp"
#include "../workload.hpp"

namespace field {

/// One neuron of ten inputs, by its weights, its bias (the 11th number) and its inputs.
struct neuron {
  static constexpr std::size_t width = 10;
  static constexpr const char *key = "neuron", *title = "tanh neuron, 10 inputs";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 2 * width + 1, outputs = 1, operations = 21,
                               longest_sum = 11;

  static numbers point() {
    numbers x(inputs);
    for (std::size_t k = 0; k < width; ++k) {
      x[k] = 0.3 - 0.05 * static_cast<double>(k);
      x[width + 1 + k] = 0.2 + 0.1 * static_cast<double>(3 * k % 7);
    }
    x[width] = 0.1;
    return x;
  }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    using std::tanh;
    element<X> sum = x[width];
    for (std::size_t i = 0; i < width; ++i) sum += x[i] * x[width + 1 + i];
    return tanh(sum);
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    double sum = x[width];
    for (std::size_t i = 0; i < width; ++i) sum += x[i] * x[width + 1 + i];
    const double y = std::tanh(sum), slope = hand::tanh_slope(sum, y);
    out[0] = y;
    for (std::size_t i = 0; i < width; ++i) {
      out[1 + i] = slope * x[width + 1 + i];
      out[2 + width + i] = slope * x[i];
    }
    out[1 + width] = slope;
  }
};

}  // namespace field
