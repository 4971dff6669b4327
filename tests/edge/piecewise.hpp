// What is stated about functions with kinks: where, relu, abs, sign, copysign, min, max, fmin,
// fmax, fdim, clamp.
#pragma once

#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

struct clamp : function<"clamp", 3> {
  static constexpr auto value(const auto& x, const auto& low, const auto& high) {
    return ctgrad::clamp(x, low, high);
  }
};

using piecewise = ctgrad::op_list<ops::where, ops::relu, ops::abs, ops::sign, ops::copysign,
                                  ops::max, ops::min, ops::fmax, ops::fmin, ops::fdim, clamp>;

namespace detail {

inline points away_from_ties() {
  return distinct_pairs(both_signs(ratios(1e-10, 1e10, 9)));
}

inline points away_from_0() {
  return each(both_signs(ratios(1e-30, 1e300, 150)));
}

}  // namespace detail

template <>
struct entry<ops::where> : stated<ops::where> {
  static constexpr about text{
      .value = "a if c holds, else b",
      .derivatives = {nullptr, "by a: 1 if c holds, else 0", "by b: 0 if c holds, else 1"},
      .domain = "all a, b",
      .note =
          "The branch not taken contributes exactly 0, whatever NaN or infinity its value or "
          "its derivative is. A NaN counts as true, as in C++."};
  static constexpr double bound[]{0, 0, 0};
  static points at() {
    return triples({0, 1, -2, 0.5}, both_signs(ratios(1e-10, 1e10, 5)),
                   both_signs(ratios(1e-5, 1e5, 5)));
  }
  static auto value(const auto& c, const auto& a, const auto& b) {
    return ops::where::value(c != 0, a, b);
  }
  static constexpr row edges[]{
      {{1, 2, 3}, 2, {0, 1, 0}},       {{0, 2, 3}, 3, {0, 0, 1}},
      {{-0.0, 2, 3}, 3, {0, 0, 1}},    {{-7, 2, 3}, 2, {0, 1, 0}},
      {{tiniest, 2, 3}, 2, {0, 1, 0}}, {{1, 2, nan_}, 2, {0, 1, 0}},
      {{0, nan_, 3}, 3, {0, 0, 1}},    {{0, inf, -0.0}, -0.0, {0, 0, 1}},
      {{1, nan_, 3}, nan_, {0, 1, 0}}, {{nan_, 2, 3}, 2, {0, 1, 0}},
  };
};

