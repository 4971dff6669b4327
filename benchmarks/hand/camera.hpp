#pragma once

#include <array>
#include <cmath>

#include "result.hpp"

namespace hand {

struct vector_3 {
  double x, y, z;
};

CTGRAD_INLINED double dot(const vector_3& a, const vector_3& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
CTGRAD_INLINED vector_3 cross(const vector_3& a, const vector_3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// How y = c x + a w×x + b (w.x) w, which is x turned about w by |w| (Rodrigues), moves with x and
/// with w: row by row, y' = by_x x' + by_w w'.
struct rotation {
  vector_3 y;
  vector_3 by_x[3], by_w[3];
};

CTGRAD_INLINED rotation rotate(const vector_3& w, const vector_3& x) {
  const double square = dot(w, w);
  const double angle = std::sqrt(square);
  const double c = std::cos(angle);
  const double a = std::sin(angle) / angle;
  const double b = (1 - c) / square;
  const vector_3 wx = cross(w, x);
  const double wx_b = b * dot(w, x);
  const vector_3 y{c * x.x + a * wx.x + wx_b * w.x, c * x.y + a * wx.y + wx_b * w.y,
                   c * x.z + a * wx.z + wx_b * w.z};

  // dc = -a w.dw, da = (c - a)/|w|² w.dw, db = (a - 2b)/|w|² w.dw: together s w.dw
  const double by_a = (c - a) / square, by_b = (a - 2 * b) / square * dot(w, x);
  const vector_3 s{by_a * wx.x + by_b * w.x - a * x.x, by_a * wx.y + by_b * w.y - a * x.y,
                   by_a * wx.z + by_b * w.z - a * x.z};
  const vector_3 aw{a * w.x, a * w.y, a * w.z}, ax{a * x.x, a * x.y, a * x.z};
  const vector_3 bw{b * w.x, b * w.y, b * w.z};
  const double xy = bw.x * w.y, xz = bw.x * w.z, yz = bw.y * w.z;
  return {y,
          {{c + bw.x * w.x, xy - aw.z, xz + aw.y},
           {xy + aw.z, c + bw.y * w.y, yz - aw.x},
           {xz - aw.y, yz + aw.x, c + bw.z * w.z}},
          {{s.x * w.x + bw.x * x.x + wx_b, s.x * w.y + bw.x * x.y + ax.z,
            s.x * w.z + bw.x * x.z - ax.y},
           {s.y * w.x + bw.y * x.x - ax.z, s.y * w.y + bw.y * x.y + wx_b,
            s.y * w.z + bw.y * x.z + ax.x},
           {s.z * w.x + bw.z * x.x + ax.y, s.z * w.y + bw.z * x.y - ax.x,
            s.z * w.z + bw.z * x.z + wx_b}}};
}

/// p' m
CTGRAD_INLINED vector_3 times(const vector_3& p, const vector_3 (&m)[3]) {
  return {p.x * m[0].x + p.y * m[1].x + p.z * m[2].x, p.x * m[0].y + p.y * m[1].y + p.z * m[2].y,
          p.x * m[0].z + p.y * m[1].z + p.z * m[2].z};
}

CTGRAD_INLINED with_jacobian<2, 15> camera(const std::array<double, 15>& parameters) {
  const auto [wx, wy, wz, tx, ty, tz, fx, fy, cx, cy, k1, k2, px, py, pz] = parameters;
  const rotation r = rotate({wx, wy, wz}, {px, py, pz});
  const double depth = r.y.z + tz;
  const double x = (r.y.x + tx) / depth, y = (r.y.y + ty) / depth;
  const double r2 = x * x + y * y;
  const double k2_r2 = k2 * r2;
  const double distortion = 1 + r2 * (k1 + k2_r2);
  const double slope = 2 * (k1 + 2 * k2_r2);  // of distortion by r2, twice
  const double dx = distortion * x, dy = distortion * y;

  const double slope_x = slope * x;
  const double xx = distortion + slope_x * x, xy = slope_x * y, yy = distortion + slope * y * y;
  const double fx_z = fx / depth, fy_z = fy / depth;
  const double ux = fx_z * xx, uy = fx_z * xy, vx = fy_z * xy, vy = fy_z * yy;
  const vector_3 u{ux, uy, -(ux * x + uy * y)}, v{vx, vy, -(vx * x + vy * y)};
  const vector_3 u_w = times(u, r.by_w), u_p = times(u, r.by_x);
  const vector_3 v_w = times(v, r.by_w), v_p = times(v, r.by_x);
  const double fx_r2 = fx * x * r2, fy_r2 = fy * y * r2;
  return {
      {fx * dx + cx, fy * dy + cy},
      {{{u_w.x, u_w.y, u_w.z, u.x, u.y, u.z, dx, 0, 1, 0, fx_r2, fx_r2 * r2, u_p.x, u_p.y, u_p.z},
        {v_w.x, v_w.y, v_w.z, v.x, v.y, v.z, 0, dy, 0, 1, fy_r2, fy_r2 * r2, v_p.x, v_p.y,
         v_p.z}}}};
}

}  // namespace hand
