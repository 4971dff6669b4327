// What all pictures have in common: Graphviz's language and the look of things.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/detail/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace ctgrad::detail {

/// Nothing behind the picture, and lines and bare text in a grey that is read on white and on
/// black.
inline constexpr std::string_view dot_head =
    "digraph ctgrad {\n"
    "  rankdir=LR; pad=0.2; bgcolor=\"transparent\"; nodesep=0.25; ranksep=0.35;\n"
    "  node [shape=box, style=\"filled,rounded\", fontname=\"Helvetica\", fontsize=11,"
    " fontcolor=\"#1d2738\", margin=0.04];\n"
    "  edge [color=\"#9aa5b5\", arrowsize=0.6, fontname=\"Helvetica\", fontsize=8,"
    " fontcolor=\"#7a8699\"];\n";

/// The looks of boxes: what is given, what is computed, what is derived, what stands out.
namespace dot_look {
inline constexpr std::string_view blue = "fillcolor=\"#e8f1fd\", color=\"#5b8fd6\"";
inline constexpr std::string_view white = "fillcolor=\"#ffffff\", color=\"#aab4c3\"";
inline constexpr std::string_view sand = "fillcolor=\"#fdf3e3\", color=\"#d9b06c\"";
inline constexpr std::string_view dark =
    "fillcolor=\"#2f3b52\", color=\"#5d6c8a\", fontcolor=white";
inline constexpr std::string_view violet =
    "fillcolor=\"#5b3f8c\", color=\"#9a7fcb\", fontcolor=white";
}  // namespace dot_look

/// Text inside an HTML-like label. Characters that no picture can show are left out; what is not
/// UTF-8 is shown as U+FFFD.
inline std::string escaped(std::string_view text) {
  std::string result;
  for_each_character(text, [&](const character& c_) {
    switch (c_.code) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\\':  // doubled, or Graphviz reads \N as the name of the node
        result += "\\\\";
        break;
      case '\n':
        result += "<br/>";
        break;
      default:
        if (is_shown(c_.code)) result += c_.bytes;
    }
  });
  return result;
}

/// A number for people, of so many significant digits; in every locale with a point.
inline std::string rounded(double x, int digits = 4) {
  if (x != x) return "nan";
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, x, std::chars_format::general,
                                 std::clamp(digits, 1, 17));
  return {text, end.ptr};
}

}  // namespace ctgrad::detail
