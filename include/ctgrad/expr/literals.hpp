// Numbers as part of a formula's type: 2_c, 0.5_c.
#pragma once

#include <ctgrad/expr/node.hpp>

#include <cstdint>

namespace ctgrad {
namespace detail {

/// The nearest double to a decimal number of at most 15 digits and 22 decimals: both parts are
/// exact doubles, and one division rounds once (Clinger, "How to read floating point numbers
/// accurately", 1990).
template <char... Digits>
constexpr double read_decimal() {
  double digits = 0, scale = 1;
  int significant = 0;
  bool behind_point = false;
  for (const char c : {Digits...}) {
    if (c == '\'') continue;
    if (c == '.') {
      behind_point = true;
      continue;
    }
    digits = 10 * digits + (c - '0');
    if (digits != 0) ++significant;
    if (behind_point) scale *= 10;
  }
  return significant <= 15 && scale <= 1e22 ? digits / scale : -1;
}

template <char... Digits>
constexpr bool plain_decimal() {
  return (((Digits >= '0' && Digits <= '9') || Digits == '.' || Digits == '\'') && ...) &&
         read_decimal<Digits...>() >= 0;
}

}  // namespace detail

inline namespace literals {

/// 2_c is the formula "2" with the number in its type.
template <char... Digits>
constexpr auto operator""_c() {
  static_assert(detail::plain_decimal<Digits...>(),
                "[ctgrad-E14] a literal formula is a plain decimal number of at most 15 digits");
  return literal<double, &detail::read_decimal<Digits...>>{};
}

}  // namespace literals
}  // namespace ctgrad
