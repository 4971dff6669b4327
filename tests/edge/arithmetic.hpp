// What is stated about + - * / and the sign, square, inv, fma, lerp, detach.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using arithmetic = ctgrad::op_list<ops::add, ops::subtract, ops::multiply, ops::divide, ops::negate,
                                   ops::square, ops::inv, ops::fma, ops::lerp, ops::detach>;

template <>
struct entry<ops::add> : stated<ops::add> {
  static constexpr about text{"a + b", {"by a: 1", "by b: 1"}, "all a, b"};
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(wide(9), wide(9)); }
  static constexpr row edges[]{
      {{0.0, -0.0}, 0, {1, 1}},         {{-0.0, -0.0}, -0.0, {1, 1}},
      {{1, eps / 2}, 1, {1, 1}},        {{biggest, biggest}, inf, {1, 1}},
      {{tiniest, -tiniest}, 0, {1, 1}}, {{inf, -inf}, nan_, {1, 1}},
      {{nan_, 1}, nan_, {1, 1}},
  };
};

template <>
struct entry<ops::subtract> : stated<ops::subtract> {
  static constexpr about text{"a - b", {"by a: 1", "by b: -1"}, "all a, b"};
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(wide(9), wide(9)); }
  static constexpr row edges[]{
      {{1, 1}, 0, {1, -1}},
      {{-0.0, 0}, -0.0, {1, -1}},
      {{above_1, 1}, eps, {1, -1}},
      {{-biggest, biggest}, -inf, {1, -1}},
      {{smallest, tiniest}, 2.2250738585072009e-308, {1, -1}},
      {{inf, inf}, nan_, {1, -1}},
      {{0, nan_}, nan_, {1, -1}},
  };
};

template <>
struct entry<ops::multiply> : stated<ops::multiply> {
  static constexpr about text{"a * b", {"by a: b", "by b: a"}, "all a, b"};
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(wide(9), wide(9)); }
  static constexpr row edges[]{
      {{0, 3}, 0, {3, 0}},
      {{-0.0, 3}, -0.0, {3, 0}},
      {{3, -2}, -6, {-2, 3}},
      {{above_1, above_1}, 1 + 2 * eps, {above_1, above_1}},
      {{biggest, 2}, inf, {2, biggest}},
      {{tiniest, 0.5}, 0, {0.5, tiniest}},
      {{tiniest, tiniest}, 0, {tiniest, tiniest}},
      {{0, inf}, nan_, {inf, 0}},
      {{-inf, inf}, -inf, {inf, -inf}},
      {{nan_, 0}, nan_, {0, nan_}},
  };
};

