// Which scalar a computation runs on, and in which type its program keeps literals.
#pragma once

#include <compare>
#include <concepts>
#include <type_traits>

namespace ctgrad::detail {

/// The common type of some numbers; whole numbers alone are computed as double.
template <class... X>
struct common_scalar {
  using type = std::common_type_t<X...>;
};
template <class... X>
  requires(std::integral<std::common_type_t<X...>>)
struct common_scalar<X...> {
  using type = double;
};
template <>
struct common_scalar<> {
  using type = double;
};
template <class... X>
using common_scalar_t = typename common_scalar<X...>::type;

/// The literal of a program that will run on a number class (a multiprecision one, say). It is
/// written as a double but not computed with: 1/7 in double is not 1/7 in 50 digits, so nothing is
/// folded.
struct unfolded {
  double value = 0;

  constexpr unfolded() = default;
  template <class Number>
    requires std::is_arithmetic_v<Number>
  // NOLINTNEXTLINE(google-explicit-constructor): compared with plain numbers
  constexpr unfolded(const Number& number_) : value(static_cast<double>(number_)) {}
  template <class Number>
    requires(!std::is_arithmetic_v<Number>)
  constexpr explicit unfolded(const Number& number_) : value(static_cast<double>(number_)) {}

  template <class Scalar>
  constexpr explicit operator Scalar() const {
    return static_cast<Scalar>(value);
  }
  friend constexpr bool operator==(const unfolded& a, const unfolded& b) {
    return a.value == b.value;
  }
  friend constexpr auto operator<=>(const unfolded& a, const unfolded& b) {
    return a.value <=> b.value;
  }
};

/// Programs keep literals in the scalar itself if it is a built-in type.
template <class Scalar>
using literal_type = std::conditional_t<std::floating_point<Scalar>, Scalar, unfolded>;

/// The type that literals are computed in while a program is recorded.
template <class Literal>
using number_of_literal = std::conditional_t<std::is_same_v<Literal, unfolded>, double, Literal>;

}  // namespace ctgrad::detail
