// The arguments of a function of Values (tape/fused.hpp): which of them hold Values, and the
// numbers that they consist of.
#pragma once

#include <ctgrad/diff/options.hpp>
#include <ctgrad/diff/structure.hpp>
#include <ctgrad/tape/value.hpp>

#include <array>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// The number of the Values in an argument; void if there are none.
template <class X>
struct recorded_number {
  using type = void;
};
template <class X>
using number_recorded_in = typename recorded_number<X>::type;

template <class T>
struct recorded_number<basic_value<T>> {
  using type = T;
};
template <structured X>
  requires(!structure<X>::scalar && structure<X>::leaves != 0)
struct recorded_number<X> : recorded_number<typename structure<X>::number> {};

template <class X>
inline constexpr bool is_recorded_argument = !std::is_void_v<number_recorded_in<X>>;

/// The same structure of numbers.
template <class X>
constexpr decltype(auto) data_in(const X& x) {
  if constexpr (!is_recorded_argument<X>) {
    return (x);
  } else if constexpr (structure<X>::scalar) {
    return x.data();
  } else {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      rebound<X, number_recorded_in<X>> result{};
      using here = structure<X>;
      using there = structure<rebound<X, number_recorded_in<X>>>;
      ((there::template leaf<I>(result) = data_of(here::template leaf<I>(x))), ...);
      return result;
    }(std::make_index_sequence<structure<X>::leaves>{});
  }
}

/// Which of the arguments hold Values, as a wrt<...>.
template <class... X>
struct recorded_arguments {
  static constexpr std::size_t count = (std::size_t{is_recorded_argument<X>} + ... + 0);
  static constexpr auto list = [] {
    std::array<std::size_t, count> result{};
    const bool recorded[]{is_recorded_argument<X>...};
    for (std::size_t i = 0, n = 0; i < sizeof...(X); ++i) {
      if (recorded[i]) result[n++] = i;
    }
    return result;
  }();
  template <std::size_t... K>
  static auto choose(std::index_sequence<K...>) -> wrt<list[K]...>;
  using chosen = decltype(choose(std::make_index_sequence<count>{}));
  static constexpr std::size_t leaves = (structure<X>::leaves + ... + 0);
  /// Which partial is that by a leaf of all arguments; -1 by one of data.
  static constexpr auto partial_by = [] {
    std::array<int, leaves> result{};
    std::size_t leaf = 0;
    int partial = 0;
    const auto number = [&](std::size_t count_, bool recorded_) {
      for (; count_ != 0; --count_) result[leaf++] = recorded_ ? partial++ : -1;
    };
    (number(structure<X>::leaves, is_recorded_argument<X>), ...);
    return result;
  }();
  template <class First, class... Rest>
  static auto number_in() {
    if constexpr (is_recorded_argument<First>) {
      return std::type_identity<number_recorded_in<First>>{};
    } else {
      return number_in<Rest...>();
    }
  }
  using number = typename decltype(number_in<X...>())::type;
};

template <class X>
using element_in = std::remove_cvref_t<decltype(*std::begin(std::declval<X&>()))>;

/// Are there Values in what has no structure: in a range, or in a range of ranges?
template <class X>
constexpr bool holds_values() {
  if constexpr (structured<X>) {
    return is_recorded_argument<X>;
  } else if constexpr (requires { typename element_in<X>; }) {
    if constexpr (!std::is_same_v<element_in<X>, X>) return holds_values<element_in<X>>();
  }
  return false;
}

/// Does f, called with these, compute with Values that it takes out of what has no structure?
template <class F, class... X>
constexpr bool hides_values() {
  if constexpr ((structured<X> && ...)) {
    return false;
  } else if constexpr ((holds_values<X>() || ...)) {
    return true;
  } else {
    return is_recorded_argument<
        std::remove_cvref_t<decltype(std::declval<const F&>()(std::declval<const X&>()...))>>;
  }
}

}  // namespace ctgrad::detail