template <>
struct entry<ops::relu> : stated<ops::relu> {
  static constexpr about text{.value = "x for x > 0, else 0",
                              .derivatives = {"1 for x > 0, else 0"},
                              .domain = "all x",
                              .note = "At 0 the slope is 0; for NaN it is 0 too."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0};
  static points at() { return detail::away_from_0(); }
  static constexpr row edges[]{
      {{0}, 0, {0}},     {{-0.0}, -0.0, {0}}, {{tiniest}, tiniest, {1}}, {{-tiniest}, 0, {0}},
      {{1}, 1, {1}},     {{-1}, 0, {0}},      {{biggest}, biggest, {1}}, {{-biggest}, 0, {0}},
      {{inf}, inf, {1}}, {{-inf}, 0, {0}},    {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::abs> : stated<ops::abs> {
  static constexpr about text{.value = "|x|",
                              .derivatives = {"sign(x)"},
                              .domain = "all x",
                              .note =
                                  "Also called fabs. At 0 the slope is 0, the least of all "
                                  "between -1 and 1."};
  static constexpr double bound[]{0};
  static points at() { return detail::away_from_0(); }
  static constexpr row edges[]{
      {{0}, 0, {0}},
      {{-0.0}, 0, {0}},
      {{tiniest}, tiniest, {1}},
      {{-tiniest}, tiniest, {-1}},
      {{-3}, 3, {-1}},
      {{biggest}, biggest, {1}},
      {{-biggest}, biggest, {-1}},
      {{inf}, inf, {1}},
      {{-inf}, inf, {-1}},
      {{nan_}, nan_, {1}},
  };
};

template <>
struct entry<ops::sign> : stated<ops::sign> {
  static constexpr about text{.value = "-1, 0 or 1",
                              .derivatives = {"0"},
                              .domain = "all x",
                              .note = "0 at the jump too. A zero keeps its sign."};
  static constexpr double bound[]{0};
  static points at() { return detail::away_from_0(); }
  static constexpr row edges[]{
      {{0}, 0, {0}},   {{-0.0}, -0.0, {0}}, {{tiniest}, 1, {0}}, {{-tiniest}, -1, {0}},
      {{-3}, -1, {0}}, {{inf}, 1, {0}},     {{-inf}, -1, {0}},   {{nan_}, nan_, {0}},
  };
};

template <>
struct entry<ops::copysign> : stated<ops::copysign> {
  static constexpr about text{
      .value = "|x| with the sign of s",
      .derivatives = {"by x: sign(x) sign(s)", "by s: 0"},
      .domain = "all x, s",
      .note = "At x = 0 the slope is 0, as that of abs. The sign of a zero s counts."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{3, 2}, 3, {1, 0}},      {{3, -2}, -3, {-1, 0}},  {{-3, 2}, 3, {-1, 0}},
      {{-3, -2}, -3, {1, 0}},   {{0, -1}, -0.0, {0, 0}}, {{-0.0, 1}, 0, {0, 0}},
      {{3, -0.0}, -3, {-1, 0}}, {{3, 0}, 3, {1, 0}},     {{inf, -1}, -inf, {-1, 0}},
      {{2, -inf}, -2, {-1, 0}},
  };
};

template <>
struct entry<ops::max> : stated<ops::max> {
  static constexpr about text{
      .value = "the larger of a, b",
      .derivatives = {"by a: 1 for a > b, 1/2 for a = b, else 0",
                      "by b: 1 for b > a, 1/2 for a = b, else 0"},
      .domain = "all a, b",
      .note =
          "A tie gives one half to each, so the order of the operands does not matter. A NaN "
          "as in std::max (the first operand is returned); no slope is given to either."};
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{2, 1}, 2, {1, 0}},           {{1, 2}, 2, {0, 1}},
      {{3, 3}, 3, {0.5, 0.5}},       {{0, -0.0}, 0, {0.5, 0.5}},
      {{-0.0, 0}, -0.0, {0.5, 0.5}}, {{above_1, 1}, above_1, {1, 0}},
      {{0, -tiniest}, 0, {1, 0}},    {{-inf, -biggest}, -biggest, {0, 1}},
      {{inf, inf}, inf, {0.5, 0.5}}, {{-inf, -inf}, -inf, {0.5, 0.5}},
      {{nan_, 1}, nan_, {0, 0}},     {{1, nan_}, 1, {0, 0}},
  };
};

template <>
struct entry<ops::min> : stated<ops::min> {
  static constexpr about text{.value = "the smaller of a, b",
                              .derivatives = {"by a: 1 for a < b, 1/2 for a = b, else 0",
                                              "by b: 1 for b < a, 1/2 for a = b, else 0"},
                              .domain = "all a, b",
                              .note = "As max."};
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{2, 1}, 1, {0, 1}},
      {{1, 2}, 1, {1, 0}},
      {{3, 3}, 3, {0.5, 0.5}},
      {{0, -0.0}, 0, {0.5, 0.5}},
      {{below_1, 1}, below_1, {1, 0}},
      {{inf, biggest}, biggest, {0, 1}},
      {{inf, inf}, inf, {0.5, 0.5}},
      {{-inf, -inf}, -inf, {0.5, 0.5}},
      {{nan_, 1}, nan_, {0, 0}},
      {{1, nan_}, 1, {0, 0}},
  };
};

