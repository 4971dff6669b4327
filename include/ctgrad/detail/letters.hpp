// What names are made of.
#pragma once

#include <ctgrad/detail/utf8.hpp>

#include <array>

namespace ctgrad::detail {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A letter of ASCII, '_' or a byte of any other character.
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 128;
}

/// A letter of the Latin, Greek and Cyrillic alphabets, or a digit below the line.
constexpr bool is_letter_character(char32_t code) {
  if (code < 128) return is_letter(static_cast<char>(code));
  constexpr std::array<std::array<char32_t, 2>, 9> ranges{{{0xB5, 0xB5},
                                                           {0xC0, 0xD6},
                                                           {0xD8, 0xF6},
                                                           {0xF8, 0x24F},
                                                           {0x386, 0x386},
                                                           {0x388, 0x3FF},
                                                           {0x400, 0x481},
                                                           {0x48A, 0x52F},
                                                           {0x2080, 0x2089}}};
  for (const auto& [first, last] : ranges) {
    if (code >= first && code <= last) return true;
  }
  return false;
}

}  // namespace ctgrad::detail
