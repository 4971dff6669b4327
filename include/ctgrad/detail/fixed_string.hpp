// A string that can be a template argument: the name of a variable or of an op.
#pragma once

#include <cstddef>
#include <string_view>

namespace ctgrad::detail {

template <std::size_t N>
struct fixed_string {
  char text[N]{};
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is meant to convert
  constexpr fixed_string(const char (&s_)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = s_[i];
  }
  /// The first N - 1 characters of a text.
  constexpr explicit fixed_string(std::string_view s_) {
    for (std::size_t i = 0; i + 1 < N; ++i) text[i] = s_[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

}  // namespace ctgrad::detail
