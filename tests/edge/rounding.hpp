// What is stated about whole parts and remainders.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/op/rounding.hpp>

#include "entry.hpp"

namespace edge {

using rounding = ctgrad::op_list<ops::floor, ops::ceil, ops::round, ops::trunc, ops::rint,
                                 ops::fmod, ops::remainder, ops::ldexp>;

namespace detail {

/// Numbers between the jumps, which are at multiples of 1/2.
inline numbers between_jumps() {
  return both_signs(
      join({ratios(1e-30, 0.49, 50), steps(0.6, 50.1, 60), ratios(0.3, 1234567.3, 50)}));
}

inline points quotients() {
  return pairs(both_signs(ratios(0.37, 1.3e6, 12)), both_signs(ratios(0.11, 2.9e3, 9)));
}

}  // namespace detail

template <class Op>
struct stated_step : stated<Op> {
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0};
  static points at() { return each(detail::between_jumps()); }
};

template <>
struct entry<ops::floor> : stated_step<ops::floor> {
  static constexpr about text{
      "the largest whole number ≤ x", {"0"}, "all x", "0 at the jumps too, and for NaN."};
  static constexpr row edges[]{
      {{0}, 0, {0}},       {{-0.0}, -0.0, {0}},   {{2}, 2, {0}},       {{2.5}, 2, {0}},
      {{-2.5}, -3, {0}},   {{-tiniest}, -1, {0}}, {{below_1}, 0, {0}}, {{1e300}, 1e300, {0}},
      {{-inf}, -inf, {0}}, {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::ceil> : stated_step<ops::ceil> {
  static constexpr about text{"the smallest whole number ≥ x", {"0"}, "all x", "As floor."};
  static constexpr row edges[]{
      {{0}, 0, {0}},     {{-0.0}, -0.0, {0}}, {{2}, 2, {0}},       {{2.5}, 3, {0}},
      {{-2.5}, -2, {0}}, {{tiniest}, 1, {0}}, {{-0.5}, -0.0, {0}}, {{above_1}, 2, {0}},
      {{inf}, inf, {0}}, {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::round> : stated_step<ops::round> {
  static constexpr about text{
      "the nearest whole number, halves away from 0", {"0"}, "all x", "As floor."};
  static constexpr row edges[]{
      {{0}, 0, {0}},       {{-0.0}, -0.0, {0}},
      {{0.5}, 1, {0}},     {{-0.5}, -1, {0}},
      {{2.5}, 3, {0}},     {{0.49999999999999994}, 0, {0}},
      {{-0.2}, -0.0, {0}}, {{4503599627370497}, 4503599627370497, {0}},
      {{inf}, inf, {0}},   {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::trunc> : stated_step<ops::trunc> {
  static constexpr about text{"x without its fraction", {"0"}, "all x", "As floor."};
  static constexpr row edges[]{
      {{0}, 0, {0}},       {{-0.0}, -0.0, {0}}, {{2.9}, 2, {0}},           {{-2.9}, -2, {0}},
      {{-0.9}, -0.0, {0}}, {{3}, 3, {0}},       {{biggest}, biggest, {0}}, {{-inf}, -inf, {0}},
      {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::rint> : stated_step<ops::rint> {
  static constexpr about text{
      "the nearest whole number, halves to even", {"0"}, "all x", "As floor."};
  static constexpr row edges[]{
      {{0}, 0, {0}},     {{-0.0}, -0.0, {0}}, {{0.5}, 0, {0}},   {{-0.5}, -0.0, {0}},
      {{1.5}, 2, {0}},   {{2.5}, 2, {0}},     {{-2.5}, -2, {0}}, {{2.6}, 3, {0}},
      {{inf}, inf, {0}}, {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::fmod> : stated<ops::fmod> {
  static constexpr about text{
      .value = "x - n y with n = trunc(x/y)",
      .derivatives = {"by x: 1", "by y: -trunc(x/y)"},
      .domain = "y ≠ 0, x finite",
      .note =
          "The quotient is truncated, not floored: negative ones count. It is found from the "
          "result, because x/y may be rounded across a whole number. At the jumps the slopes "
          "of the side the value is on."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::quotients(); }
  static constexpr row edges[]{
      {{7, 3}, 1, {1, -2}},
      {{-7, 3}, -1, {1, 2}},
      {{7, -3}, 1, {1, 2}},
      {{-7, -3}, -1, {1, -2}},
      {{6, 3}, 0, {1, -2}},
      {{-6, 3}, -0.0, {1, 2}},
      {{0, 3}, 0, {1, 0}},
      {{-0.0, 3}, -0.0, {1, 0}},
      {{2.5, 3}, 2.5, {1, 0}},
      {{-2.5, 3}, -2.5, {1, 0}},
      {{1, 0.1}, 0.09999999999999995, {1, -9}},
      {{tiniest, 1}, tiniest, {1, 0}},
      {{5, inf}, 5, {1, 0}},
      {{5, 0}, nan_, {1, nan_}},
      {{inf, 3}, nan_, {1, nan_}},
      {{nan_, 3}, nan_, {1, nan_}},
      {{3, nan_}, nan_, {1, nan_}},
  };
};

template <>
struct entry<ops::remainder> : stated<ops::remainder> {
  static constexpr about text{.value = "x - n y with n nearest to x/y, halves to even",
                              .derivatives = {"by x: 1", "by y: -n"},
                              .domain = "y ≠ 0, x finite",
                              .note = "As fmod with the nearest whole number."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::quotients(); }
  static constexpr row edges[]{
      {{7, 3}, 1, {1, -2}},        {{8, 3}, -1, {1, -3}},        {{-7, 3}, -1, {1, 2}},
      {{-8, 3}, 1, {1, 3}},        {{8, -3}, -1, {1, 3}},        {{3, 2}, -1, {1, -2}},
      {{5, 2}, 1, {1, -2}},        {{-5, 2}, -1, {1, 2}},        {{6, 3}, 0, {1, -2}},
      {{-6, 3}, -0.0, {1, 2}},     {{0, 3}, 0, {1, 0}},          {{1, 3}, 1, {1, 0}},
      {{2, 3}, -1, {1, -1}},       {{5, inf}, 5, {1, 0}},        {{5, 0}, nan_, {1, nan_}},
      {{inf, 3}, nan_, {1, nan_}}, {{nan_, 3}, nan_, {1, nan_}},
  };
};

template <>
struct entry<ops::ldexp> : stated<ops::ldexp> {
  static constexpr about text{.value = "x 2^n, n an integer",
                              .derivatives = {"2^n", nullptr},
                              .domain = "all x",
                              .note = "n is never active; negative ones divide."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(both_signs(ratios(1e-100, 1e100, 12)), steps(-600, 600, 13)); }
  static auto value(const auto& x, const auto& n) {
    using std::ldexp;
    return ldexp(x, static_cast<int>(static_cast<double>(n)));
  }
  static constexpr row edges[]{
      {{3, 2}, 12, {4, 0}},
      {{3, -2}, 0.75, {0.25, 0}},
      {{-5, -1}, -2.5, {0.5, 0}},
      {{3, 0}, 3, {1, 0}},
      {{0, 5}, 0, {32, 0}},
      {{-0.0, -5}, -0.0, {0.03125, 0}},
      {{1, -1074}, tiniest, {tiniest, 0}},
      {{1, 1024}, inf, {inf, 0}},
      {{smallest, -1}, smallest / 2, {0.5, 0}},
      {{inf, -3}, inf, {0.125, 0}},
      {{nan_, 3}, nan_, {8, 0}},
  };
};

}  // namespace edge
