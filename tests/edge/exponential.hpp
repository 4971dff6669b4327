// What is stated about exp, log and their relatives.
#pragma once

#include <ctgrad/op/exponential.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using exponential = ctgrad::op_list<ops::exp, ops::exp2, ops::expm1, ops::log, ops::log2,
                                    ops::log10, ops::log1p, ops::xlogy>;

template <>
struct entry<ops::exp> : stated<ops::exp> {
  static constexpr about text{"exp(x)", {"exp(x)"}, "all x", "Overflows beyond 709.78."};
  static constexpr double bound[]{0.5};
  static points at() {
    return each(join({both_signs(ratios(1e-10, 700, 150)), {709.7, 710, -740, -746}}));
  }
  static constexpr row edges[]{
      {{0}, 1, {1}},
      {{-0.0}, 1, {1}},
      {{tiniest}, 1, {1}},
      {{1}, 2.7182818284590451, {2.7182818284590451}},
      {{-1}, 0.36787944117144233, {0.36787944117144233}},
      {{eps}, above_1, {above_1}},
      {{709.7}, 1.6549840276802644e+308, {1.6549840276802644e+308}},
      {{-708.5}, 2.006132305331306e-308, {2.006132305331306e-308}},
      {{-745.1}, tiniest, {tiniest}},
      {{710}, inf, {inf}},
      {{-746}, 0, {0}},
      {{biggest}, inf, {inf}},
      {{inf}, inf, {inf}},
      {{-inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::exp2> : stated<ops::exp2> {
  static constexpr about text{"2^x", {"2^x ln 2"}, "all x"};
  static constexpr double bound[]{1.3};
  static points at() {
    return each(join({both_signs(ratios(1e-10, 1000, 150)), {1023.5, -1060, -1076}}));
  }
  static constexpr row edges[]{
      {{0}, 1, {0.69314718055994529}},
      {{-0.0}, 1, {0.69314718055994529}},
      {{1}, 2, {1.3862943611198906}},
      {{-1}, 0.5, {0.34657359027997264}},
      {{10}, 1024, {709.78271289338397}},
      {{0.5}, 1.4142135623730951, {0.98025814346854723}},
      {{1023}, 8.9884656743115795e+307, {6.2303296397089188e+307}},
      {{-1022}, smallest, {1.5423036715619055e-308}},
      {{-1074}, tiniest, {tiniest}},
      {{eps}, above_1, {0.6931471805599454}},
      {{1024}, inf, {inf}},
      {{-1076}, 0, {0}},
      {{inf}, inf, {inf}},
      {{-inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::expm1> : stated<ops::expm1> {
  static constexpr about text{.value = "exp(x) - 1",
                              .derivatives = {"exp(x)"},
                              .domain = "all x",
                              .note = "Not written as y + 1, which has no digits left below -37."};
  static constexpr double bound[]{0.5};
  static points at() {
    return each(join({both_signs(ratios(1e-10, 700, 150)), {-19.6, -37.5, 709.7, 710, -746}}));
  }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{tiniest}, tiniest, {1}},
      {{-tiniest}, -tiniest, {1}},
      {{smallest}, smallest, {1}},
      {{1e-10}, 1.00000000005e-10, {1.0000000001}},
      {{1}, 1.7182818284590453, {2.7182818284590451}},
      {{-1}, -0.63212055882855767, {0.36787944117144233}},
      {{-19.6}, -0.99999999692512009, {3.0748798795866061e-09}},
      {{-37.5}, -1, {5.1755550058018688e-17}},
      {{-708.5}, -1, {2.006132305331306e-308}},
      {{709.7}, 1.6549840276802644e+308, {1.6549840276802644e+308}},
      {{710}, inf, {inf}},
      {{-746}, -1, {0}},
      {{inf}, inf, {inf}},
      {{-inf}, -1, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log> : stated<ops::log> {
  static constexpr about text{.value = "log(x)",
                              .derivatives = {"1/x"},
                              .domain = "x > 0",
                              .note =
                                  "At 0 the slope is +inf. Left of 0 the value is NaN; the "
                                  "derivative is the formula's."};
  static constexpr double bound[]{0.5};
  static points at() {
    return each(join({ratios(1e-307, 1e307, 301), around(1, ratios(1e-15, 1e-3, 10))}));
  }
  static constexpr row edges[]{
      {{0}, -inf, {inf}},
      {{-0.0}, -inf, {-inf}},
      {{1}, 0, {1}},
      {{tiniest}, -744.44007192138122, {inf}},
      {{smallest}, -708.39641853226408, {4.4942328371557898e+307}},
      {{below_1}, -1.1102230246251565e-16, {above_1}},
      {{above_1}, 2.2204460492503128e-16, {0.99999999999999978}},
      {{2}, 0.69314718055994529, {0.5}},
      {{10}, 2.3025850929940459, {0.1}},
      {{1e+300}, 690.77552789821368, {1e-300}},
      {{biggest}, 709.78271289338397, {5.5626846462680035e-309}},
      {{-1}, nan_, {-1}},
      {{-inf}, nan_, {0}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log2> : stated<ops::log2> {
  static constexpr about text{.value = "log2(x)",
                              .derivatives = {"log2(e)/x"},
                              .domain = "x > 0",
                              .note = "At 0 the slope is +inf."};
  static constexpr double bound[]{0.7};
  static points at() { return entry<ops::log>::at(); }
  static constexpr row edges[]{
      {{0}, -inf, {inf}},
      {{1}, 0, {1.4426950408889634}},
      {{2}, 1, {0.72134752044448169}},
      {{0.5}, -1, {2.8853900817779268}},
      {{1024}, 10, {0.0014088818758681283}},
      {{below_1}, -1.6017132519074588e-16, {1.4426950408889636}},
      {{above_1}, 3.2034265038149171e-16, {1.4426950408889632}},
      {{smallest}, -1022, {6.4838074267649941e+307}},
      {{biggest}, 1024, {8.0252575532000286e-309}},
      {{-1}, nan_, {-1.4426950408889634}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log10> : stated<ops::log10> {
  static constexpr about text{.value = "log10(x)",
                              .derivatives = {"log10(e)/x"},
                              .domain = "x > 0",
                              .note = "At 0 the slope is +inf."};
  static constexpr double bound[]{0.7};
  static points at() { return entry<ops::log>::at(); }
  static constexpr row edges[]{
      {{0}, -inf, {inf}},
      {{1}, 0, {0.43429448190325182}},
      {{10}, 1, {0.043429448190325182}},
      {{0.1}, -1, {4.3429448190325184}},
      {{1000}, 3, {0.00043429448190325184}},
      {{below_1}, -4.821637332766436e-17, {0.43429448190325187}},
      {{above_1}, 9.6432746655328696e-17, {0.43429448190325171}},
      {{smallest}, -307.65265556858878, {1.9518205215651552e+307}},
      {{biggest}, 308.25471555991675, {2.4158432464421368e-309}},
      {{-1}, nan_, {-0.43429448190325182}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log1p> : stated<ops::log1p> {
  static constexpr about text{.value = "log(1 + x)",
                              .derivatives = {"1/(1 + x)"},
                              .domain = "x > -1",
                              .note = "At -1 the slope is +inf."};
  static constexpr double bound[]{0.8};
  static points at() {
    auto near_pole = ratios(0x1p-53, 0.5, 40);
    for (double& x : near_pole) x = x - 1;
    return each(join({both_signs(ratios(1e-300, 0.9, 100)), ratios(1, 1e300, 100), near_pole}));
  }
  static constexpr row edges[]{
      {{0}, 0, {1}},
      {{-0.0}, -0.0, {1}},
      {{-1}, -inf, {inf}},
      {{tiniest}, tiniest, {1}},
      {{-tiniest}, -tiniest, {1}},
      {{1e-10}, 9.9999999995000007e-11, {0.99999999989999999}},
      {{-below_1}, -36.736800569677101, {9007199254740992}},
      {{1}, 0.69314718055994529, {0.5}},
      {{-0.5}, -0.69314718055994529, {2}},
      {{1e+300}, 690.77552789821368, {1e-300}},
      {{biggest}, 709.78271289338397, {5.5626846462680035e-309}},
      {{-2}, nan_, {-1}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::xlogy> : stated<ops::xlogy> {
  static constexpr about text{
      .value = "x log(y), 0 for x = 0",
      .derivatives = {"by x: log(y)", "by y: x/y"},
      .domain = "y > 0",
      .note =
          "For x = 0 the value and the slope by y are 0, even at y = 0; the slope by x is "
          "log(y), -inf there."};
  static constexpr double bound[]{0.5, 0.5};
  static points at() {
    return pairs(both_signs(ratios(1e-100, 1e100, 6)),
                 join({ratios(1e-200, 1e200, 20), around(1, ratios(1e-15, 1e-2, 5))}));
  }
  static constexpr row edges[]{
      {{0, 0}, 0, {-inf, 0}},
      {{-0.0, 0}, 0, {-inf, 0}},
      {{0, inf}, 0, {inf, 0}},
      {{0, 2}, 0, {0.69314718055994531, 0}},
      {{1, 1}, 0, {0, 1}},
      {{3, 2}, 2.0794415416798357, {0.69314718055994529, 1.5}},
      {{-2, 0.5}, 1.3862943611198906, {-0.69314718055994529, -4}},
      {{2, above_1}, 4.4408920985006257e-16, {2.2204460492503128e-16, 1.9999999999999996}},
      {{1e-300, 1e-300}, -6.9077552789821376e-298, {-690.77552789821368, 1}},
      {{1, 0}, -inf, {-inf, inf}},
      {{-1, 0}, inf, {-inf, -inf}},
      {{1, -1}, nan_, {nan_, -1}},
      {{1, inf}, inf, {inf, 0}},
      {{0, nan_}, nan_, {nan_, nan_}},
      {{nan_, 2}, nan_, {0.69314718055994531, nan_}},
  };
};

}  // namespace edge
