#pragma once

#include <ctgrad/diff/jacobian.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "../hand/camera.hpp"

namespace workloads {

namespace cg = ctgrad;

/// A point seen by a camera, as in bundle adjustment: rotated by an axis-angle vector (Rodrigues),
/// moved, projected, distorted radially. Parameters: rotation 3, translation 3, focal lengths 2,
/// center 2, distortion 2, point 3. Two pixel coordinates. A text of its own, because clang makes
/// fewer instructions of this one than of field::camera.
struct camera {
  static constexpr const char* name = "bundle adjustment, 2 x 15";
  static constexpr auto function = [](const auto& parameters) {
    const auto& [wx, wy, wz, tx, ty, tz, fx, fy, cx, cy, k1, k2, px, py, pz] = parameters;
    const auto square = wx * wx + wy * wy + wz * wz;
    const auto angle = cg::sqrt(square);
    const auto c = cg::cos(angle);
    const auto a = cg::sin(angle) / angle;
    const auto b = (1 - c) / square;
    const auto along = b * (wx * px + wy * py + wz * pz);
    const auto depth = c * pz + a * (wx * py - wy * px) + along * wz + tz;
    const auto x = (c * px + a * (wy * pz - wz * py) + along * wx + tx) / depth;
    const auto y = (c * py + a * (wz * px - wx * pz) + along * wy + ty) / depth;
    const auto r2 = x * x + y * y;
    const auto distortion = 1 + r2 * (k1 + k2 * r2);
    return std::array{fx * (distortion * x) + cx, fy * (distortion * y) + cy};
  };
  static constexpr auto by_ctgrad = cg::value_and_jacobian(function);
  static constexpr auto by_hand = hand::camera;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{std::array{0.3 - 0.1 * t, 0.2 + 0.05 * t, -0.4 + 0.07 * t, 0.1,
                                 -0.2 + 0.1 * t, 4.0 + 0.5 * t, 500.0, 520.0 + t, 320.0, 240.0,
                                 -0.2 + 0.02 * t, 0.05, 1.0 - 0.2 * t, 0.5 + 0.1 * t,
                                 2.0 - 0.1 * t}};
  }
};

}  // namespace workloads
