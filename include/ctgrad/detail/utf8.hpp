// Texts of users, character by character: labels go into pictures and files that others read.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ctgrad::detail {

struct character {
  char32_t code;
  std::string_view bytes;  // in UTF-8
  std::size_t taken;       // bytes of the text
};

/// The first character of a text that is not empty. A byte that is no part of a character in UTF-8
/// (too long a form, half of a surrogate pair, beyond U+10FFFF, the end missing) counts as U+FFFD.
constexpr character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i_) { return static_cast<unsigned char>(text[i_]); };
  constexpr std::array<char32_t, 5> least{0x110000, 0, 0x80, 0x800, 0x10000};
  const unsigned lead = byte(0);
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC0 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF8 ? 4
                                         : 0;
  bool valid = size <= text.size();
  char32_t code = size < 2 ? lead : lead & (0x7Fu >> size);
  for (std::size_t i = 1; valid && i < size; ++i) {
    valid = (byte(i) & 0xC0u) == 0x80;
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  valid = valid && code >= least[size] && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
  return valid ? character{code, text.substr(0, size), size} : character{0xFFFD, "\xEF\xBF\xBD", 1};
}

/// Calls f with every character of a text.
constexpr void for_each_character(std::string_view text, auto&& f) {
  while (!text.empty()) {
    const character c = first_character(text);
    f(c);
    text.remove_prefix(c.taken);
  }
}

/// Can a picture show it? Control characters cannot be shown; XML has no U+FFFE and U+FFFF.
constexpr bool is_shown(char32_t code) {
  return code >= 0x20 && (code < 0x7F || code > 0x9F) && code != 0xFFFE && code != 0xFFFF;
}

}  // namespace ctgrad::detail
