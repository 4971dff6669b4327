#pragma once

#include <array>

#include "result.hpp"

namespace hand {

/// v + 2w u×v + 2 u×(u×v). With p_ij = 2 u_i v_j and t = 2 u×v, whose components are differences of
/// them, the derivative by u is 2 (u.v) I - 2 v u' - [2w v + t]×.
CTGRAD_INLINED with_jacobian<3, 7> quaternion(const std::array<double, 7>& q) {
  const auto [w, ux, uy, uz, vx, vy, vz] = q;
  with_jacobian<3, 7> out;
  auto& [row_x, row_y, row_z] = out.jacobian;
  const double ux2 = 2 * ux, uy2 = 2 * uy, uz2 = 2 * uz, w2 = 2 * w;
  const double xx = ux2 * ux, yy = uy2 * uy, zz = uz2 * uz;
  const double xy = ux2 * uy, xz = ux2 * uz, yz = uy2 * uz;
  const double wx = w2 * ux, wy = w2 * uy, wz = w2 * uz;
  row_x[4] = 1 - yy - zz, row_x[5] = xy - wz, row_x[6] = xz + wy;
  row_y[4] = xy + wz, row_y[5] = 1 - xx - zz, row_y[6] = yz - wx;
  row_z[4] = xz - wy, row_z[5] = yz + wx, row_z[6] = 1 - xx - yy;

  const double pxx = ux2 * vx, pyy = uy2 * vy, pzz = uz2 * vz;
  row_x[1] = pyy + pzz, row_y[2] = pxx + pzz, row_z[3] = pxx + pyy;
  const double pyz = uy2 * vz, pzy = uz2 * vy, tx = pyz - pzy, ax = w2 * vx + tx;
  row_x[0] = tx, row_y[3] = ax - pzy, row_z[2] = -ax - pyz;
  const double pzx = uz2 * vx, pxz = ux2 * vz, ty = pzx - pxz, ay = w2 * vy + ty;
  row_y[0] = ty, row_x[3] = -ay - pzx, row_z[1] = ay - pxz;
  const double pxy = ux2 * vy, pyx = uy2 * vx, tz = pxy - pyx, az = w2 * vz + tz;
  row_z[0] = tz, row_x[2] = az - pyx, row_y[1] = -az - pxy;
  out.value = {vx + w * tx + (uy * tz - uz * ty), vy + w * ty + (uz * tx - ux * tz),
               vz + w * tz + (ux * ty - uy * tx)};
  return out;
}

}  // namespace hand
