// What a derivative may be told: which arguments are differentiated, and how it is run.
//
//   ctgrad::gradient<ctgrad::wrt<0>, ctgrad::interpreted>(f)
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace ctgrad {

/// Which arguments are differentiated, by position; all others are passive.
template <std::size_t... Positions>
struct wrt {};

/// The derivative is straight-line code, whatever its length; the default up to unroll_limit
/// instructions. The time to compile it grows with the length, and so do the compiler's limits that
/// it needs: -fconstexpr-steps (clang), -fconstexpr-ops-limit (GCC).
struct unrolled {};

/// The derivative is interpreted: one call through a pointer per instruction, in memory that is
/// kept from call to call. The default for what is longer. The function's values have the same
/// bits, unless the compiler contracts products and sums (-ffp-contract). So have its derivatives,
/// as long as they could be unrolled; those of a longer function may differ by roundings, because
/// their sums may be added up in another order.
struct interpreted {};

namespace detail {

template <class Option>
inline constexpr bool is_wrt = false;
template <std::size_t... Positions>
inline constexpr bool is_wrt<wrt<Positions...>> = true;

/// Is there such an option?
template <class Option>
inline constexpr bool is_option =
    is_wrt<Option> || std::is_same_v<Option, unrolled> || std::is_same_v<Option, interpreted>;

template <class Option, class... Options>
inline constexpr bool has_option = (std::is_same_v<Option, Options> || ...);

/// Checks what stands in the angle brackets of a derivative.
template <class... Options>
consteval bool check_options() {
  constexpr bool known = (is_option<Options> && ...);
  static_assert(known,
                "[ctgrad-E32] this is no option of a derivative: there are wrt<0, 1>, unrolled and "
                "interpreted");
  constexpr int choices = (0 + ... + int{is_wrt<Options>});
  constexpr bool consistent =
      !(has_option<unrolled, Options...> && has_option<interpreted, Options...>) && choices <= 1;
  static_assert(consistent,
                "[ctgrad-E32] a derivative is either unrolled or interpreted, and has one "
                "wrt<...>, which names all of the arguments: wrt<0, 1>");
  return known && consistent;
}

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
