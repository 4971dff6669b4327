#pragma once

#include "../../hand/relu.hpp"
#include "../workload.hpp"

namespace field {

/// relu(a + b c): what an evaluation costs before it has done anything.
struct relu_of_product {
  static constexpr const char *key = "relu", *title = "relu(a+b*c)";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 3, outputs = 1, operations = 3, longest_sum = 1;

  static numbers point() { return {2.0, 3.0, 10.0}; }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    const element<X> sum = x[0] + x[1] * x[2];
    return relu(sum);
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    write(hand::relu(x[0], x[1], x[2]), out);
  }
};

}  // namespace field