template <>
struct entry<ops::divide> : stated<ops::divide> {
  static constexpr about text{
      .value = "a / b",
      .derivatives = {"by a: 1/b", "by b: -(a/b)/b"},
      .domain = "b ≠ 0",
      .note =
          "The quotient is divided by b again: a/b² would overflow or vanish where a/b does "
          "not. At b = 0 as IEEE: ±inf, or NaN for 0/0."};
  static constexpr double bound[]{0.5, 1};
  static points at() { return pairs(wide(9), wide(9)); }
  static constexpr row edges[]{
      {{6, 3}, 2, {1. / 3, -2. / 3}},
      {{1, -4}, -0.25, {-0.25, -0.0625}},
      {{1e200, 1e200}, 1, {1e-200, -1e-200}},
      {{1e-200, 1e-200}, 1, {1e200, -1e200}},
      {{0, 2}, 0, {0.5, 0}},
      {{-0.0, 2}, -0.0, {0.5, 0}},
      {{1, 0}, inf, {inf, -inf}},
      {{1, -0.0}, -inf, {-inf, -inf}},
      {{0, 0}, nan_, {inf, nan_}},
      {{1, inf}, 0, {0, 0}},
      {{inf, 2}, inf, {0.5, -inf}},
      {{inf, inf}, nan_, {0, nan_}},
      {{1, biggest}, 5.56268464626800346e-309, {5.56268464626800346e-309, 0}},
      {{1, tiniest}, inf, {inf, -inf}},
      {{nan_, 2}, nan_, {0.5, nan_}},
      {{2, nan_}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<ops::negate> : stated<ops::negate> {
  static constexpr about text{"-x", {"-1"}, "all x"};
  static constexpr double bound[]{0};
  static points at() { return each(both_signs(ratios(1e-300, 1e300, 150))); }
  static constexpr row edges[]{
      {{0}, -0.0, {-1}},           {{-0.0}, 0, {-1}},   {{tiniest}, -tiniest, {-1}},
      {{biggest}, -biggest, {-1}}, {{-inf}, inf, {-1}}, {{nan_}, nan_, {-1}},
  };
};

template <>
struct entry<ops::square> : stated<ops::square> {
  static constexpr about text{"x²", {"2x"}, "all x"};
  static constexpr double bound[]{0};
  static points at() { return each(both_signs(ratios(1e-300, 1e300, 150))); }
  static constexpr row edges[]{
      {{0}, 0, {0}},
      {{-0.0}, 0, {0}},
      {{-3}, 9, {-6}},
      {{below_1}, 1 - eps, {2 - eps}},
      {{smallest}, 0, {2 * smallest}},
      {{1e200}, inf, {2e200}},
      {{biggest}, inf, {inf}},
      {{-inf}, inf, {-inf}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::inv> : stated<ops::inv> {
  static constexpr about text{.value = "1/x",
                              .derivatives = {"-1/x²"},
                              .domain = "x ≠ 0",
                              .note = "At 0 the slope is -inf, from either side."};
  static constexpr double bound[]{1.6};
  static points at() {
    return each(both_signs(join({ratios(1e-153, 1e153, 150), {1e-160, 1e160, 1e300, 1e-300}})));
  }
  static constexpr row edges[]{
      {{1}, 1, {-1}},
      {{-2}, -0.5, {-0.25}},
      {{0}, inf, {-inf}},
      {{-0.0}, -inf, {-inf}},
      {{above_1}, below_1 - eps / 2, {-1 + 2 * eps}},
      {{smallest}, 0x1p1022, {-inf}},
      {{tiniest}, inf, {-inf}},
      {{biggest}, 5.56268464626800346e-309, {0}},
      {{inf}, 0, {0}},
      {{-inf}, -0.0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::fma> : stated<ops::fma> {
  static constexpr about text{
      "a b + c, rounded once", {"by a: b", "by b: a", "by c: 1"}, "all a, b, c"};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0, 0};
  static points at() {
    const auto x = both_signs(ratios(1e-9, 1e9, 4));
    return triples(x, x, x);
  }
  static constexpr row edges[]{
      {{2, 3, 4}, 10, {3, 2, 1}},
      {{above_1, above_1, -1 - 2 * eps}, eps* eps, {above_1, above_1, 1}},
      {{0, 5, 0}, 0, {5, 0, 1}},
      {{-0.0, 5, -0.0}, -0.0, {5, 0, 1}},
      {{biggest, 2, -biggest}, biggest, {2, biggest, 1}},
      {{tiniest, 0.5, 0}, 0, {0.5, tiniest, 1}},
      {{0, inf, 1}, nan_, {inf, 0, 1}},
      {{1, 1, nan_}, nan_, {1, 1, 1}},
  };
};

template <>
struct entry<ops::lerp> : stated<ops::lerp> {
  static constexpr about text{.value = "a + t (b - a)",
                              .derivatives = {"by a: 1 - t", "by b: t", "by t: b - a"},
                              .domain = "all a, b, t",
                              .note = "Exactly a at t = 0 and b at t = 1."};
  static constexpr double bound[]{0.3, 0, 0.5};
  static points at() {
    return only(triples(both_signs(ratios(1e-5, 1e5, 4)), both_signs(ratios(2e-5, 3e5, 4)),
                        {-1, 0.1, 0.25, 0.5, 0.7, 0.999, 2.5}),
                [](double a, double b, double) { return a != b; });
  }
  static auto value(const auto& a, const auto& b, const auto& t) { return a + t * (b - a); }
  static constexpr row edges[]{
      {{2, 6, 0}, 2, {1, 0, 4}},
      {{2, 6, 1}, 6, {0, 1, 4}},
      {{2, 6, 0.25}, 3, {0.75, 0.25, 4}},
      {{2, 6, 2}, 10, {-1, 2, 4}},
      {{5, 5, 0.3}, 5, {0.7, 0.3, 0}},
      {{1e300, 1, 1}, 1, {0, 1, -1e300}},
      {{-biggest, biggest, 0.5}, 0, {0.5, 0.5, inf}},
      {{nan_, 1, 0.5}, nan_, {0.5, 0.5, nan_}},
      {{0, 1, nan_}, nan_, {nan_, nan_, 1}},
  };
};

template <>
struct entry<ops::detach> : stated<ops::detach> {
  static constexpr about text{.value = "x",
                              .derivatives = {"0"},
                              .domain = "all x",
                              .note = "0 by decree: x counts as a constant."};
  static constexpr double bound[]{0};
  static points at() { return each(both_signs(ratios(1e-300, 1e300, 150))); }
  static auto value(const auto&) { return 0; }
  static constexpr row edges[]{
      {{0}, 0, {0}},
      {{-0.0}, -0.0, {0}},
      {{3}, 3, {0}},
      {{tiniest}, tiniest, {0}},
      {{biggest}, biggest, {0}},
      {{inf}, inf, {0}},
      {{nan_}, nan_, {0}},
  };
};

}  // namespace edge
