// sin and cos.
#pragma once

#include <ctgrad/op/arithmetic.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

struct cos;

/// d sin x = cos x
struct sin : op<"sin", 1> {
  static constexpr auto value(const auto& x) {
    using std::sin;
    return sin(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{apply<cos>(x)}; }
};

/// d cos x = -sin x
struct cos : op<"cos", 1> {
  static constexpr auto value(const auto& x) {
    using std::cos;
    return cos(x);
  }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{-apply<sin>(x)}; }
};

}  // namespace ops

template <operand X, nothing... Yield>
constexpr applied<ops::sin, X> sin(const X& x, Yield...) {
  return apply<ops::sin>(x);
}

template <operand X, nothing... Yield>
constexpr applied<ops::cos, X> cos(const X& x, Yield...) {
  return apply<ops::cos>(x);
}

}  // namespace ctgrad
