// What all pictures have in common: Graphviz's language and the look of things.
#pragma once

#include <ctgrad/detail/text.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace ctgrad::detail {

inline constexpr std::string_view dot_head =
    "digraph ctgrad {\n"
    "  rankdir=LR; pad=0.2; bgcolor=\"#fbfcfe\"; nodesep=0.25; ranksep=0.35;\n"
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
    "fillcolor=\"#2f3b52\", color=\"#2f3b52\", fontcolor=white";
}  // namespace dot_look

/// Text inside an HTML-like label. Characters that no picture can show are left out.
inline std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
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
      default:
        if (static_cast<unsigned char>(c) >= 32) result += c;
    }
  }
  return result;
}

inline std::string rounded(double x) {
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%.4g", x);
  return {text, std::size_t(length)};
}

}  // namespace ctgrad::detail
