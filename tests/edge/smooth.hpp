// What is stated about abs and max without a kink.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/op/smooth.hpp>

#include "entry.hpp"

namespace edge {

struct smooth_abs : function<"smooth_abs", 2> {
  static constexpr auto value(const auto& x, const auto& width) {
    return ctgrad::smooth_abs(x, width);
  }
};

using smooth = ctgrad::op_list<smooth_abs, ops::smooth_max, ops::smooth_share>;

template <>
struct entry<smooth_abs> : stated<smooth_abs> {
  static constexpr about text{.value = "sqrt(x² + w²)",
                              .derivatives = {"by x: x/y", "by w: w/y"},
                              .domain = "all x, w",
                              .note = "Within w of |x|. For w = 0 it is |x|, with slope 0 at 0."};
  static constexpr double bound[]{1.1, 1.4};
  static points at() { return pairs(both_signs(ratios(1e-20, 1e20, 30)), ratios(1e-6, 1, 6)); }
  static auto value(const auto& x, const auto& w) { return sqrt(x * x + w * w); }
  static constexpr row edges[]{
      {{0, 0.5}, 0.5, {0, 1}},
      {{-3, 4}, 5, {-0.6, 0.8}},
      {{0, 0}, 0, {0, 0}},
      {{-2, 0}, 2, {-1, 0}},
      {{1, 0.001}, 1.0000004999998751, {0.99999950000037496, 0.00099999950000037498}},
      {{1e+200, 1}, 1e+200, {1, 1e-200}},
      {{1e-08, 1e-08}, 1.414213562373095e-08, {0.70710678118654757, 0.70710678118654757}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<ops::smooth_max> : stated<ops::smooth_max> {
  static constexpr about text{
      .value = "(a + b + sqrt((a-b)² + w²))/2",
      .derivatives = {"by a: smooth_share(a-b, w)", "by b: smooth_share(b-a, w)", "by w: w/(2r)"},
      .domain = "all a, b, w",
      .note =
          "r is the root. Within w/2 of max(a, b); at a tie one half each; the "
          "shares add up to 1. Measured where a - b is exact."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{2.6, 2.5, 1.2};
  static points at() {
    return only(triples({-1000.5, -30.25, -1, -0.125, 0.0625, 3, 77, 1024},
                        {-2000, -17.5, -2, -0.25, 0.5, 1, 12.75, 3000}, {1e-3, 1e-2, 0.3, 1, 10}),
                [](double a, double b, double) { return a != b; });
  }
  static auto value(const auto& a, const auto& b, const auto& w) {
    return (a + b + sqrt((a - b) * (a - b) + w * w)) / 2;
  }
  static constexpr row edges[]{
      {{1, 1, 0.5}, 1.25, {0.5, 0.5, 0.5}},
      {{1, 1, 0}, 1, {0.5, 0.5, 0}},
      {{1, -1e17, 0.1}, 1, {1, 2.5e-37, 5e-19}},
      {{0, 1e8, 1}, 1e8, {2.5e-17, 1, 5e-9}},
      {{3, 0, 4}, 4, {0.8, 0.2, 0.4}},
      {{0, 3, 4}, 4, {0.2, 0.8, 0.4}},
      {{5, 2, 0}, 5, {1, 0, 0}},
      {{nan_, 2, 1}, nan_, {nan_, nan_, nan_}},
  };
};

template <>
struct entry<ops::smooth_share> : stated<ops::smooth_share> {
  static constexpr about text{
      .value = "(1 + d/h)/2 with h = hypot(d, w)",
      .derivatives = {"by d: w²/(2h³)", "by w: -d w/(2h³)"},
      .domain = "(d, w) ≠ (0, 0)",
      .note =
          "Internal: what an operand of smooth_max that is larger by d contributes; for the "
          "smaller one as w²/(2h(h + |d|)), which does not cancel. One half at d = w = 0."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.9, 2.2};
  static points at() { return pairs(both_signs(ratios(1e-30, 1e30, 25)), ratios(2e-20, 1e20, 9)); }
  static auto value(const auto& d, const auto& w) {
    const auto h = sqrt(d * d + w * w), of_smaller = w * w / (h + abs(d)) / h / 2;
    return d < 0 ? of_smaller : -of_smaller;
  }
  static constexpr row edges[]{
      {{0, 1}, 0.5, {0.5, 0}},
      {{1e8, 1}, 1, {5e-25, -5e-17}},
      {{-1e8, 1}, 2.5e-17, {5e-25, 5e-17}},
      {{3, 4}, 0.8, {0.064, -0.048}},
      {{-3, 4}, 0.2, {0.064, 0.048}},
      {{0, 0}, 0.5, {nan_, nan_}},
      {{2, 0}, 1, {0, 0}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

}  // namespace edge
