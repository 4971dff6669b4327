#pragma once

#include <ctgrad/diff/jacobian.hpp>

#include <array>
#include <cstddef>
#include <tuple>

#include "../hand/quaternion.hpp"

namespace workloads {

namespace cg = ctgrad;

/// A vector (the last three numbers) rotated by a quaternion (the first four).
struct quaternion {
  static constexpr const char* name = "quaternion rotation, 3 x 7";
  static constexpr auto function = [](const auto& q) {
    const auto& [w, ux, uy, uz, vx, vy, vz] = q;
    const auto tx = 2 * (uy * vz - uz * vy);
    const auto ty = 2 * (uz * vx - ux * vz);
    const auto tz = 2 * (ux * vy - uy * vx);
    return std::array{vx + w * tx + (uy * tz - uz * ty), vy + w * ty + (uz * tx - ux * tz),
                      vz + w * tz + (ux * ty - uy * tx)};
  };
  static constexpr auto by_ctgrad = cg::value_and_jacobian(function);
  static constexpr auto by_hand = hand::quaternion;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{std::array{0.8 - 0.1 * t, 0.1 + 0.1 * t, -0.5 + 0.2 * t, 0.3, 1.0 + t, 2.0,
                                 -3.0 + 0.5 * t}};
  }
};

}  // namespace workloads
