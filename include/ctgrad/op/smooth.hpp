// abs and max without a kink: they differ from the functions they replace within about one width of
// it, and by at most one width.
#pragma once

#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/power.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// What an operand of smooth_max that is larger by d contributes, (1 + d/h)/2 with h = hypot(d, w);
/// for the smaller one as w²/(2h(h + |d|)), which does not cancel. At d = w = 0 it is one half.
struct smooth_share : op<"smooth_share", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const double h = std::hypot(u, v), size = u < 0 ? -u : u;\n"
      "  const double smaller = h == 0 ? 0.5f : (v / h) * (v / (h + size)) / 2;\n"
      "  return u < 0 ? smaller : 1 - smaller;\n"
      "}";
  template <class D>
  static constexpr auto value(const D& d, const auto& w) {
    using std::hypot;
    const auto h = hypot(d, w), size = ctgrad::where(d < 0, -d, d);
    const auto of_smaller = ctgrad::where(h == 0, D(0.5f), (w / h) * (w / (h + size)) / 2);
    return ctgrad::where(d < 0, of_smaller, 1 - of_smaller);
  }
  // d = w²/(2h³) dd - dw/(2h³) dw
  static constexpr auto partials(const auto& d, const auto& w, const auto&) {
    const auto h = apply<hypot>(d, w), w_over_h = w / h;
    return std::tuple{w_over_h * w_over_h / h / 2, -(d / h * w_over_h / h / 2)};
  }
  static constexpr auto meaning(const auto& d, const auto& w) {
    return (1 + d / apply<hypot>(d, w)) / 2;
  }
};

/// (a + b + h)/2 with h = hypot(a - b, w), computed as max(a, b) + w²/(2(h + |a - b|)).
/// d = share(a - b) da + share(b - a) db + w/(2h) dw: the shares add up to 1.
struct smooth_max : op<"smooth_max", 3> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v, double w) {\n"
      "  const double larger = u < v ? v : u, size = larger - (u < v ? u : v);\n"
      "  return larger + (w == 0 ? 0 : w / 2 * (w / (std::hypot(size, w) + size)));\n"
      "}";
  static constexpr auto value(const auto& a, const auto& b, const auto& w) {
    using std::hypot;
    const auto larger = ctgrad::where(a < b, b, a), size = larger - ctgrad::where(a < b, a, b);
    return larger + ctgrad::where(w == 0, 0, w / 2 * (w / (hypot(size, w) + size)));
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto& w, const auto&) {
    return std::tuple{apply<smooth_share>(a - b, w), apply<smooth_share>(b - a, w),
                      ctgrad::where(w != 0, w / apply<hypot>(a - b, w) / 2, 0)};
  }
};

}  // namespace ops

/// (x + y + h)/2 with h = hypot(x - y, z): max without a kink, above it by at most z/2, in units of
/// x. Slopes of x and y add up to 1.
CTGRAD_FUNCTION_3(smooth_max, ops::smooth_max)

/// sqrt(x² + width²), which is |x| to within width.
template <operand X, operand W, nothing... Yield>
constexpr auto smooth_abs(const X& x, const W& width, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::hypot>(x, width);
}

}  // namespace ctgrad
