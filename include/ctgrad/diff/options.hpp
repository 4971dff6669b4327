// What a derivative may be told: which arguments are differentiated, and how it is run.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace ctgrad {

/// Which arguments are differentiated, by position; all others are passive.
template <std::size_t... Positions>
struct wrt {};

namespace detail {

template <class Option>
inline constexpr bool is_wrt = false;
template <std::size_t... Positions>
inline constexpr bool is_wrt<wrt<Positions...>> = true;

template <std::size_t... I>
constexpr wrt<I...> positions(std::index_sequence<I...>) {
  return {};
}

/// The wrt among the options of a derivative; all of `arguments` if there is none.
template <class... Options>
struct chosen_of {
  template <std::size_t arguments>
  using type = decltype(positions(std::make_index_sequence<arguments>{}));
};
template <class Option, class... Rest>
struct chosen_of<Option, Rest...> : chosen_of<Rest...> {};
template <std::size_t... Positions, class... Rest>
struct chosen_of<wrt<Positions...>, Rest...> {
  template <std::size_t arguments>
  using type = wrt<Positions...>;
};

}  // namespace detail
}  // namespace ctgrad
