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
struct smooth_max : function<"smooth_max", 3> {
  static constexpr auto value(const auto& a, const auto& b, const auto& width) {
    return ctgrad::smooth_max(a, b, width);
  }
};

using smooth = ctgrad::op_list<smooth_abs, smooth_max>;

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
struct entry<smooth_max> : stated<smooth_max> {
  static constexpr about text{
      .value = "(a + b + sqrt((a-b)² + w²))/2",
      .derivatives = {"by a: (1 + (a-b)/r)/2", "by b: (1 - (a-b)/r)/2", "by w: w/(2r)"},
      .domain = "all a, b, w",
      .note = "r is the root. Within w/2 of max(a, b); at a tie one half each. ",
      .relative_to = "1 and |a-b|/r, by a and b"};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.1, 1.1, 2.1};
  static points at() {
    return only(
        triples(both_signs(ratios(1e-3, 1e3, 7)), both_signs(ratios(2e-3, 3e3, 7)), {1e-2, 1}),
        [](double a, double b, double) { return a != b; });
  }
  static auto value(const auto& a, const auto& b, const auto& w) {
    return (a + b + sqrt((a - b) * (a - b) + w * w)) / 2;
  }
  static double terms(std::size_t operand, const point&) { return operand == 2 ? 0 : 1; }
  static constexpr row edges[]{
      {{1, 1, 0.5}, 1.25, {0.5, 0.5, 0.5}},
      {{1, 1, 0}, 1, {0.5, 0.5, 0}},
      {{3, 0, 4}, 4, {0.8, 0.2, 0.4}},
      {{0, 3, 4}, 4, {0.2, 0.8, 0.4}},
      {{5, 2, 0}, 5, {1, 0, 0}},
      {{nan_, 2, 1}, nan_, {nan_, nan_, nan_}},
  };
};

}  // namespace edge
