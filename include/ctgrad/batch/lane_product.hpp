// What rounding takes from a product.
#pragma once

#include <ctgrad/batch/register.hpp>

#include <limits>

namespace ctgrad {

template <class T>
class lanes;

namespace detail {

/// A number as the sum of two of half as many digits (Veltkamp 1968).
template <class T>
struct halves {
  lanes<T> high, low;

  CTGRAD_RECORD explicit halves(const lanes<T>& x) {
    constexpr T factor = T(1 + (1LL << ((std::numeric_limits<T>::digits + 1) / 2)));
    const lanes<T> wide = factor * x;
    high = wide - (wide - x);
    low = x - high;
  }
};

/// a b - ab for the product ab as it was rounded: exact, unless a number is so large or so small
/// that it cannot be split (Dekker 1971) where no instruction rounds once.
template <class T>
CTGRAD_RECORD lanes<T> rest_of_product(const lanes<T>& a, const lanes<T>& b, const lanes<T>& ab) {
  if constexpr (fuses) {
    return fma(a, b, -ab);
  } else {
    const halves<T> x(a), y(b);
    return ((x.high * y.high - ab) + x.high * y.low + x.low * y.high) + x.low * y.low;
  }
}

}  // namespace detail
}  // namespace ctgrad
