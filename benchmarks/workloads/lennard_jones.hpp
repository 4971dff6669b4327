#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <array>
#include <cstddef>
#include <tuple>

#include "../hand/lennard_jones.hpp"

namespace workloads {

namespace cg = ctgrad;

/// The potential of two atoms; its gradient by their coordinates is the force, up to the sign.
struct lennard_jones {
  static constexpr const char* name = "Lennard-Jones force";
  static constexpr auto function = [](const auto& atoms, const auto& depth, const auto& size) {
    const auto dx = atoms[0] - atoms[3], dy = atoms[1] - atoms[4], dz = atoms[2] - atoms[5];
    const auto s2 = size * size / (dx * dx + dy * dy + dz * dz);
    const auto s6 = s2 * s2 * s2;
    return 4 * depth * (s6 * s6 - s6);
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient<cg::wrt<0>>(function);
  static constexpr auto by_hand = hand::lennard_jones;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{std::array{0.1 * t, 0.2, 0.3, 1.2, 0.5 - 0.1 * t, 0.1 + 0.05 * t}, 0.8, 1.1};
  }
};

}  // namespace workloads
