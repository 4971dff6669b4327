#pragma once

#include <array>

#include "result.hpp"

namespace hand {

/// v + 2w u×v + 2 u×(u×v). With p_ij = 2 u_i v_j and t = 2 u×v, whose components are differences of
/// them, the derivative by u is 2 (u.v) I - 2 v u' - [2w v + t]×.
CTGRAD_INLINED with_jacobian<3, 7> quaternion(const std::array<double, 7>& q) {
  const auto [w, ux, uy, uz, vx, vy, vz] = q;
  const double ux2 = 2 * ux, uy2 = 2 * uy, uz2 = 2 * uz;
  const double pxx = ux2 * vx, pxy = ux2 * vy, pxz = ux2 * vz;
  const double pyx = uy2 * vx, pyy = uy2 * vy, pyz = uy2 * vz;
  const double pzx = uz2 * vx, pzy = uz2 * vy, pzz = uz2 * vz;
  const double tx = pyz - pzy, ty = pzx - pxz, tz = pxy - pyx;
  const double w2 = 2 * w;
  const double ax = w2 * vx + tx, ay = w2 * vy + ty, az = w2 * vz + tz;
  const double xx = ux2 * ux, yy = uy2 * uy, zz = uz2 * uz;
  const double xy = ux2 * uy, xz = ux2 * uz, yz = uy2 * uz;
  const double wx = w2 * ux, wy = w2 * uy, wz = w2 * uz;
  return {{vx + w * tx + (uy * tz - uz * ty), vy + w * ty + (uz * tx - ux * tz),
           vz + w * tz + (ux * ty - uy * tx)},
          {{{tx, pyy + pzz, az - pyx, -ay - pzx, 1 - yy - zz, xy - wz, xz + wy},
            {ty, -az - pxy, pxx + pzz, ax - pzy, xy + wz, 1 - xx - zz, yz - wx},
            {tz, ay - pxz, -ax - pyz, pxx + pyy, xz - wy, yz + wx, 1 - xx - yy}}}};
}

}  // namespace hand
