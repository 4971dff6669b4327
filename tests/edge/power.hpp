// What is stated about pow; roots and hypot stand in the file that this one includes.
#pragma once

#include <ctgrad/op/power.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"
#include "power_roots.hpp"
#include "power_table.hpp"

namespace edge {

using power = ctgrad::op_list<ops::power, ops::constant_power, ops::integer_power, ops::lower_power,
                              ops::sqrt, ops::cbrt, ops::cbrt_slope, ops::rsqrt, ops::hypot,
                              ops::hypot_slope, ops::hypot3>;

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
struct entry<ops::lower_power> : stated<ops::lower_power> {
  static constexpr about text{
      .value = "x^(p-1), given y = x^p",
      .derivatives = {"by x: (p-1) x^(p-2)", "by p: x^(p-1) log(x)", nullptr},
      .domain = "as x^p",
      .note =
          "Internal: what the slope of x^p has p of, as y/x while y and y/x are normal "
          "numbers, because a rounded p - 1 loses |log(x)| half-ulps."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.5, 1.7, 0};
  static points at() {
    auto result = pairs(join({ratios(1e-6, 1e6, 16), {0.999, below_1, above_1, 1.001}}),
                        both_signs(ratios(0.01, 20, 10)));
    for (point& p : result) p[2] = std::pow(p[0], p[1]);
    return result;
  }
  static auto value(const auto& x, const auto& p, const auto&) { return pow(x, p - 1); }
  static constexpr row edges[]{
      {{2, 3, 8}, 4, {4, 2.7725887222397811, 0}},
      {{4, 0.5, 2}, 0.5, {-0.0625, 0.69314718055994529, 0}},
      {{4, -0.5, 0.5}, 0.125, {-0.046875, 0.17328679513998632, 0}},
      {{0.25, 2.5, 0.03125}, 0.125, {0.75, -0.17328679513998632, 0}},
      {{1e-06, 20, 9.9999999999999912e-121},
       9.9999999999999915e-115,
       {1.8999999999999986e-107, -1.3815510557964261e-113, 0}},
      {{1, 1, 1}, 1, {0, 0, 0}},
      {{-2, 3, -8}, 4, {-4, nan_, 0}},
      {{0, 3, 0}, 0, {0, 0, 0}},
      {{0, 2, 0}, 0, {1, 0, 0}},
      {{0, 1.5, 0}, 0, {inf, 0, 0}},
      {{0, 1, 0}, 1, {0, nan_, 0}},
      {{0, 0.5, 0}, inf, {-inf, nan_, 0}},
      {{1e+200, 2, inf}, 1e+200, {1, 4.6051701859880914e+202, 0}},
      {{1e-200, 2, 0}, 1e-200, {1, -4.6051701859880914e-198, 0}},
      {{nan_, 2, nan_}, nan_, {1, nan_, 0}},
  };
};

}  // namespace edge
