#pragma once

#include "workload.hpp"

namespace tape_workloads {

/// relu(a + b c): what an evaluation costs before it has done anything.
struct tiny {
  static std::string name() { return "relu(a + b*c)"; }
  static numbers point() { return {2.0, 3.0, 10.0}; }
  static std::size_t longest_sum() { return 1; }

  template <class T>
  T operator()(std::span<const T> x) const {
    return relu(x[0] + x[1] * x[2]);
  }

  static cg::Value fused(std::span<const cg::Value> x) {
    return cg::fused([](auto a, auto b, auto c) { return relu(a + b * c); })(x[0], x[1], x[2]);
  }

  static double by_hand(std::span<const double> x, std::span<double> gradient) {
    const double sum = x[0] + x[1] * x[2];
    const double slope = sum > 0 ? 1 : 0;
    gradient[0] = slope;
    gradient[1] = slope * x[2];
    gradient[2] = slope * x[1];
    return slope * sum;
  }
};

}  // namespace tape_workloads
