#pragma once

#include "../workload.hpp"

namespace field {

/// A hundred points on two interleaved half circles, labelled -1 and 1.
struct two_moons {
  static constexpr std::size_t count = 100;
  std::array<std::array<double, 2>, count> points{};
  std::array<double, count> labels{};

  two_moons() {
    for (std::size_t i = 0; i < count; ++i) {
      const bool lower = i % 2 == 1;
      const double angle = 3.141592653589793 * static_cast<double>(i / 2) / (count / 2.0 - 1);
      const double x = std::cos(angle), y = std::sin(angle);
      points[i][0] = (lower ? 1 - x : x) + 0.1 * noise(7 * i);
      points[i][1] = (lower ? 0.5 - y : y) + 0.1 * noise(7 * i + 3);
      labels[i] = lower ? 1 : -1;
    }
  }
};

}  // namespace field
