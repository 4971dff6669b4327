// In which directions a dual depends on a variable: a bit for each, or a symbol for each where the
// way that is taken is not known yet.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ctgrad::detail {

/// What a comparison gives: bool, or a symbol where the outcome is not known yet.
template <class T>
using condition_of = decltype(std::declval<const T&>() < std::declval<const T&>());

constexpr bool never(bool condition) {
  return !condition;
}
template <class T>
constexpr bool never(const basic_symbol<T>& condition) {
  return condition.is_literal(0);
}

/// In which of N directions a dual depends on a variable.
template <class Condition, std::size_t N>
class directions {
 public:
  constexpr Condition operator[](std::size_t d) const { return depends_[d]; }
  constexpr void add(std::size_t d, const Condition& c) { depends_[d] = depends_[d] || c; }
  constexpr bool none() const {
    for (const auto& d : depends_) {
      if (!never(d)) return false;
    }
    return true;
  }

 private:
  std::array<Condition, N> depends_{};
};

template <std::size_t N>
class directions<bool, N> {
 public:
  constexpr bool operator[](std::size_t d) const { return ((words_[d / 64] >> (d % 64)) & 1) != 0; }
  constexpr void add(std::size_t d, bool c) { words_[d / 64] |= std::uint64_t{c} << (d % 64); }
  constexpr bool none() const {
    for (const auto w : words_) {
      if (w != 0) return false;
    }
    return true;
  }
  constexpr void add(const directions& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

 private:
  std::array<std::uint64_t, (N + 63) / 64> words_{};
};

}  // namespace ctgrad::detail
