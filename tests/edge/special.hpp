// What is stated about special functions: the exponential integral and inverse error functions
// here, the others in the files that this one includes.
#pragma once

#include "special_bessel.hpp"
#include "special_gamma.hpp"

namespace edge {

using special = ctgrad::special_ops;

template <>
struct entry<ops::expint> : stated<ops::expint> {
  static constexpr about text{.value = "Ei(x)",
                              .derivatives = {"exp(x)/x"},
                              .domain = "x ≠ 0",
                              .note = "At 0 the value is -inf and the slope infinite."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.3};
  static points at() {
    return each(join({both_signs(ratios(1e-100, 100, 140)), steps(0.1, 700, 30)}));
  }
  static auto value(const auto& x) { return expint(x); }
  static constexpr row edges[]{
      {{1}, 1.8951178163559368, {2.7182818284590451}},
      {{-1}, -0.21938393439552029, {-0.36787944117144233}},
      {{0.5}, 0.4542199048631736, {3.2974425414002564}},
      {{1e-100}, -229.68129363450305, {1e+100}},
      {{-1e-100}, -229.68129363450305, {-1e+100}},
      {{10}, 2492.2289762418777, {2202.6465794806718}},
      {{-20}, -9.8355252906498815e-11, {-1.0305768112192789e-10}},
      {{700}, 1.4509787360525608e+301, {1.4489029353357207e+301}},
      {{0}, -inf, {inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::erf_inv> : stated<ops::erf_inv> {
  static constexpr about text{
      .value = "the inverse of erf",
      .derivatives = {"sqrt(pi)/2 exp(y²)"},
      .domain = "-1 ≤ x ≤ 1",
      .note =
          "At -1 and 1 the value is infinite and the slope +inf. The rounding of y, multiplied by "
          "2y² in exp(y²), is found from erf(y) and taken out again: erf_inv_slope."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{2.5};
  static points at() {
    auto near_1 = ratios(0x1p-53, 0.5, 80);
    for (double& x : near_1) x = 1 - x;
    return each(both_signs(join({ratios(1e-10, 0.5, 40), steps(0.01, 0.99, 40), near_1})));
  }
  static auto value(const auto& x) { return erf_inv(x); }
  static constexpr row edges[]{
      {{0}, 0, {0.88622692545275801}},
      {{0.5}, 0.47693627620446988, {1.1125848189719498}},
      {{-0.5}, -0.47693627620446988, {1.1125848189719498}},
      {{0.99}, 1.8213863677184494, {24.450876473746412}},
      {{below_1}, 5.8635847487551676, {757347920544974}},
      {{1e-300}, 8.8622692545275799e-301, {0.88622692545275805}},
      {{1}, inf, {inf}},
      {{-1}, -inf, {inf}},
      {{2}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::erf_inv_slope> : stated<ops::erf_inv_slope> {
  static constexpr about text{.value = "sqrt(pi)/2 exp(y²) with y = erf_inv(x)",
                              .derivatives = {"2y times its square", nullptr},
                              .domain = "-1 < x < 1",
                              .note = "Internal: the slope of erf_inv with all its digits."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{5.3, 0};
  static points at() {
    auto result = entry<ops::erf_inv>::at();
    for (point& p : result) p[1] = ops::erf_inv::value(p[0]);
    return result;
  }
  static auto value(const auto& x, const auto&) {
    using real = std::remove_cvref_t<decltype(x)>;
    const auto y = erf_inv(x);
    return sqrt(atan(real(1))) * exp(y * y);
  }
  static constexpr row edges[]{
      {{0, 0}, 0.88622692545275801, {0, 0}},
      {{0.5, 0.47693627620446988}, 1.1125848189719498, {1.1807463499933999, 0}},
      {{-0.5, -0.47693627620446988}, 1.1125848189719498, {-1.1807463499933999, 0}},
      {{0.99, 1.8213863677184494}, 24.450876473746412, {2177.8147786336217, 0}},
      {{below_1, 5.8635847487551676}, 757347920544974, {6.7264214794661889e+30, 0}},
      {{nan_, nan_}, nan_, {nan_, 0}},
  };
};

template <>
struct entry<ops::erfc_inv_slope> : stated<ops::erfc_inv_slope> {
  static constexpr about text{.value = "-sqrt(pi)/2 exp(y²) with y = erfc_inv(x)",
                              .derivatives = {"2y times its square", nullptr},
                              .domain = "0 < x < 2",
                              .note = "Internal: the slope of erfc_inv with all its digits."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{7.4, 0};
  static points at() {
    points result;
    for (const double x : join({ratios(1e-140, 0.99, 200), steps(1.01, 1.99, 120)})) {
      result.push_back({x, ops::erfc_inv::value(x), 0});
    }
    return result;
  }
  static auto value(const auto& x, const auto&) {
    using real = std::remove_cvref_t<decltype(x)>;
    const auto y = erfc_inv(x);
    return -sqrt(atan(real(1))) * exp(y * y);
  }
  static constexpr row edges[]{
      {{1, 0}, -0.88622692545275801, {0, 0}},
      {{0.5, 0.47693627620446988}, -1.1125848189719498, {1.1807463499933999, 0}},
      {{1.5, -0.47693627620446988}, -1.1125848189719498, {-1.1807463499933999, 0}},
      {{0.01, 1.8213863677184496}, -24.45087647374643, {2177.8147786336253, 0}},
      {{1e-20, 6.6015806223551428}, -7.4898801938970788e+18, {7.4067497068084448e+38, 0}},
      {{nan_, nan_}, nan_, {nan_, 0}},
  };
};

template <>
struct entry<ops::erfc_inv> : stated<ops::erfc_inv> {
  static constexpr about text{.value = "the inverse of erfc",
                              .derivatives = {"-sqrt(pi)/2 exp(y²)"},
                              .domain = "0 ≤ x ≤ 2",
                              .note = "As erf_inv. At 0 and 2 the slope is -inf."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{3.5};
  static points at() { return each(join({ratios(1e-300, 1, 200), steps(0.01, 1.99, 120)})); }
  static auto value(const auto& x) { return erfc_inv(x); }
  static constexpr row edges[]{
      {{1}, 0, {-0.88622692545275801}},
      {{0.5}, 0.47693627620446988, {-1.1125848189719498}},
      {{1.5}, -0.47693627620446988, {-1.1125848189719498}},
      {{0.01}, 1.8213863677184496, {-24.45087647374643}},
      {{1e-20}, 6.6015806223551428, {-7.4898801938970788e+18}},
      {{0}, inf, {-inf}},
      {{2}, -inf, {-inf}},
      {{3}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

}  // namespace edge
