// Polynomials on lanes.
#pragma once

#include <ctgrad/config.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace ctgrad::detail {

/// c[First] + c[First + 2] x + c[First + 4] x² + ..., by Horner's rule.
template <std::size_t First, class X, class T, std::size_t N>
CTGRAD_RECORD X every_second(const X& x, const std::array<T, N>& c) {
  constexpr std::size_t terms = (N - First + 1) / 2;
  X y = c[First + 2 * (terms - 1)];
  [&]<std::size_t... I>(std::index_sequence<I...>) CTGRAD_INLINE_LAMBDA {
    ((y = multiply_add(y, x, X(c[First + 2 * (terms - 2 - I)]))), ...);
  }(std::make_index_sequence<terms - 1>{});
  return y;
}

/// c[0] + c[1] x + c[2] x² + ... + c[N-1] x^(N-1). Even and odd powers apart, so that a processor
/// works on two terms at once.
template <class X, class T, std::size_t N>
CTGRAD_RECORD X polynomial(const X& x, const std::array<T, N>& c) {
  const X square = x * x;
  return multiply_add(every_second<1>(square, c), x, every_second<0>(square, c));
}

}  // namespace ctgrad::detail
