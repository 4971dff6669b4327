// What is stated about roots and hypot.
#pragma once

#include <ctgrad/op/power.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

template <>
struct entry<ops::sqrt> : stated<ops::sqrt> {
  static constexpr about text{.value = "sqrt(x)",
                              .derivatives = {"1/(2y)"},
                              .domain = "x ≥ 0",
                              .note = "At 0 the slope is +inf."};
  static constexpr double bound[]{1.2};
  static points at() { return each(join({ratios(1e-307, 1e307, 300), {tiniest, 1e-310}})); }
  static constexpr row edges[]{
      {{0}, 0, {inf}},
      {{-0.0}, -0.0, {-inf}},
      {{4}, 2, {0.25}},
      {{2}, 1.4142135623730951, {0.35355339059327379}},
      {{tiniest}, 2.2227587494850775e-162, {2.2494568972715982e+161}},
      {{smallest}, 1.4916681462400413e-154, {3.3519519824856493e+153}},
      {{below_1}, below_1, {0.5}},
      {{above_1}, 1, {0.49999999999999994}},
      {{biggest}, 1.3407807929942596e+154, {3.7291703656001034e-155}},
      {{-1}, nan_, {nan_}},
      {{-tiniest}, nan_, {nan_}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::cbrt> : stated<ops::cbrt> {
  static constexpr about text{.value = "cbrt(x)",
                              .derivatives = {"1/(3y²)"},
                              .domain = "all x",
                              .note =
                                  "Negative numbers have a root too. At 0 the slope is +inf. "
                                  "Computed as y/(3x), which does not double the error of y."};
  static constexpr double bound[]{3.6};
  static points at() {
    return each(
        join({ratios(1e-307, 1e307, 300), negative(ratios(1e-300, 1e300, 40)), {tiniest, 1e-310}}));
  }
  static constexpr row edges[]{
      {{0}, 0, {inf}},
      {{-0.0}, -0.0, {inf}},
      {{8}, 2, {1. / 12}},
      {{-8}, -2, {1. / 12}},
      {{1}, 1, {1. / 3}},
      {{tiniest}, 1.7031839360032603e-108, {1.1490942214795806e+215}},
      {{smallest}, 2.812644285236262e-103, {4.2135594353157945e+204}},
      {{above_1}, 1, {0.33333333333333326}},
      {{biggest}, 5.6438030941223623e+102, {1.046489893941144e-206}},
      {{-biggest}, -5.6438030941223623e+102, {1.046489893941144e-206}},
      {{inf}, inf, {0}},
      {{-inf}, -inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::cbrt_slope> : stated<ops::cbrt_slope> {
  static constexpr about text{.value = "1/(3y²) with y = cbrt(x)",
                              .derivatives = {"-2/(9 x y²)", nullptr},
                              .domain = "x ≠ 0",
                              .note = "Internal: the slope of cbrt."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{3.5, 0};
  static points at() {
    points result;
    for (const double x : both_signs(ratios(1e-170, 1e170, 150)))
      result.push_back({x, std::cbrt(x), 0});
    return result;
  }
  static auto value(const auto& x, const auto&) {
    const auto y = cbrt(x);
    return 1 / (3 * y * y);
  }
  static constexpr row edges[]{
      {{8, 2}, 1. / 12, {-1. / 144, 0}},
      {{-8, -2}, 1. / 12, {1. / 144, 0}},
      {{0, 0}, inf, {-inf, 0}},
      {{2, 1.2599210498948732}, 0.20998684164914552, {-0.069995613883048508, 0}},
      {{-1e-100, -4.6415888336127791e-34}, 1.5471962778709263e+66, {1.0314641852472842e+166, 0}},
      {{1e+100, 2.1544346900318838e+33}, 7.1814489667729456e-68, {-4.787632644515297e-168, 0}},
      {{inf, inf}, 0, {0, 0}},
      {{nan_, nan_}, nan_, {nan_, 0}},
  };
};

template <>
struct entry<ops::rsqrt> : stated<ops::rsqrt> {
  static constexpr about text{.value = "1/sqrt(x)",
                              .derivatives = {"-y/(2x)"},
                              .domain = "x > 0",
                              .note = "At 0 the slope is -inf."};
  static constexpr double bound[]{1.4};
  static points at() { return each(join({ratios(1e-307, 1e307, 300), {tiniest, 1e-310}})); }
  static constexpr row edges[]{
      {{0}, inf, {-inf}},
      {{4}, 0.5, {-0.0625}},
      {{2}, 0.70710678118654757, {-0.17677669529663689}},
      {{smallest}, 6.7039039649712985e+153, {-inf}},
      {{1e-200}, 1e+100, {-5e+299}},
      {{above_1}, below_1, {-0.49999999999999983}},
      {{biggest}, 7.4583407312002067e-155, {-0.0}},
      {{tiniest}, 4.4989137945431964e161, {-inf}},
      {{-1}, nan_, {nan_}},
      {{inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::hypot> : stated<ops::hypot> {
  static constexpr about text{
      .value = "sqrt(x² + y²)",
      .derivatives = {"by x: x/h", "by y: y/h"},
      .domain = "all x, y",
      .note =
          "No square overflows. At the origin both slopes are 0, the least of all slopes of "
          "the cone's tip. An infinite operand has the slope inf/inf, NaN."};
  static constexpr double bound[]{0.5, 0.5};
  static points at() {
    points result;
    for (const point& p : pairs(wide(9), both_signs(ratios(1e-60, 3e60, 9)))) {
      result.push_back({p[0], p[0] * p[1], 0});
    }
    return result;
  }
  static constexpr row edges[]{
      {{0, 0}, 0, {0, 0}},
      {{-0.0, 0}, 0, {0, 0}},
      {{3, 4}, 5, {0.6, 0.8}},
      {{-3, 4}, 5, {-0.6, 0.8}},
      {{0, 2}, 2, {0, 1}},
      {{0, -2}, 2, {0, -1}},
      {{tiniest, 0}, tiniest, {1, 0}},
      {{1, 1}, 1.4142135623730951, {0.70710678118654757, 0.70710678118654757}},
      {{1e-200, 1e-200}, 1.414213562373095e-200, {0.70710678118654757, 0.70710678118654757}},
      {{1e+200, 1e+200}, 1.414213562373095e+200, {0.70710678118654757, 0.70710678118654757}},
      {{1, 1e-20}, 1, {1, 1e-20}},
      {{smallest, smallest}, 3.1467296279827175e-308, {0.70710678118654757, 0.70710678118654757}},
      {{biggest, biggest}, inf, {0, 0}},
      {{inf, 1}, inf, {nan_, 0}},
      {{inf, nan_}, inf, {nan_, nan_}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<ops::hypot_slope> : stated<ops::hypot_slope> {
  static constexpr about text{.value = "x/h with h = hypot(x, y)",
                              .derivatives = {"by x: y²/h³", "by y: -x y/h³", nullptr},
                              .domain = "(x, y) ≠ (0, 0)",
                              .note =
                                  "Internal: the slope of hypot; y²/h³ would cancel in "
                                  "1/h - x²/h³."};
  static constexpr double bound[]{1.9, 1.7, 0};
  static points at() {
    points result;
    for (const point& p :
         pairs(both_signs(ratios(1e-100, 1e100, 9)), both_signs(ratios(1e-40, 3e40, 9)))) {
      result.push_back({p[0], p[0] * p[1], std::hypot(p[0], p[0] * p[1])});
    }
    return result;
  }
  static auto value(const auto& x, const auto& y, const auto&) { return x / sqrt(x * x + y * y); }
  static constexpr row edges[]{
      {{3, 4, 5}, 0.6, {0.128, -0.096, 0}},
      {{-3, 4, 5}, -0.6, {0.128, 0.096, 0}},
      {{1, 1e-20, 1}, 1, {1e-40, -1e-20, 0}},
      {{1e-20, 1, 1}, 1e-20, {1, -1e-20, 0}},
      {{2, 0, 2}, 1, {0, 0, 0}},
      {{0, 2, 2}, 0, {0.5, 0, 0}},
      {{nan_, 1, nan_}, nan_, {nan_, nan_, 0}},
  };
};

template <>
struct entry<ops::hypot3> : stated<ops::hypot3> {
  static constexpr about text{.value = "sqrt(x² + y² + z²)",
                              .derivatives = {"by x: x/h", "by y: y/h", "by z: z/h"},
                              .domain = "all x, y, z",
                              .note = "hypot(x, y, z), as hypot."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{0.8, 0.8, 0.7};
  static points at() {
    return triples(both_signs(ratios(1e-100, 1e100, 4)), both_signs(ratios(3e-100, 2e100, 4)),
                   ratios(7e-100, 1.3e100, 5));
  }
  static constexpr row edges[]{
      {{0, 0, 0}, 0, {0, 0, 0}},
      {{3, 4, 0}, 5, {0.6, 0.8, 0}},
      {{3, 0, 4}, 5, {0.6, 0, 0.8}},
      {{0, -3, 4}, 5, {0, -0.6, 0.8}},
      {{2, 3, 6}, 7, {2. / 7, 3. / 7, 6. / 7}},
      {{-2, 3, -6}, 7, {-2. / 7, 3. / 7, -6. / 7}},
      {{0, 0, -5}, 5, {0, 0, -1}},
      {{1, 1, 1},
       1.7320508075688772,
       {0.57735026918962573, 0.57735026918962573, 0.57735026918962573}},
      {{1e-200, 1e-200, 1e-200},
       1.7320508075688772e-200,
       {0.57735026918962573, 0.57735026918962573, 0.57735026918962573}},
      {{1e+200, 2e+200, 2e+200},
       3e+200,
       {0.33333333333333331, 0.66666666666666663, 0.66666666666666663}},
      {{inf, 0, 1}, inf, {nan_, 0, 0}},
      {{nan_, 0, 1}, nan_, {nan_, nan_, nan_}},
  };
};

}  // namespace edge
