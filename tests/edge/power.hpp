// What is stated about pow, roots and hypot.
#pragma once

#include <ctgrad/op/power.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"
#include "power_table.hpp"

namespace edge {

using power = ctgrad::op_list<ops::power, ops::constant_power, ops::integer_power, ops::power_slope,
                              ops::sqrt, ops::cbrt, ops::rsqrt, ops::hypot, ops::hypot3>;

namespace detail {

/// x^p with bases near 1, which need the exponent's last digit, and to the ends of double.
inline points powers() {
  auto result = pairs(join({ratios(1e-6, 1e6, 16), {0.999, below_1, above_1, 1.001}}),
                      both_signs(ratios(0.01, 20, 10)));
  for (const point& p : pairs(ratios(1e-300, 1e300, 12), {0.01, 0.5, 1.02, -0.02, -1.01})) {
    result.push_back(p);
  }
  for (const point& p : pairs({0.99, 1.01, 1.5, 3}, {500, -500, 123.456, -321.5})) {
    result.push_back(p);
  }
  return result;
}

}  // namespace detail

template <>
struct entry<ops::power> : stated<ops::power> {
  static constexpr about text{
      .value = "x^p",
      .derivatives = {"by x: p x^(p-1)", "by p: x^p log(x)"},
      .domain = "x > 0; x < 0 for whole p",
      .note =
          "pow(x, p) with an active p. By x: x^0 has slope 0 even at x = 0; 0^p has slope 0 for p "
          "> 1, 1 for "
          "p = 1, +inf for 0 < p < 1, and that of IEEE pow for p < 0. By p: 0 at x = 0 for "
          "p > 0, NaN for p <= 0 and for x < 0."};
  static constexpr double bound[]{1.7, 1.7};
  static points at() { return detail::powers(); }
  static constexpr std::span<const row> edges = power_rows;
};

template <>
struct entry<ops::constant_power> : stated<ops::constant_power> {
  static constexpr about text{
      .value = "x^p, p constant",
      .derivatives = {"p x^(p-1)", nullptr},
      .domain = "x > 0; x < 0 for whole p",
      .note =
          "pow(x, p) with a p that is not active: log(x) is never evaluated, so negative "
          "bases are exact."};
  static constexpr double bound[]{1.7, 0};
  static points at() { return detail::powers(); }
  static constexpr std::span<const row> edges = constant_power_rows;
};

template <>
struct entry<ops::integer_power> : stated<ops::integer_power> {
  static constexpr about text{.value = "x^n, n an integer",
                              .derivatives = {"n x^(n-1)", nullptr},
                              .domain = "all x; x ≠ 0 for n < 0",
                              .note =
                                  "pow(x, n), by repeated squaring. x^0 is 1 with slope 0 for "
                                  "every x, 0, inf and NaN included."};
  static constexpr double bound[]{2.6, 0};
  static points at() { return pairs(both_signs(ratios(1e-4, 1e4, 12)), steps(-6, 7, 14)); }
  static auto value(const auto& x, const auto& n) {
    return ops::integer_power::value(x, static_cast<int>(static_cast<double>(n)));
  }
  static constexpr std::span<const row> edges = integer_power_rows;
};

template <>
struct entry<ops::power_slope> : stated<ops::power_slope> {
  static constexpr about text{
      .value = "p x^(p-1), given y = x^p",
      .derivatives = {"by x: p (p-1) x^(p-2)", "by p: x^(p-1) (1 + p log(x))", nullptr},
      .domain = "as x^p",
      .note =
          "Internal: the slope of x^p. As p y/x while y and y/x are normal numbers, because a "
          "rounded p - 1 loses |log(x)| half-ulps; its own slope by x uses p - 1 as it is.",
      .relative_to =
          "by x: the slope times max(1, |(p-1) log(x)|); by p: x^(p-1) (1 + |p log(x)|), times the "
          "same"};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.6, 1.4, 0};
  static points at() {
    auto result = pairs(join({ratios(1e-6, 1e6, 16), {0.999, below_1, above_1, 1.001}}),
                        both_signs(ratios(0.01, 20, 10)));
    for (point& p : result) p[2] = std::pow(p[0], p[1]);
    return result;
  }
  static auto value(const auto& x, const auto& p, const auto&) { return p * pow(x, p - 1); }
  static double terms(std::size_t operand, const point& x) {
    const double q = x[1] - 1, size = std::pow(x[0], q), swing = std::log(x[0]);
    const double lost = std::max(1.0, std::abs(q * swing));
    return lost *
           (operand == 0 ? std::abs(x[1] * q * size / x[0]) : size * (1 + std::abs(x[1] * swing)));
  }
  static constexpr row edges[]{
      {{2, 3, 8}, 12, {12, 12.317766166719343, 0}},
      {{4, 0.5, 2}, 0.25, {-0.03125, 0.8465735902799727, 0}},
      {{4, -0.5, 0.5}, -0.0625, {0.0234375, 0.038356602430006839, 0}},
      {{0.25, 2.5, 0.03125}, 0.3125, {1.875, -0.30821698784996582, 0}},
      {{1e-06, 20, 9.9999999999999912e-121},
       1.9999999999999982e-113,
       {3.799999999999997e-106, -2.7531021115928523e-112, 0}},
      {{1, 1, 1}, 1, {0, 1, 0}},
      {{-2, 3, -8}, 12, {-12, nan_, 0}},
      {{0, 3, 0}, 0, {0, 0, 0}},
      {{nan_, 2, nan_}, nan_, {2, nan_, 0}},
  };
};

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
                              .note = "Negative numbers have a root too. At 0 the slope is +inf."};
  static constexpr double bound[]{7};
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
