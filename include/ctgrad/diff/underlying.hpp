// What stands under the levels of differentiation of a number: a dual of duals, a Value of duals.
#pragma once

#include <ctgrad/op/op.hpp>

namespace ctgrad::detail {

/// The number (or symbol) under all levels of differentiation.
constexpr const auto& number_under(const auto& x) {
  if constexpr (requires { x.primal(); }) {
    return number_under(x.primal());
  } else if constexpr (requires { x.is_passive(); }) {
    return number_under(x.data());
  } else {
    return x;
  }
}

/// Does x depend on no variable of any level?
constexpr bool is_constant(const auto& x) {
  if constexpr (requires { x.primal(); }) {
    return x.is_passive() && is_constant(x.primal());
  } else if constexpr (requires { x.is_passive(); }) {
    return x.is_passive() && is_constant(x.data());
  } else if constexpr (requires { x.is_literal(); }) {
    return x.is_literal();
  } else {
    return true;
  }
}

}  // namespace ctgrad::detail