template <>
struct entry<ops::fmax> : stated<ops::fmax> {
  static constexpr about text{
      .value = "the larger of a, b that is a number",
      .derivatives = {"by a: as max, and 1 where b is NaN", "by b: as max, and 1 where a is NaN"},
      .domain = "all a, b",
      .note = "A NaN is missing data: the other operand is the value and gets the whole slope."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{2, 1}, 2, {1, 0}},           {{1, 2}, 2, {0, 1}},          {{3, 3}, 3, {0.5, 0.5}},
      {{inf, inf}, inf, {0.5, 0.5}}, {{nan_, 1}, 1, {0, 1}},       {{1, nan_}, 1, {1, 0}},
      {{nan_, -inf}, -inf, {0, 1}},  {{nan_, nan_}, nan_, {1, 1}},
  };
};

template <>
struct entry<ops::fmin> : stated<ops::fmin> {
  static constexpr about text{
      .value = "the smaller of a, b that is a number",
      .derivatives = {"by a: as min, and 1 where b is NaN", "by b: as min, and 1 where a is NaN"},
      .domain = "all a, b",
      .note = "As fmax."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{2, 1}, 1, {0, 1}},        {{1, 2}, 1, {1, 0}},
      {{3, 3}, 3, {0.5, 0.5}},    {{-inf, -inf}, -inf, {0.5, 0.5}},
      {{nan_, 1}, 1, {0, 1}},     {{1, nan_}, 1, {1, 0}},
      {{inf, nan_}, inf, {1, 0}}, {{nan_, nan_}, nan_, {1, 1}},
  };
};

template <>
struct entry<ops::fdim> : stated<ops::fdim> {
  static constexpr about text{
      .value = "a - b for a > b, else 0",
      .derivatives = {"by a: 1 for a > b, else 0", "by b: -1 for a > b, else 0"},
      .domain = "all a, b",
      .note = "At a tie both slopes are 0."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return detail::away_from_ties(); }
  static constexpr row edges[]{
      {{5, 3}, 2, {1, -1}},      {{3, 5}, 0, {0, 0}},          {{3, 3}, 0, {0, 0}},
      {{0, -0.0}, 0, {0, 0}},    {{above_1, 1}, eps, {1, -1}}, {{biggest, -biggest}, inf, {1, -1}},
      {{inf, inf}, 0, {0, 0}},   {{inf, 1}, inf, {1, -1}},     {{1, inf}, 0, {0, 0}},
      {{nan_, 1}, nan_, {0, 0}}, {{1, nan_}, nan_, {0, 0}},
  };
};

template <>
struct entry<clamp> : stated<clamp> {
  static constexpr about text{.value = "min(max(x, low), high)",
                              .derivatives = {"by x: 1 between the bounds, 1/2 at one, else 0",
                                              "by low: 1 for x < low, 1/2 for x = low, else 0",
                                              "by high: 1 for x > high, 1/2 for x = high, else 0"},
                              .domain = "low ≤ high",
                              .note = "At a bound one half goes to x and one half to the bound."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0, 0};
  static points at() {
    return triples(both_signs(ratios(1e-10, 1e10, 10)), {-1e3, -2, -0.1, 1e-3, 0.2},
                   {0.25, 3, 1e4});
  }
  static auto value(const auto& x, const auto& low, const auto& high) {
    return x < low ? low : x > high ? high : x;
  }
  static constexpr row edges[]{
      {{0.5, 0, 1}, 0.5, {1, 0, 0}},  {{-1, 0, 1}, 0, {0, 1, 0}},
      {{2, 0, 1}, 1, {0, 0, 1}},      {{0, 0, 1}, 0, {0.5, 0.5, 0}},
      {{1, 0, 1}, 1, {0.5, 0, 0.5}},  {{-tiniest, 0, 1}, 0, {0, 1, 0}},
      {{inf, -1, 1}, 1, {0, 0, 1}},   {{-inf, -1, 1}, -1, {0, 1, 0}},
      {{7, -inf, inf}, 7, {1, 0, 0}}, {{nan_, 0, 1}, nan_, {0, 0, 0}},
  };
};

}  // namespace edge
