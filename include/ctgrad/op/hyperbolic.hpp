// tanh.
#pragma once

#include <ctgrad/op/arithmetic.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// d tanh x = 1 - y²
struct tanh : op<"tanh", 1> {
  static constexpr auto value(const auto& x) {
    using std::tanh;
    return tanh(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{1 - y * y}; }
};

}  // namespace ops

template <operand X, nothing... Yield>
constexpr applied<ops::tanh, X> tanh(const X& x, Yield...) {
  return apply<ops::tanh>(x);
}

}  // namespace ctgrad
