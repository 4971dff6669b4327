// Does a direction, or the weights of a vjp, have the structure that it needs?
//
// An array, tuple or pair of numbers is like any other of as many; a struct is only like itself. A
// lone number is like an array of one.
#pragma once

#include <ctgrad/diff/structure.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// One type for all structures that are alike.
template <class X>
struct likeness {
  using type = rebound<X, double>;
};
template <class X>
using likeness_of = typename likeness<X>::type;

/// Elements that are all alike are an array of them.
template <class... X>
struct likeness_of_elements {
  using type = std::tuple<X...>;
};
template <class First, std::same_as<First>... Rest>
struct likeness_of_elements<First, Rest...> {
  using type = std::array<First, 1 + sizeof...(Rest)>;
};

template <class X, std::size_t N>
struct likeness<std::array<X, N>> {
  using type = std::array<likeness_of<X>, N>;
};
template <class... X>
struct likeness<std::tuple<X...>> : likeness_of_elements<likeness_of<X>...> {};
template <class A, class B>
struct likeness<std::pair<A, B>> : likeness_of_elements<likeness_of<A>, likeness_of<B>> {};

template <class X>
struct without_brackets {
  using type = X;
};
template <class X>
struct without_brackets<std::array<X, 1>> : without_brackets<X> {};

template <class A, class B>
inline constexpr bool alike = std::is_same_v<typename without_brackets<likeness_of<A>>::type,
                                             typename without_brackets<likeness_of<B>>::type>;

/// The direction of a jvp is like what f is differentiated by, and so on.
template <class Kind, class Y, class X, class... Extra>
consteval bool check_extra() {
  constexpr bool same = [] {
    if constexpr (Kind::extra == 0) {
      return true;
    } else if constexpr ((structured<Extra> && ...)) {
      return (alike<Extra, typename Kind::template along<Y, X>> && ...);
    } else {
      return false;
    }
  }();
  static_assert(same,
                "[ctgrad-E18] a direction has the structure of the arguments that the function is "
                "differentiated by, the weights of a vjp that of its result");
  return same;
}

template <class X>
concept tuple_like = requires { std::tuple_size<X>::value; };

/// A product is called with two things.
template <bool OfTwo>
consteval bool check_point() {
  static_assert(OfTwo,
                "[ctgrad-E18] jvp, vjp and hvp are called with two things, a point and a direction "
                "(or weights); the point is the function's only argument, or the std::tuple or "
                "std::array of several: hvp(f)(std::tuple{x, y}, std::tuple{dx, dy})");
  return OfTwo;
}

}  // namespace ctgrad::detail
