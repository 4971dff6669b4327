// What a file has, in a message: it may be long, and anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace command {

inline bool is_control(char c) {
  const auto code = static_cast<unsigned char>(c);
  return code < ' ' || code == 0x7F;
}

/// At most 40 bytes of a text, with '?' for control characters.
inline std::string printable(std::string_view text) {
  constexpr std::size_t shown = 40;
  std::string result;
  for (const char c : text.substr(0, shown)) result += is_control(c) ? '?' : c;
  return text.size() > shown ? result + "..." : result;
}

}  // namespace command
