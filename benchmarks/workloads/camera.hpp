#pragma once

#include <ctgrad/diff/jacobian.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "../field/workloads/camera.hpp"

namespace workloads {

namespace cg = ctgrad;

/// A point seen by a camera, as in bundle adjustment: rotated by an axis-angle vector (Rodrigues),
/// moved, projected, distorted radially. Parameters: rotation 3, translation 3, focal lengths 2,
/// center 2, distortion 2, point 3. Two pixel coordinates.
struct camera {
  static constexpr const char* name = "bundle adjustment, 2 x 15";
  static constexpr auto function = field::camera{};
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
