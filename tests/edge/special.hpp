// What is stated about gamma, Bessel and related functions.
#pragma once

#include <ctgrad/op/special.hpp>

#include "entry.hpp"

namespace edge {

using special = ctgrad::special_ops;

namespace detail {

/// The error of an oscillating function is that of its phase: it is counted against the amplitude.
inline double amplitude(double order, double x) {
  return x > order ? std::sqrt(0.63661977236758134 / x) : 0;
}

}  // namespace detail

template <>
struct entry<ops::tgamma> : stated<ops::tgamma> {
  static constexpr about text{
      .value = "Γ(x)",
      .derivatives = {"Γ(x) ψ(x)"},
      .domain = "x ≠ 0, -1, -2, ...",
      .note =
          "At a pole the slope is NaN. Overflows beyond 171.62. The slope has zeros, at 1.4616 "
          "and between the poles.",
      .relative_to = "for x < 0: |Γ(x)| (|ψ(1-x)| + |pi cot(pi x)|)"};
  static constexpr unsigned value_steps = 10;
  static constexpr double bound[]{3.6};
  static points at() {
    return each(
        join({ratios(1e-300, 1, 100), steps(0.1, 171.5, 120),
              around(1.4616321449683622, ratios(1e-15, 0.1, 20)), steps(-30.3, -0.07, 80)}));
  }
  static auto value(const auto& x) { return tgamma(x); }
  static double terms(std::size_t, const point& x) {
    if (x[0] > 0) return 0;
    return std::abs(std::tgamma(x[0])) *
           (std::log(2 - x[0]) + 3.2 / std::abs(std::tan(3.141592653589793 * x[0])));
  }
  static constexpr row edges[]{
      {{1}, 1, {-0.57721566490153287}},
      {{2}, 1, {0.42278433509846713}},
      {{5}, 24, {36.146824042363214}},
      {{0.5}, 1.7724538509055161, {-3.480230906913262}},
      {{-0.5}, -3.5449077018110322, {-0.12935358979554004}},
      {{-1.5}, 2.3632718012073548, {1.6617502606685965}},
      {{1.4616321449683622}, 0.88560319441088875, {-8.1840942664427892e-17}},
      {{1e-300}, 9.999999999999999e+299, {-inf}},
      {{170}, 4.2690680090047051e+304, {2.1912504416086121e+305}},
      {{172}, inf, {inf}},
      {{0}, inf, {nan_}},
      {{-1}, nan_, {nan_}},
      {{inf}, inf, {inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::lgamma> : stated<ops::lgamma> {
  static constexpr about text{
      .value = "log |Γ(x)|",
      .derivatives = {"ψ(x)"},
      .domain = "x ≠ 0, -1, -2, ...",
      .note =
          "At a pole the value is +inf and the slope NaN. The slope has zeros, at 1.4616 and "
          "between the poles.",
      .relative_to = "for x < 0: |ψ(1-x)| + |pi cot(pi x)|"};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{0.5};
  static points at() {
    return each(
        join({ratios(1e-300, 1e300, 150), steps(0.1, 20, 100),
              around(1.4616321449683622, ratios(1e-15, 0.1, 20)), steps(-30.3, -0.07, 80)}));
  }
  static auto value(const auto& x) { return lgamma(x); }
  static double terms(std::size_t, const point& x) {
    if (x[0] > 0) return 0;
    return std::log(2 - x[0]) + 3.2 / std::abs(std::tan(3.141592653589793 * x[0]));
  }
  static constexpr row edges[]{
      {{0.5}, 0.57236494292470008, {-1.9635100260214235}},
      {{3}, 0.69314718055994529, {0.92278433509846713}},
      {{10}, 12.801827480081469, {2.2517525890667209}},
      {{-0.5}, 1.2655121234846454, {0.03648997397857652}},
      {{1.4616321449683622}, -0.12148629053584961, {-9.2412655217294273e-17}},
      {{1e-300}, 690.77552789821368, {-9.999999999999999e+299}},
      {{10000000000}, 220258509288.81058, {23.025850929890456}},
      {{1e+300}, 6.8977552789821374e+302, {690.77552789821368}},
      {{1}, 0, {-0.57721566490153286}},
      {{2}, 0, {0.42278433509846714}},
      {{0}, inf, {nan_}},
      {{-1}, inf, {nan_}},
      {{inf}, inf, {inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::digamma> : stated<ops::digamma> {
  static constexpr about text{.value = "ψ(x) = Γ'(x)/Γ(x)",
                              .derivatives = {"polygamma(1, x)"},
                              .domain = "x ≠ 0, -1, -2, ...",
                              .note = "At a pole value and slope are NaN."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{0.7};
  static points at() {
    return each(join({ratios(1e-150, 1e150, 150), steps(0.1, 20, 100), steps(-20.3, -0.07, 60)}));
  }
  static auto value(const auto& x) { return digamma(x); }
  static constexpr row edges[]{
      {{1}, -0.57721566490153287, {1.6449340668482264}},
      {{2}, 0.42278433509846713, {0.64493406684822641}},
      {{0.5}, -1.9635100260214235, {4.934802200544679}},
      {{-0.5}, 0.03648997397857652, {8.934802200544679}},
      {{10}, 2.2517525890667209, {0.10516633568168575}},
      {{1e-100}, -1e+100, {1e+200}},
      {{10000000000}, 23.025850929890456, {1.00000000005e-10}},
      {{1e+100}, 230.25850929940458, {1e-100}},
      {{0}, nan_, {nan_}},
      {{-1}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::polygamma> : stated<ops::polygamma> {
  static constexpr about text{.value = "ψ⁽ⁿ⁾(x)",
                              .derivatives = {nullptr, "polygamma(n + 1, x)"},
                              .domain = "n ≥ 0, x > 0",
                              .note =
                                  "n is a whole number and never active. At a pole NaN or "
                                  "infinite, as Boost.Math has it."};
  static constexpr unsigned value_steps = 8;
  static constexpr double bound[]{0, 0.6};
  static points at() {
    return pairs({0, 1, 2, 3, 5}, join({ratios(1e-20, 1e20, 40), steps(0.3, 12, 24)}));
  }
  static auto value(const auto& n, const auto& x) { return polygamma(n, x); }
  static constexpr row edges[]{
      {{0, 1}, -0.57721566490153287, {0, 1.6449340668482264}},
      {{1, 1}, 1.6449340668482264, {0, -2.4041138063191885}},
      {{1, 0.5}, 4.934802200544679, {0, -16.82879664423432}},
      {{2, 1}, -2.4041138063191885, {0, 6.4939394022668289}},
      {{3, 2.5}, 0.22390584881725206, {0, -0.31375599950673139}},
      {{1, 100}, 0.010050166663333571, {0, -0.00010100499983334999}},
      {{5, 10}, 0.00030594516211726819, {0, -0.0001601508710767886}},
      {{1, nan_}, nan_, {0, nan_}},
      {{0, inf}, inf, {0, 0}},
      {{1, inf}, 0, {0, 0}},
      {{0, 0}, nan_, {0, nan_}},
  };
};

template <>
struct entry<ops::beta> : stated<ops::beta> {
  static constexpr about text{
      .value = "Γ(a) Γ(b)/Γ(a + b)",
      .derivatives = {"by a: y (ψ(a) - ψ(a+b))", "by b: y (ψ(b) - ψ(a+b))"},
      .domain = "a > 0, b > 0",
      .note =
          "For b much smaller than a the difference by a cancels: no cheap formula has its "
          "digits.",
      .relative_to = "y (|ψ(a)| + |ψ(a+b)|), and with b for a"};
  static constexpr unsigned value_steps = 12;
  static constexpr double bound[]{3.9, 2.2};
  static points at() { return pairs(ratios(1e-6, 1e2, 18), ratios(2e-6, 1.3e2, 18)); }
  static auto value(const auto& a, const auto& b) { return beta(a, b); }
  static double terms(std::size_t operand, const point& x) {
    const auto psi = [](double t) { return ops::digamma::value(t); };
    return ops::beta::value(x[0], x[1]) * (std::abs(psi(x[operand])) + std::abs(psi(x[0] + x[1])));
  }
  static constexpr row edges[]{
      {{1, 1}, 1, {-1, -1}},
      {{2, 3}, 0.083333333333333329, {-0.090277777777777776, -0.048611111111111112}},
      {{0.5, 0.5}, 3.1415926535897931, {-4.3551721806072043, -4.3551721806072043}},
      {{1, 10}, 0.1, {-0.29289682539682538, -0.01}},
      {{0.001, 0.001}, 1999.9967149352281, {-1000001.6401331358, -1000001.6401331358}},
      {{20, 30}, 1.7681885473062026e-15, {-1.6470069496814016e-15, -9.151287069813334e-16}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<ops::expint> : stated<ops::expint> {
  static constexpr about text{.value = "Ei(x)",
                              .derivatives = {"exp(x)/x"},
                              .domain = "x ≠ 0",
                              .note = "At 0 the value is -inf and the slope infinite."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{1.3};
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
          "At -1 and 1 the value is infinite and the slope +inf. The slope has the rounding of "
          "y, which is multiplied by 2y²."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{29};
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
struct entry<ops::erfc_inv> : stated<ops::erfc_inv> {
  static constexpr about text{.value = "the inverse of erfc",
                              .derivatives = {"-sqrt(pi)/2 exp(y²)"},
                              .domain = "0 ≤ x ≤ 2",
                              .note = "As erf_inv. At 0 and 2 the slope is -inf."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{697};
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

template <>
struct entry<ops::bessel_j> : stated<ops::bessel_j> {
  static constexpr about text{
      .value = "J_n(x)",
      .derivatives = {nullptr, "(J_(n-1)(x) - J_(n+1)(x))/2"},
      .domain = "all x",
      .note = "n is a whole number and never active; j0(x) and j1(x) are n = 0 and 1.",
      .relative_to = "for x > n: the amplitude sqrt(2/(pi x))"};
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
      .relative_to = "for x > n: the amplitude sqrt(2/(pi x))"};
  static constexpr unsigned value_steps = 8;
  static constexpr double bound[]{0, 20};
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
      .relative_to = "for |x| > n + 1: the amplitude 1/|x|"};
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
