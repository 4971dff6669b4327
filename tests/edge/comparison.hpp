// What is stated about comparisons and their combinations.
#pragma once

#include <ctgrad/op/comparison.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using comparison =
    ctgrad::op_list<ops::less, ops::less_equal, ops::greater, ops::greater_equal, ops::equal,
                    ops::not_equal, ops::both, ops::either, ops::negation>;

/// Constant wherever it is differentiable.
template <class Op>
struct stated_predicate : stated<Op> {
  static constexpr double bound[]{0, 0};
  static points at() { return distinct_pairs(both_signs(ratios(1e-10, 1e10, 9))); }
  static auto value(const auto& a, const auto& b) { return Op::value(a, b) ? 1 : 0; }
};

template <>
struct entry<ops::less> : stated_predicate<ops::less> {
  static constexpr about text{"a < b",
                              {"by a: 0", "by b: 0"},
                              "all a, b",
                              "Comparisons are 1 or 0 inside of a program; NaN compares as IEEE."};
  static constexpr row edges[]{
      {{1, 2}, 1, {0, 0}},    {{2, 1}, 0, {0, 0}},      {{1, 1}, 0, {0, 0}},
      {{-0.0, 0}, 0, {0, 0}}, {{-inf, inf}, 1, {0, 0}}, {{nan_, 1}, 0, {0, 0}},
      {{1, nan_}, 0, {0, 0}},
  };
};

template <>
struct entry<ops::less_equal> : stated_predicate<ops::less_equal> {
  static constexpr about text{"a ≤ b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{1, 2}, 1, {0, 0}},    {{2, 1}, 0, {0, 0}},     {{1, 1}, 1, {0, 0}},
      {{0, -0.0}, 1, {0, 0}}, {{inf, inf}, 1, {0, 0}}, {{nan_, nan_}, 0, {0, 0}},
  };
};

template <>
struct entry<ops::greater> : stated_predicate<ops::greater> {
  static constexpr about text{"a > b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{1, 2}, 0, {0, 0}},    {{2, 1}, 1, {0, 0}},       {{1, 1}, 0, {0, 0}},
      {{0, -0.0}, 0, {0, 0}}, {{tiniest, 0}, 1, {0, 0}}, {{nan_, -inf}, 0, {0, 0}},
  };
};

template <>
struct entry<ops::greater_equal> : stated_predicate<ops::greater_equal> {
  static constexpr about text{"a ≥ b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{1, 2}, 0, {0, 0}},    {{2, 1}, 1, {0, 0}},       {{1, 1}, 1, {0, 0}},
      {{-0.0, 0}, 1, {0, 0}}, {{-inf, -inf}, 1, {0, 0}}, {{1, nan_}, 0, {0, 0}},
  };
};

template <>
struct entry<ops::equal> : stated_predicate<ops::equal> {
  static constexpr about text{"a = b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{1, 1}, 1, {0, 0}},     {{1, above_1}, 0, {0, 0}}, {{-0.0, 0}, 1, {0, 0}},
      {{inf, inf}, 1, {0, 0}}, {{nan_, nan_}, 0, {0, 0}},
  };
};

template <>
struct entry<ops::not_equal> : stated_predicate<ops::not_equal> {
  static constexpr about text{"a ≠ b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{1, 1}, 0, {0, 0}},      {{1, below_1}, 1, {0, 0}}, {{-0.0, 0}, 0, {0, 0}},
      {{inf, -inf}, 1, {0, 0}}, {{nan_, nan_}, 1, {0, 0}},
  };
};

template <>
struct entry<ops::both> : stated_predicate<ops::both> {
  static constexpr about text{"a and b",
                              {"by a: 0", "by b: 0"},
                              "all a, b",
                              "A number is true unless it is 0; NaN is true."};
  static constexpr row edges[]{
      {{1, 1}, 1, {0, 0}},    {{1, 0}, 0, {0, 0}},         {{0, 1}, 0, {0, 0}},
      {{-0.0, 5}, 0, {0, 0}}, {{0.5, tiniest}, 1, {0, 0}}, {{nan_, 1}, 1, {0, 0}},
  };
};

template <>
struct entry<ops::either> : stated_predicate<ops::either> {
  static constexpr about text{"a or b", {"by a: 0", "by b: 0"}, "all a, b"};
  static constexpr row edges[]{
      {{0, 0}, 0, {0, 0}},    {{1, 0}, 1, {0, 0}},    {{0, -3}, 1, {0, 0}},
      {{-0.0, 0}, 0, {0, 0}}, {{nan_, 0}, 1, {0, 0}},
  };
};

template <>
struct entry<ops::negation> : stated<ops::negation> {
  static constexpr about text{"not a", {"0"}, "all a"};
  static constexpr double bound[]{0};
  static points at() { return each(both_signs(ratios(1e-30, 1e300, 150))); }
  static auto value(const auto& a) { return ops::negation::value(a) ? 1 : 0; }
  static constexpr row edges[]{
      {{0}, 1, {0}},    {{-0.0}, 1, {0}}, {{1}, 0, {0}},
      {{-0.5}, 0, {0}}, {{inf}, 0, {0}},  {{nan_}, 0, {0}},
  };
};

}  // namespace edge
