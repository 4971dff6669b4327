// What is stated about gamma functions.
#pragma once

#include <ctgrad/op/special.hpp>

#include "entry.hpp"

namespace edge {

template <>
struct entry<ops::tgamma> : stated<ops::tgamma> {
  static constexpr about text{
      .value = "Γ(x)",
      .derivatives = {"Γ(x) ψ(x)"},
      .domain = "x ≠ 0, -1, -2, ...",
      .note =
          "At a pole the slope is NaN. Overflows beyond 171.62. The slope has zeros, at 1.4616 "
          "and between the poles.",
      .relative_to = "for x < 0, Γ(x) ψ(1-x) and Γ(x) pi cot(pi x)"};
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
      .relative_to = "for x < 0, ψ(1-x) and pi cot(pi x)"};
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
      .relative_to = "y ψ(a) and y ψ(a+b); by b, y ψ(b)"};
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

}  // namespace edge
