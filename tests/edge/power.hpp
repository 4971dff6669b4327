// What is stated about pow; roots and hypot stand in the file that this one includes.
#pragma once

#include <ctgrad/op/power.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"
#include "power_roots.hpp"
#include "power_table.hpp"

namespace edge {

using power =
    ctgrad::op_list<ops::power, ops::constant_power, ops::integer_power, ops::power_slope,
                    ops::sqrt, ops::cbrt, ops::cbrt_slope, ops::rsqrt, ops::hypot, ops::hypot3>;

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
          "Internal: the slope of x^p, as p y/x while y and y/x are normal numbers, because a "
          "rounded p - 1 loses |log(x)| half-ulps.",
      .relative_to = "x^(p-1) and x^(p-1) p log(x), by p"};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.6, 2.1, 0};
  static points at() {
    auto result = pairs(join({ratios(1e-6, 1e6, 16), {0.999, below_1, above_1, 1.001}}),
                        both_signs(ratios(0.01, 20, 10)));
    for (point& p : result) p[2] = std::pow(p[0], p[1]);
    return result;
  }
  static auto value(const auto& x, const auto& p, const auto&) { return p * pow(x, p - 1); }
  static double terms(std::size_t operand, const point& x) {
    if (operand == 0) return 0;
    return std::pow(x[0], x[1] - 1) * (1 + std::abs(x[1] * std::log(x[0])));
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

}  // namespace edge
