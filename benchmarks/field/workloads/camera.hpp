#pragma once

#include "../../hand/camera.hpp"
#include "../workload.hpp"

namespace field {

/// A point seen by a camera, as in bundle adjustment: rotated by an axis-angle vector (Rodrigues),
/// moved, projected, distorted radially. Parameters: rotation 3, translation 3, focal lengths 2,
/// center 2, distortion 2, point 3. Two pixel coordinates.
struct camera {
  static constexpr const char *key = "camera", *title = "bundle adjustment, 2x15 Jacobian";
  static constexpr kind what = kind::jacobian;
  static constexpr std::size_t inputs = 15, outputs = 2, operations = 60, longest_sum = 5;

  static numbers point() {
    return {0.3, 0.2, -0.4, 0.1, -0.2, 4.0, 500.0, 520.0, 320.0, 240.0, -0.2, 0.05, 1.0, 0.5, 2.0};
  }

  template <class X>
  constexpr std::array<element<X>, 2> operator()(const X& p) const {
    using T = element<X>;
    using std::cos, std::sin, std::sqrt;
    const T &wx = p[0], &wy = p[1], &wz = p[2], &px = p[12], &py = p[13], &pz = p[14];
    const T square = wx * wx + wy * wy + wz * wz;
    const T angle = sqrt(square);
    const T c = cos(angle);
    const T a = sin(angle) / angle;
    const T b = (1.0 - c) / square;
    const T along = b * (wx * px + wy * py + wz * pz);
    const T depth = c * pz + a * (wx * py - wy * px) + along * wz + p[5];
    const T x = (c * px + a * (wy * pz - wz * py) + along * wx + p[3]) / depth;
    const T y = (c * py + a * (wz * px - wx * pz) + along * wy + p[4]) / depth;
    const T r2 = x * x + y * y;
    const T distortion = 1.0 + r2 * (p[10] + p[11] * r2);
    return {p[6] * (distortion * x) + p[8], p[7] * (distortion * y) + p[9]};
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    write(hand::camera(array_of<15>(x)), out);
  }
};

}  // namespace field
