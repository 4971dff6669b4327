// The slope of a function of one number from its values alone, with an estimate of its own error.
//
// Values at x ± h, x ± 2h and x ± 3h give the slope with an error of order h⁶. The step starts at
// ε^(1/7) max(1, |x|), where the error of the formula and that of rounding are about equal for a
// function that varies on the scale of its argument, and is made smaller as long as that helps:
// poles, ends of the domain and fast oscillations near x only cost more steps. The estimate of the
// error is what three close steps disagree by, and the noise of the values; that is seen in their
// sixth difference, to which a smooth function contributes next to nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ctgrad::detail {

/// How a slope was found, or why it was not.
enum class slope_kind {
  smooth,      // found
  kink,        // the slopes on the left and on the right differ
  not_finite,  // the function is not finite at x or right next to it
  unsettled    // no step gives a slope: a jump, an infinite slope, noise
};

struct slope {
  slope_kind kind = slope_kind::unsettled;
  double value = std::numeric_limits<double>::quiet_NaN();
  double spread = std::numeric_limits<double>::infinity();  // of what different steps say
  double noise = 0;                                         // what is due to the values' own errors
  double left = value, right = value;                       // of a kink
  double bad_at = value;                                    // where the function is not finite

  [[nodiscard]] double error() const { return spread + noise; }
};

/// Slopes at x by values at distances h, 2h and 3h.
struct stencil {
  double h;
  double central, left, right;
  double largest, rounding, noise;  // of the values

  [[nodiscard]] double gap() const { return right - left; }
};

template <class F>
stencil stencil_at(const F& f, double x, double at_x, double step) {
  using limits = std::numeric_limits<double>;
  stencil s{};
  s.h = (x + step) - x;  // so that the points are where the formula has them
  s.largest = std::abs(at_x);
  double misplaced = 0;
  const auto at = [&](int k_) {
    const double point_ = x + k_ * s.h, y_ = f(point_);
    s.largest = std::max(s.largest, std::abs(y_));
    misplaced = std::max(misplaced, std::abs((point_ - x) - k_ * s.h));
    return y_;
  };
  const double l3 = at(-3), l2 = at(-2), l1 = at(-1), r1 = at(1), r2 = at(2), r3 = at(3);
  s.central = (45 * (r1 - l1) - 9 * (r2 - l2) + (r3 - l3)) / (60 * s.h);
  s.left = (11 * at_x - 18 * l1 + 9 * l2 - 2 * l3) / (6 * s.h);
  s.right = (-11 * at_x + 18 * r1 - 9 * r2 + 2 * r3) / (6 * s.h);
  s.rounding = 16 * std::max(limits::epsilon() * s.largest, limits::denorm_min());
  const double sixth = (l3 + r3) - 6 * (l2 + r2) + 15 * (l1 + r1) - 20 * at_x;
  s.noise = std::abs(sixth) / 4 + 2 * std::abs(s.central) * misplaced + s.rounding;
  return s;
}

/// What three stencils of unrelated steps say together: multiples of a period of the function are
/// not multiples of it in all of them. Sums, not maxima of differences: a NaN stays one.
inline slope slope_by(const std::array<stencil, 3>& s, double size) {
  slope result;
  result.value = s[1].central;
  result.spread = std::abs(s[0].central - s[1].central) + std::abs(s[1].central - s[2].central);
  result.noise = std::max({s[0].noise, s[1].noise, s[2].noise}) / s[1].h;
  const double scale = std::max(std::abs(result.value), s[1].largest / size);
  const bool only_rounding = result.error() * s[1].h <= 4 * s[1].rounding;
  if (result.error() <= 1e-4 * scale || only_rounding) result.kind = slope_kind::smooth;
  return result;
}

/// A kink: smaller steps do not bring the slopes of both sides together, but leave them as they
/// are, down to the smallest, where only rounding is granted.
template <class F>
bool is_kink(const F& f, double x, double at_x, const std::array<stencil, 3>& s, double last) {
  const auto persists = [&](const stencil& other_, double granted_ = 0) {
    return std::abs(other_.gap() - s[0].gap()) < 0.2 * std::abs(s[0].gap()) + granted_;
  };
  if (!persists(s[1]) || !persists(s[2]) || !persists(stencil_at(f, x, at_x, s[0].h / 8)) ||
      !persists(stencil_at(f, x, at_x, s[0].h / 64))) {
    return false;
  }
  const stencil smallest = stencil_at(f, x, at_x, last);
  return persists(smallest, smallest.rounding / smallest.h);
}

inline slope kink_by(const std::array<stencil, 3>& s) {
  slope result;
  result.kind = slope_kind::kink;
  result.left = s[2].left;
  result.right = s[2].right;
  result.spread = std::abs(s[2].left - s[0].left) + std::abs(s[2].right - s[0].right);
  result.noise = 0;
  return result;
}

/// The function has no finite values close to x: where that is.
template <class F>
slope not_finite_at(const F& f, double x, double step) {
  slope result;
  result.kind = slope_kind::not_finite;
  result.bad_at = std::isfinite(f(x - step)) ? x + step : x - step;
  return result;
}

/// The slope of f at x. The smallest error wins; once there is a slope, a step that makes it worse
/// is the last.
template <class F>
slope slope_of(const F& f, double x) {
  const double at_x = f(x);
  if (!std::isfinite(at_x)) return not_finite_at(f, x, 0);
  const double size = std::max(1.0, std::abs(x)), scale = x == 0 ? 1 : std::min(1.0, std::abs(x));
  const double first = std::pow(std::numeric_limits<double>::epsilon(), 1.0 / 7) * size;
  const double last = std::max(1e-7 * scale, 1e-14 * std::abs(x));
  slope best;
  for (double h = first; h > last; h /= 4) {
    const std::array s{stencil_at(f, x, at_x, h), stencil_at(f, x, at_x, 0.83 * h),
                       stencil_at(f, x, at_x, 0.61 * h)};
    if (is_kink(f, x, at_x, s, last)) return kink_by(s);
    const slope now = slope_by(s, size);
    const bool better =
        now.kind == best.kind ? now.error() < best.error() : now.kind == slope_kind::smooth;
    if (!better && best.kind == slope_kind::smooth) break;
    if (better) best = now;
  }
  return std::isfinite(best.value) ? best : not_finite_at(f, x, last);
}

}  // namespace ctgrad::detail
