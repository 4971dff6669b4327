// What is stated about Bessel functions.
#pragma once

#include <ctgrad/op/special.hpp>

#include "entry.hpp"

namespace edge {

namespace detail {

/// The error of an oscillating function is that of its phase: it is counted against the amplitude.
inline double amplitude(double order, double x) {
  return x > order ? std::sqrt(0.63661977236758134 / x) : 0;
}

}  // namespace detail

template <>
struct entry<ops::bessel_j> : stated<ops::bessel_j> {
  static constexpr about text{
      .value = "J_n(x)",
      .derivatives = {nullptr, "(J_(n-1)(x) - J_(n+1)(x))/2"},
      .domain = "all x",
      .note = "n is a whole number and never active; j0(x) and j1(x) are n = 0 and 1.",
      .relative_to = "for x > n those of the phase, sqrt(2/(pi x)) together"};
  static constexpr unsigned value_steps = 8;
  static constexpr double bound[]{0, 1};
  static points at() {
    return pairs({0, 1, 2, 5},
                 join({ratios(1e-20, 1, 30), steps(0.3, 60, 40), ratios(70, 1e3, 10)}));
  }
  static auto value(const auto& n, const auto& x) { return cyl_bessel_j(n, x); }
  static double terms(std::size_t, const point& x) { return detail::amplitude(x[0], x[1]); }
  static constexpr row edges[]{
      {{0, 0}, 1, {0, 0}},
      {{1, 0}, 0, {0, 0.5}},
      {{2, 0}, 0, {0, 0}},
      {{0, 1}, 0.76519768655796661, {0, -0.4400505857449335}},
      {{1, 1}, 0.4400505857449335, {0, 0.32514710081303305}},
      {{2, 1}, 0.11490348493190047, {0, 0.21024361588113255}},
      {{0, -1}, 0.76519768655796661, {0, 0.4400505857449335}},
      {{1, -1}, -0.4400505857449335, {0, 0.32514710081303305}},
      {{5, 0.1}, 2.6030817909644417e-09, {0, 1.301323959086183e-07}},
      {{0, 3.8317059702075125}, -0.40275939570255298, {0, 6.1498073569949058e-17}},
      {{0, nan_}, nan_, {0, nan_}},
  };
};

template <>
struct entry<ops::bessel_y> : stated<ops::bessel_y> {
  static constexpr about text{
      .value = "Y_n(x)",
      .derivatives = {nullptr, "(Y_(n-1)(x) - Y_(n+1)(x))/2"},
      .domain = "x > 0",
      .note =
          "n is a whole number and never active; y0(x) and y1(x) are n = 0 and 1. At 0 the "
          "value is -inf.",
      .relative_to = "for x > n those of the phase, sqrt(2/(pi x)) together"};
  static constexpr unsigned value_steps = 8;
  static constexpr double bound[]{0, 1};
  static points at() {
    return pairs({0, 1, 2, 5},
                 join({ratios(1e-20, 1, 30), steps(0.3, 60, 40), ratios(70, 1e3, 10)}));
  }
  static auto value(const auto& n, const auto& x) { return cyl_neumann(n, x); }
  static double terms(std::size_t, const point& x) { return detail::amplitude(x[0], x[1]); }
  static constexpr row edges[]{
      {{0, 1}, 0.088256964215676956, {0, 0.78121282130028868}},
      {{1, 1}, -0.78121282130028868, {0, 0.86946978551596565}},
      {{2, 1}, -1.6506826068162543, {0, 2.52015239233222}},
      {{0, 1e-10}, -14.732516272697241, {0, 6366197723.6758137}},
      {{0, 1e-20}, -29.391228250285796, {0, 6.3661977236758135e+19}},
      {{5, 0.1}, -24461484.50230391, {0, 1222768392.8172619}},
      {{1, 30}, 0.084425570661747232, {0, -0.12010991737538894}},
      {{0, 0}, -inf, {0, nan_}},
      {{0, -1}, nan_, {0, nan_}},
      {{0, nan_}, nan_, {0, nan_}},
  };
};

template <>
struct entry<ops::spherical_bessel> : stated<ops::spherical_bessel> {
  static constexpr about text{
      .value = "j_n(x), of order 0 sin(x)/x",
      .derivatives = {nullptr, "(n j_(n-1)(x) - (n+1) j_(n+1)(x))/(2n+1)"},
      .domain = "n ≥ 0, all x",
      .note =
          "n is a whole number and never active; sinc(x) is n = 0, 1 at 0 with the slope 0. The "
          "quotient sin(x)/x would lose all digits of the slope near 0.",
      .relative_to = "for |x| > n + 1 those of the phase, 1/|x| together"};
  static constexpr unsigned value_steps = 8;
  static constexpr double bound[]{0, 1.1};
  static points at() {
    return pairs({0, 1, 2},
                 both_signs(join({ratios(1e-20, 1, 20), steps(0.3, 60, 30), ratios(70, 1e3, 10)})));
  }
  static auto value(const auto& n, const auto& x) {
    auto below = cos(x) / x, here = sin(x) / x;  // j_(-1), j_0
    for (int k = 0; k < static_cast<int>(static_cast<double>(n)); ++k) {
      const auto above = (2 * k + 1) * here / x - below;
      below = here;
      here = above;
    }
    return here;
  }
  static double terms(std::size_t, const point& x) {
    return std::abs(x[1]) > x[0] + 1 ? 1 / std::abs(x[1]) : 0;
  }
  static constexpr row edges[]{
      {{0, 0}, 1, {0, 0}},
      {{0, -0.0}, 1, {0, 0}},
      {{1, 0}, 0, {0, 1. / 3}},
      {{2, 0}, 0, {0, 0}},
      {{0, 1e-200}, 1, {0, -3.3333333333333333e-201}},
      {{0, 1}, 0.8414709848078965, {0, -0.3011686789397568}},
      {{0, -1}, 0.8414709848078965, {0, 0.3011686789397568}},
      {{0, 1e-08}, 1, {0, -3.3333333333333334e-09}},
      {{1, 1}, 0.3011686789397568, {0, 0.23913362692838294}},
      {{1, -1}, -0.3011686789397568, {0, 0.23913362692838294}},
      {{2, 2}, 0.19844794905714658, {0, 0.13772585139427174}},
      {{0, 3.1415926535897931}, 3.8981718325193755e-17, {0, -0.31830988618379069}},
      {{0, 4.4934094579090642}, -0.21723362821122166, {0, 7.2183007294281981e-18}},
      {{0, nan_}, nan_, {0, nan_}},
  };
};

}  // namespace edge
