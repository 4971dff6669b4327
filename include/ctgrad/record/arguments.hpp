// The arguments of recordings: which types there are, what a recording keeps of them, and whether
// those of a replay are like them.
//
// Numbers, and what holds numbers (std::vector, std::span, std::array, tuples, adapted structs,
// whatever has a ctgrad::layout), are inputs of the recorded program. Whole numbers, and what
// holds nothing but whole numbers, are handed to the function as they are (bounds of loops,
// indices): what was recorded holds for these values.
#pragma once

#include <ctgrad/dynamic/check.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/record/layout.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace ctgrad::detail {

/// What a recording keeps of an argument: something that owns its numbers.
template <class X, class T>
struct kept_argument {
  using type = laid_out<X, T>;
};
template <class X, class T>
  requires(!becomes_constant<X>)
struct kept_argument<X, T> {
  using type = laid_out<X, number_in<X>>;
};

/// The numbers of an argument as T, or the whole numbers as they are.
template <class T, class X>
typename kept_argument<X, T>::type keep(const X& x) {
  using number = std::conditional_t<becomes_constant<X>, T, number_in<X>>;
  const auto numbers = numbers_in<number>(x);
  return arranged_as<number>(x, [&](std::size_t k_) { return numbers[k_]; });
}

// -- of which type they are ----------------------------------------------------------------------

template <class... X>
consteval bool check_recordable() {
  constexpr bool known = (arranged<X> && ...);
  static_assert(known,
                "[ctgrad-E11] an argument of a recording is neither a number nor a std::vector, "
                "std::span, std::array, std::tuple or adapted struct of numbers: let the function "
                "capture it instead, or specialise ctgrad::layout for its type");
  if constexpr (known) {
    constexpr bool numbers = (becomes_constant<X> || ...);
    static_assert(numbers,
                  "[ctgrad-E55] none of the arguments is a floating-point number, so there is "
                  "nothing to record: whole numbers stay what they are, write 2.0 for 2");
    constexpr bool built_in = !numbers || std::floating_point<number_of_call<X...>>;
    static_assert(built_in,
                  "[ctgrad-E11] the numbers of a recording are float, double or long double: "
                  "record with plain numbers, and differentiate the recording");
    return numbers && built_in;
  } else {
    return false;
  }
}

/// Is a recording of T run on these numbers? (Those of functions that are recorded have a symbol.)
template <class X, class T>
concept replayed_on =
    std::is_arithmetic_v<X> || std::is_same_v<X, basic_symbol<T>> || requires(const X& x) {
      requires std::is_same_v<std::remove_cvref_t<decltype(x.symbol())>, basic_symbol<T>>;
    };

/// Arguments of a replay: as many, and numbers where there were numbers.
template <class... Args, class... X>
consteval bool check_replayed(std::tuple<Args...>*, std::tuple<X...>*) {
  constexpr bool as_many = sizeof...(X) == sizeof...(Args);
  static_assert(as_many,
                "[ctgrad-E51] a recording is called with another number of arguments than it was "
                "recorded with; a direction, or weights, is the last of its arguments");
  if constexpr (as_many) {
    constexpr bool known = (arranged<X> && ...);
    static_assert(known,
                  "[ctgrad-E11] an argument of a recording is neither a number nor a std::vector, "
                  "std::span, std::array, std::tuple or adapted struct of numbers");
    if constexpr (known) {
      constexpr bool whole = ((becomes_constant<Args> || std::integral<number_in<X>>) && ...);
      static_assert(whole,
                    "[ctgrad-E51] an argument that was recorded as a whole number is one at every "
                    "replay");
      using T = number_of_call<Args...>;
      constexpr bool plain = (replayed_on<number_in<X>, T> && ...);
      static_assert(plain,
                    "[ctgrad-E12] a recording is called with plain numbers: gradient(r) and its "
                    "relatives differentiate it");
      return whole && plain;
    } else {
      return false;
    }
  } else {
    return false;
  }
}

// -- which lengths they have ---------------------------------------------------------------------

/// The lengths of an argument's containers, and how many numbers it has.
struct argument_size {
  std::vector<std::size_t> lengths;
  std::size_t numbers = 0;

  friend bool operator==(const argument_size&, const argument_size&) = default;
};

template <class X>
argument_size size_of(const X& x) {
  argument_size size{{}, count_numbers(x)};
  append_lengths(size.lengths, x);
  return size;
}

inline std::string described(const argument_size& size) {
  std::string all = text(std::to_string(size.numbers), size.numbers == 1 ? " number" : " numbers");
  if (size.lengths.size() < 2) return all;
  all += " (lengths";
  for (std::size_t i = 0; i < size.lengths.size() && i < 8; ++i) {
    all += text(i == 0 ? " " : ", ", std::to_string(size.lengths[i]));
  }
  return all += size.lengths.size() > 8 ? ", ...)" : ")";
}

[[noreturn]] CTGRAD_COLD inline void refuse_lengths(std::size_t argument, const argument_size& now,
                                                    const argument_size& recorded) {
  raise("ctgrad-E51",
        text("argument ", std::to_string(argument), " (counted from 0) of a recording has ",
             described(now), " and had ", described(recorded),
             " when it was recorded: what was recorded holds for these lengths, so "
             "record the function again for other ones"));
}

[[noreturn]] CTGRAD_COLD inline void refuse_whole_number(std::size_t argument) {
  raise("ctgrad-E51",
        text("argument ", std::to_string(argument),
             " (counted from 0) of a recording is a whole "
             "number, or holds them, and they are others than when it was recorded: the function "
             "may have used them as bounds or indices, so record it again"));
}

/// A row of numbers, whose length says everything.
template <class X>
inline constexpr bool is_row = false;
template <operand X>
inline constexpr bool is_row<std::vector<X>> = true;
template <class X, std::size_t N>
  requires operand<std::remove_const_t<X>>
inline constexpr bool is_row<std::span<X, N>> = true;

template <class X>
bool same_lengths(const X& x, const argument_size& recorded) {
  if constexpr (operand<X>) {
    return recorded.numbers == 1 && recorded.lengths.empty();
  } else if constexpr (is_row<X>) {
    return x.size() == recorded.numbers && recorded.lengths.size() <= 1;
  } else {
    const auto size = size_of(x);
    const bool any = size.lengths.empty() || recorded.lengths.empty();
    return size.numbers == recorded.numbers && (any || size.lengths == recorded.lengths);
  }
}

/// Is an argument of a replay like the recorded one? Errors: [ctgrad-E51].
template <class X, class Recorded>
void require_like(std::size_t argument, const X& x, const Recorded& recorded,
                  const argument_size& size) {
  if (!same_lengths(x, size)) refuse_lengths(argument, size_of(x), size);
  if constexpr (!becomes_constant<Recorded>) {
    if constexpr (!std::is_empty_v<Recorded>) {
      using number = std::common_type_t<number_in<X>, number_in<Recorded>>;
      if (numbers_in<number>(x) != numbers_in<number>(recorded)) refuse_whole_number(argument);
    }
  }
}

}  // namespace ctgrad::detail
