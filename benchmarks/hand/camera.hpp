#pragma once

#include <array>
#include <cmath>

#include "result.hpp"

namespace hand {

struct vector_3 {
  double x, y, z;
};

CTGRAD_BY_HAND double dot(const vector_3& a, const vector_3& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
CTGRAD_BY_HAND vector_3 cross(const vector_3& a, const vector_3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// Rotates x about w by |w| (Rodrigues): y = c x + a w×x + b (w.x) w, where c = cos|w|,
/// a = sin|w|/|w| and b = (1 - c)/|w|².
struct rotation {
  vector_3 w, x, wx;
  double a, b, c, along, a_slope, b_slope;

  rotation(const vector_3& w_, const vector_3& x_) : w(w_), x(x_), wx(cross(w_, x_)) {
    const double square = dot(w, w);
    const double angle = std::sqrt(square);
    c = std::cos(angle);
    a = std::sin(angle) / angle;
    b = (1 - c) / square;
    along = dot(w, x);
    a_slope = (c - a) / square;              // da = a_slope w.dw
    b_slope = (a - 2 * b) / square * along;  // (w.x) db = b_slope w.dw
  }
  vector_3 rotated() const {
    const double s = b * along;
    return {c * x.x + a * wx.x + s * w.x, c * x.y + a * wx.y + s * w.y,
            c * x.z + a * wx.z + s * w.z};
  }
};

/// From the partials p of a pixel coordinate by the rotated point to those by w and x.
CTGRAD_BY_HAND void sweep(const rotation& r, const vector_3& p, vector_3& by_w, vector_3& by_x) {
  const vector_3 xp = cross(r.x, p), pw = cross(p, r.w);
  const double p_w = dot(p, r.w);
  const double s = r.b * r.along, t = r.b * p_w;
  const double u = r.a_slope * dot(p, r.wx) + r.b_slope * p_w - r.a * dot(p, r.x);
  by_w = {u * r.w.x + r.a * xp.x + s * p.x + t * r.x.x,
          u * r.w.y + r.a * xp.y + s * p.y + t * r.x.y,
          u * r.w.z + r.a * xp.z + s * p.z + t * r.x.z};
  by_x = {r.c * p.x + r.a * pw.x + t * r.w.x, r.c * p.y + r.a * pw.y + t * r.w.y,
          r.c * p.z + r.a * pw.z + t * r.w.z};
}

CTGRAD_BY_HAND with_jacobian<2, 15> camera(const std::array<double, 15>& parameters) {
  const auto [wx, wy, wz, tx, ty, tz, fx, fy, cx, cy, k1, k2, px, py, pz] = parameters;
  const rotation r({wx, wy, wz}, {px, py, pz});
  const vector_3 turned = r.rotated();
  const double depth = turned.z + tz;
  const double x = (turned.x + tx) / depth, y = (turned.y + ty) / depth;
  const double r2 = x * x + y * y;
  const double k2_r2 = k2 * r2;
  const double distortion = 1 + r2 * (k1 + k2_r2);
  const double slope = 2 * (k1 + 2 * k2_r2);  // of distortion by r2, twice
  const double dx = distortion * x, dy = distortion * y;

  const double slope_x = slope * x;
  const double xx = distortion + slope_x * x, xy = slope_x * y, yy = distortion + slope * y * y;
  const double fx_z = fx / depth, fy_z = fy / depth;
  const vector_3 u{fx_z * xx, fx_z * xy, -fx_z * (xx * x + xy * y)};
  const vector_3 v{fy_z * xy, fy_z * yy, -fy_z * (xy * x + yy * y)};
  vector_3 u_w, u_p, v_w, v_p;
  sweep(r, u, u_w, u_p);
  sweep(r, v, v_w, v_p);
  const double fx_r2 = fx * x * r2, fy_r2 = fy * y * r2;
  return {
      {fx * dx + cx, fy * dy + cy},
      {{{u_w.x, u_w.y, u_w.z, u.x, u.y, u.z, dx, 0, 1, 0, fx_r2, fx_r2 * r2, u_p.x, u_p.y, u_p.z},
        {v_w.x, v_w.y, v_w.z, v.x, v.y, v.z, 0, dy, 0, 1, fy_r2, fy_r2 * r2, v_p.x, v_p.y,
         v_p.z}}}};
}

}  // namespace hand
