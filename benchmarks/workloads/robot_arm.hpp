#pragma once

#include <ctgrad/diff/jacobian.hpp>

#include <array>
#include <cstddef>
#include <tuple>

#include "../hand/robot_arm.hpp"

namespace workloads {

namespace cg = ctgrad;

/// Where the hand of a plane arm of two links is, differentiated by the angles of the joints.
struct robot_arm {
  static constexpr const char* name = "robot arm, 2 x 2";
  static constexpr auto function = [](const auto& shoulder, const auto& elbow, const auto& upper,
                                      const auto& lower) {
    const auto both = shoulder + elbow;
    return std::array{upper * cg::cos(shoulder) + lower * cg::cos(both),
                      upper * cg::sin(shoulder) + lower * cg::sin(both)};
  };
  static constexpr auto by_ctgrad = cg::value_and_jacobian<cg::wrt<0, 1>>(function);
  static constexpr auto by_hand = hand::robot_arm;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{0.1 + 0.3 * t, 1.2 - 0.2 * t, 1.0, 0.8 + 0.05 * t};
  }
};

}  // namespace workloads
