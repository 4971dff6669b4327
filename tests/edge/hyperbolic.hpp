// What is stated about sinh, cosh, tanh and their inverses.
#pragma once

#include <ctgrad/op/hyperbolic.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using hyperbolic = ctgrad::op_list<ops::sinh, ops::cosh, ops::tanh, ops::tanh_slope, ops::asinh,
                                   ops::acosh, ops::atanh, ops::atanh_slope>;

template <>
struct entry<ops::sinh> : stated<ops::sinh> {
  static constexpr about text{"sinh(x)", {"cosh(x)"}, "all x", "Overflows beyond 710.47."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.1};
  static points at() { return each(both_signs(join({ratios(1e-10, 700, 150), {710, 710.4}}))); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{1}, 1.1752011936438014, {1.5430806348152437}},
      {{-1}, -1.1752011936438014, {1.5430806348152437}},
      {{20}, 242582597.70489514, {242582597.70489514}},
      {{710}, 1.1169973830808555e+308, {1.1169973830808555e+308}},
      {{711}, inf, {inf}},
      {{inf}, inf, {inf}},
      {{-inf}, -inf, {inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::cosh> : stated<ops::cosh> {
  static constexpr about text{"cosh(x)", {"sinh(x)"}, "all x", "Overflows beyond 710.47."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.1};
  static points at() { return entry<ops::sinh>::at(); }
  static constexpr row edges[]{
      {{0}, 1, {0}},
      {{-0.0}, 1, {0}},
      {{tiniest}, 1, {tiniest}},
      {{1}, 1.5430806348152437, {1.1752011936438014}},
      {{-1}, 1.5430806348152437, {-1.1752011936438014}},
      {{20}, 242582597.70489514, {242582597.70489514}},
      {{710}, 1.1169973830808555e+308, {1.1169973830808555e+308}},
      {{-711}, inf, {-inf}},
      {{inf}, inf, {inf}},
      {{-inf}, inf, {-inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::tanh> : stated<ops::tanh> {
  static constexpr about text{
      .value = "tanh(x)",
      .derivatives = {"1 - y²"},
      .domain = "all x",
      .note =
          "Where 1 - y² cancels (all digits are lost at 19) the slope is 4e/(1 + e)² with "
          "e = exp(-2|x|): tanh_slope. This was chosen although that exponential, for y² > 1/2 "
          "only, "
          "costs about two thirds of a tanh."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{2.8};
  static points at() {
    return each(both_signs(
        join({ratios(1e-10, 1, 50), steps(0.5, 1.5, 150), steps(1, 40, 80), steps(50, 370, 20)})));
  }
  static auto value(const auto& x) { return x > 1.03 ? -2 / (exp(2 * x) + 1) : tanh(x); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{0.5}, 0.46211715726000974, {0.7864477329659274}},
      {{1}, 0.76159415595576485, {0.41997434161402608}},
      {{-1}, -0.76159415595576485, {0.41997434161402608}},
      {{19}, below_1, {1.2556531168192118e-16}},
      {{-19}, -below_1, {1.2556531168192118e-16}},
      {{20}, 1, {1.6993417021166355e-17}},
      {{40}, 1, {7.2194055513816612e-35}},
      {{300}, 1, {1.0601586212017243e-260}},
      {{354}, 1, {1.3230212014553631e-307}},
      {{372}, 1, {3e-323}},
      {{400}, 1, {0}},
      {{inf}, 1, {0}},
      {{-inf}, -1, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::tanh_slope> : stated<ops::tanh_slope> {
  static constexpr about text{.value = "1 - y² with y = tanh(x)",
                              .derivatives = {"-2y (1 - y²)", nullptr},
                              .domain = "all x",
                              .note = "Internal: the slope of tanh with all its digits."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{3.3, 0};
  static points at() {
    auto result = entry<ops::tanh>::at();
    for (point& x : result) x[1] = std::tanh(x[0]);
    return result;
  }
  static auto value(const auto& x, const auto&) {
    const auto c = cosh(x);
    return 1 / (c * c);
  }
  static constexpr row edges[]{
      {{0, 0}, 1, {0, 0}},
      {{0.5, 0.46211715726000974}, 0.7864477329659274, {-0.72686198138358726, 0}},
      {{1, 0.76159415595576485}, 0.41997434161402608, {-0.63970000844922448, 0}},
      {{-1, -0.76159415595576485}, 0.41997434161402608, {0.63970000844922448, 0}},
      {{19, below_1}, 1.2556531168192118e-16, {-2.5113062336384232e-16, 0}},
      {{-19, -below_1}, 1.2556531168192118e-16, {2.5113062336384232e-16, 0}},
      {{40, 1}, 7.2194055513816612e-35, {-1.4438811102763322e-34, 0}},
      {{300, 1}, 1.0601586212017243e-260, {-2.1203172424034486e-260, 0}},
      {{inf, 1}, 0, {0, 0}},
      {{nan_, nan_}, nan_, {nan_, 0}},
  };
};

template <>
struct entry<ops::asinh> : stated<ops::asinh> {
  static constexpr about text{
      .value = "asinh(x)",
      .derivatives = {"1/hypot(x, 1)"},
      .domain = "all x",
      .note = "Not sqrt(x² + 1), whose square overflows: the slope at 1e200 is 1e-200, not 0."};
  static constexpr double bound[]{1};
  static points at() { return each(both_signs(ratios(1e-300, 1e300, 160))); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{1}, 0.88137358701954305, {0.70710678118654757}},
      {{-1}, -0.88137358701954305, {0.70710678118654757}},
      {{1e-10}, 1e-10, {1}},
      {{10000000000}, 23.718998110500401, {1e-10}},
      {{1e+200}, 461.21016577936911, {1e-200}},
      {{-1e+200}, -461.21016577936911, {1e-200}},
      {{biggest}, 710.47586007394398, {5.56268464626800346e-309}},
      {{inf}, inf, {0}},
      {{-inf}, -inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::acosh> : stated<ops::acosh> {
  static constexpr about text{
      .value = "acosh(x)",
      .derivatives = {"1/(sqrt(x-1) sqrt(x+1))"},
      .domain = "x ≥ 1",
      .note = "The factors are exact near 1 and do not overflow. At 1 the slope is +inf."};
  static constexpr double bound[]{2.2};
  static points at() {
    auto near_1 = ratios(0x1p-52, 1, 160);
    for (double& x : near_1) x = 1 + x;
    return each(join({near_1, ratios(2, 1e300, 160)}));
  }
  static constexpr row edges[]{
      {{1}, 0, {inf}},
      {{above_1}, 2.1073424255447014e-08, {47453132.812125772}},
      {{1.5}, 0.96242365011920694, {0.89442719099991586}},
      {{2}, 1.3169578969248168, {0.57735026918962573}},
      {{10000000000}, 23.718998110500401, {1e-10}},
      {{1e+200}, 461.21016577936911, {1e-200}},
      {{biggest}, 710.47586007394398, {5.56268464626800346e-309}},
      {{below_1}, nan_, {nan_}},
      {{0}, nan_, {nan_}},
      {{-2}, nan_, {nan_}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::atanh> : stated<ops::atanh> {
  static constexpr about text{.value = "atanh(x)",
                              .derivatives = {"1/((1-x)(1+x))"},
                              .domain = "-1 < x < 1",
                              .note =
                                  "The factors are exact where 1 - x² cancels. At -1 and 1 the "
                                  "slope is +inf; outside the value is NaN and the slope the "
                                  "formula's."};
  static constexpr double bound[]{1.4};
  static points at() {
    auto near_1 = ratios(0x1p-53, 0.5, 80);
    for (double& x : near_1) x = 1 - x;
    return each(both_signs(join({ratios(1e-300, 0.5, 50), steps(0.01, 0.99, 40), near_1})));
  }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{1}, inf, {inf}},
      {{-1}, -inf, {inf}},
      {{tiniest}, tiniest, {1}},
      {{0.5}, 0.54930614433405489, {1.3333333333333333}},
      {{-0.5}, -0.54930614433405489, {1.3333333333333333}},
      {{below_1}, 18.714973875118524, {4503599627370496}},
      {{-below_1}, -18.714973875118524, {4503599627370496}},
      {{2}, nan_, {-1. / 3}},
      {{inf}, nan_, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::atanh_slope> : stated<ops::atanh_slope> {
  static constexpr about text{.value = "1/((1-x)(1+x))",
                              .derivatives = {"2x y²"},
                              .domain = "-1 < x < 1",
                              .note = "Internal: the slope of atanh."};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{2.4};
  static points at() { return entry<ops::atanh>::at(); }
  static constexpr row edges[]{
      {{0}, 1, {0}},
      {{1}, inf, {inf}},
      {{-1}, inf, {-inf}},
      {{0.5}, 1.3333333333333333, {1.7777777777777777}},
      {{-0.5}, 1.3333333333333333, {-1.7777777777777777}},
      {{below_1}, 4503599627370496, {4.0564819207303341e+31}},
      {{nan_}, nan_, {nan_}},
  };
};

}  // namespace edge
