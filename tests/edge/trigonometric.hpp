// What is stated about sin, cos, tan and their inverses.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/op/trigonometric.hpp>

#include "entry.hpp"

namespace edge {

using trigonometric = ctgrad::op_list<ops::sin, ops::cos, ops::tan, ops::asin, ops::asin_slope,
                                      ops::acos, ops::atan, ops::atan2>;

inline constexpr double pi = 3.14159265358979323846;  // as a double: 1.2e-16 below the number

namespace detail {

/// The whole line, and the doubles next to the multiples of pi/2.
inline numbers angles() {
  numbers near_roots;
  for (int k = 1; k < 40; ++k) near_roots.push_back(k * (pi / 2));
  return both_signs(join({ratios(1e-10, 1e6, 130), {1e22, 1e300}, near_roots}));
}

inline numbers unit_interval() {
  auto near_1 = ratios(0x1p-53, 0.5, 60);
  for (double& x : near_1) x = 1 - x;
  return both_signs(join({ratios(1e-300, 0.5, 60), steps(0.01, 0.99, 40), near_1}));
}

}  // namespace detail

template <>
struct entry<ops::sin> : stated<ops::sin> {
  static constexpr about text{"sin(x)", {"cos(x)"}, "all x", "An infinite x has no value: NaN."};
  static constexpr double bound[]{0.5};
  static points at() { return each(detail::angles()); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{smallest}, smallest, {1}},
      {{1}, 0.8414709848078965, {0.54030230586813977}},
      {{3.1415926535897931}, 1.2246467991473532e-16, {-1}},
      {{-3.1415926535897931}, -1.2246467991473532e-16, {-1}},
      {{1.5707963267948966}, 1, {6.123233995736766e-17}},
      {{6.2831853071795862}, -2.4492935982947064e-16, {1}},
      {{9.4247779607693793}, 3.6739403974420594e-16, {-1}},
      {{1e+22}, -0.85220084976718879, {0.52321478539513899}},
      {{biggest}, 0.004961954789184062, {-0.99998768942655991}},
      {{inf}, nan_, {nan_}},
      {{-inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::cos> : stated<ops::cos> {
  static constexpr about text{"cos(x)", {"-sin(x)"}, "all x", "An infinite x has no value: NaN."};
  static constexpr double bound[]{0.5};
  static points at() { return each(detail::angles()); }
  static constexpr row edges[]{
      {{0}, 1, {0}},
      {{-0.0}, 1, {0}},
      {{tiniest}, 1, {-tiniest}},
      {{smallest}, 1, {-smallest}},
      {{1}, 0.54030230586813977, {-0.8414709848078965}},
      {{3.1415926535897931}, -1, {-1.2246467991473532e-16}},
      {{-3.1415926535897931}, -1, {1.2246467991473532e-16}},
      {{1.5707963267948966}, 6.123233995736766e-17, {-1}},
      {{6.2831853071795862}, 1, {2.4492935982947064e-16}},
      {{9.4247779607693793}, -1, {-3.6739403974420594e-16}},
      {{1e+22}, 0.52321478539513899, {0.85220084976718879}},
      {{biggest}, -0.99998768942655991, {-0.004961954789184062}},
      {{inf}, nan_, {nan_}},
      {{-inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::tan> : stated<ops::tan> {
  static constexpr about text{
      .value = "tan(x)",
      .derivatives = {"1 + y²"},
      .domain = "x ≠ pi/2 + k pi",
      .note = "No double is a pole: at the one next to pi/2 the slope is 3.7e32."};
  static constexpr double bound[]{1.3};
  static points at() { return each(detail::angles()); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{1}, 1.5574077246549023, {3.4255188208147596}},
      {{0.78539816339744828}, below_1, {1.9999999999999998}},
      {{1.5707963267948966}, 16331239353195370, {2.667093788113571e+32}},
      {{-1.5707963267948966}, -16331239353195370, {2.667093788113571e+32}},
      {{3.1415926535897931}, -1.2246467991473532e-16, {1}},
      {{1e+22}, -1.6287782256068988, {3.6529185082111582}},
      {{inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::asin> : stated<ops::asin> {
  static constexpr about text{.value = "asin(x)",
                              .derivatives = {"1/sqrt((1-x)(1+x))"},
                              .domain = "-1 ≤ x ≤ 1",
                              .note =
                                  "The factors are exact where 1 - x² cancels. At -1 and 1 the "
                                  "slope is +inf."};
  static constexpr double bound[]{1.5};
  static points at() { return each(detail::unit_interval()); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{1}, pi / 2, {inf}},
      {{-1}, -pi / 2, {inf}},
      {{tiniest}, tiniest, {1}},
      {{0.5}, 0.52359877559829893, {1.1547005383792515}},
      {{below_1}, 1.5707963118937354, {67108864.0}},
      {{-below_1}, -1.5707963118937354, {67108864.0}},
      {{above_1}, nan_, {nan_}},
      {{2}, nan_, {nan_}},
      {{inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::asin_slope> : stated<ops::asin_slope> {
  static constexpr about text{.value = "1/sqrt((1-x)(1+x))",
                              .derivatives = {"x/(1-x²)^(3/2)"},
                              .domain = "-1 < x < 1",
                              .note = "Internal: differentiating the factors would cancel near 0."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{3.4};
  static points at() { return each(detail::unit_interval()); }
  static constexpr row edges[]{
      {{0}, 1, {0}},
      {{1e-10}, 1, {1e-10}},
      {{0.5}, 1.1547005383792515, {0.76980035891950104}},
      {{1}, inf, {inf}},
      {{-1}, inf, {-inf}},
      {{2}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::acos> : stated<ops::acos> {
  static constexpr about text{.value = "acos(x)",
                              .derivatives = {"-1/sqrt((1-x)(1+x))"},
                              .domain = "-1 ≤ x ≤ 1",
                              .note = "As asin. At -1 and 1 the slope is -inf."};
  static constexpr double bound[]{1.5};
  static points at() { return each(detail::unit_interval()); }
  static constexpr row edges[]{
      {{0}, pi / 2, {-1}},
      {{1}, 0, {-inf}},
      {{-1}, pi, {-inf}},
      {{tiniest}, 1.5707963267948966, {-1}},
      {{0.5}, 1.0471975511965979, {-1.1547005383792515}},
      {{below_1}, 1.4901161193847656e-08, {-67108864.0}},
      {{-below_1}, 3.1415926386886319, {-67108864.0}},
      {{-above_1}, nan_, {nan_}},
      {{-inf}, nan_, {nan_}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::atan> : stated<ops::atan> {
  static constexpr about text{"atan(x)", {"1/(1 + x²)"}, "all x"};
  static constexpr double bound[]{1.3};
  static points at() { return each(both_signs(ratios(1e-150, 1e150, 160))); }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{1}, 0.78539816339744828, {0.5}},
      {{-1}, -0.78539816339744828, {0.5}},
      {{1e-08}, 1e-08, {below_1}},
      {{100000000.0}, 1.5707963167948966, {9.9999999999999986e-17}},
      {{1e+153}, 1.5707963267948966, {1e-306}},
      {{1e200}, pi / 2, {0}},
      {{inf}, pi / 2, {0}},
      {{-inf}, -pi / 2, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::atan2> : stated<ops::atan2> {
  static constexpr about text{
      .value = "the angle of (x, y)",
      .derivatives = {"by y: x/(x² + y²)", "by x: -y/(x² + y²)"},
      .domain = "(x, y) ≠ (0, 0)",
      .note =
          "Called as atan2(y, x). Divided by hypot(x, y) twice: the square would overflow or "
          "vanish. At the origin there is no derivative: NaN."};
  static constexpr double bound[]{2.1, 1.3};
  static points at() {
    return pairs(both_signs(ratios(1e-140, 1e140, 9)), both_signs(ratios(3e-140, 2e140, 9)));
  }
  static constexpr row edges[]{
      {{0, 0}, 0, {nan_, nan_}},
      {{0, -0.0}, pi, {nan_, nan_}},
      {{0, 1}, 0, {1, 0}},
      {{-0.0, 1}, -0.0, {1, 0}},
      {{0, -1}, pi, {-1, 0}},
      {{-0.0, -1}, -pi, {-1, 0}},
      {{1, 0}, pi / 2, {0, -1}},
      {{-1, 0}, -pi / 2, {0, 1}},
      {{1, 1}, 0.78539816339744828, {0.5, -0.5}},
      {{1, -1}, 2.3561944901923448, {-0.5, -0.5}},
      {{-1, -1}, -2.3561944901923448, {-0.5, 0.5}},
      {{3, 4}, 0.64350110879328437, {0.16, -0.12}},
      {{1e-200, 1e-200}, 0.78539816339744828, {5e+199, -5e+199}},
      {{1e+200, 1e+200}, 0.78539816339744828, {5e-201, -5e-201}},
      {{1e-300, 1}, 1e-300, {1, -1e-300}},
      {{1, inf}, 0, {nan_, 0}},
      {{inf, 1}, pi / 2, {0, nan_}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

}  // namespace edge
