#pragma once

#include "../../hand/exponential.hpp"
#include "../workload.hpp"

namespace field {

/// (x + y + z) exp(x y z)
struct exponential {
  static constexpr const char *key = "exponential", *title = "(x+y+z)*exp(x*y*z)";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 3, outputs = 1, operations = 6, longest_sum = 3;

  static numbers point() { return {0.5, 1.25, 0.75}; }

  template <class X>
  constexpr element<X> operator()(const X& x) const {
    using std::exp;
    return (x[0] + x[1] + x[2]) * exp(x[0] * x[1] * x[2]);
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    write(hand::exponential(x[0], x[1], x[2]), out);
  }
};

}  // namespace field
