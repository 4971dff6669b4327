// The graph behind a Value as JSON, for programs.
#pragma once

#include <ctgrad/detail/text.hpp>
#include <ctgrad/detail/utf8.hpp>
#include <ctgrad/graph/graph_of.hpp>

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ctgrad {
namespace detail {

/// A string of JSON, quotes included. Control characters are escaped; what is not UTF-8 is U+FFFD.
inline std::string json_text(std::string_view words) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for_each_character(words, [&](const character& c_) {
    if (c_.code == '"' || c_.code == '\\') {
      result += '\\';
      result += c_.bytes;
    } else if (c_.code < 0x20 || (c_.code >= 0x7F && c_.code <= 0x9F)) {
      result += text("\\u00", digits.substr(c_.code >> 4, 1), digits.substr(c_.code & 15, 1));
    } else {
      result += c_.bytes;
    }
  });
  return result += '"';
}

/// A number with as many digits as it takes to read the same number again. JSON has no numbers that
/// are not finite: these are the strings "NaN", "Infinity" and "-Infinity".
template <class T>
std::string json_number(const T& x) {
  if constexpr (std::floating_point<T>) {
    if (x != x) return "\"NaN\"";
    if (std::isinf(x)) return x < 0 ? "\"-Infinity\"" : "\"Infinity\"";
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, x).ptr;
    const std::string_view number(digits, std::size_t(end - digits));
    return number == "-0" ? "-0.0" : std::string(number);  // an integer has no sign of zero
  } else {
    return json_number(static_cast<double>(x));  // the nearest
  }
}

/// "[1, 2]" of items and what writes one.
template <class Items>
std::string json_list(const Items& items, const char* separator, auto&& write) {
  std::string all;
  for (const auto& item : items) {
    if (!all.empty()) all += separator;
    all += write(item);
  }
  return text("[", all, "]");
}

inline std::string_view json_name(graph_role role) {
  switch (role) {
    case graph_role::variable:
      return "variable";
    case graph_role::operation:
      return "operation";
    case graph_role::constant:
      return "constant";
    case graph_role::cut:
      return "cut";
    case graph_role::fused:
      break;
  }
  return "fused";
}

template <class T>
std::string json_node(const graph_node<T>& n) {
  return text("{\"role\": \"", json_name(n.role), "\", \"label\": ", json_text(n.label),
              ", \"op\": ", json_text(n.op), ", \"data\": ", json_number(n.data),
              ", \"grad\": ", json_number(n.grad), ", \"operands\": ",
              json_list(n.operands, ", ", [](std::size_t k_) { return std::to_string(k_); }),
              ", \"part_of\": ", std::to_string(n.part_of), "}");
}

}  // namespace detail

/// A graph as one JSON object, a line per node:
///
///   {"ctgrad_graph": 1,          the version of this format
///    "cut": 0,                   how many nodes are cut: their operands are not here
///    "limit": 0,                 the number of nodes at which it was cut; 0: at none
///    "opened": ["f"],            names of the fused operations that are opened
///    "nodes": [{"role": "variable",   or operation, constant, cut, fused
///               "label": "x", "op": "", "data": 2, "grad": -1.5,
///               "operands": [],       places in "nodes", all before this one, in the op's order
///               "part_of": 0}]}       1: a step of the first of "opened"; 0: of none
///
/// The last node is the Value. Numbers are exact: reading them gives the same bits. Those that are
/// not finite are strings, "NaN", "Infinity" and "-Infinity". Texts are UTF-8 with control
/// characters escaped; a byte that is not UTF-8 becomes U+FFFD. Of a class of numbers the nearest
/// double is written. Linear.
template <class T>
std::string to_json(const graph<T>& g) {
  return detail::text(
      "{\"ctgrad_graph\": 1, \"cut\": ", std::to_string(g.cut()),
      ", \"limit\": ", std::to_string(g.limit), ", \"opened\": ",
      detail::json_list(g.opened, ", ", [](const auto& o_) { return detail::json_text(o_); }),
      ", \"nodes\": ",
      detail::json_list(g.nodes, ",\n", [](const auto& n_) { return detail::json_node(n_); }),
      "}\n");
}

/// Everything that led to `root`, for programs: to_json of its graph. Of the options it heeds
/// nodes_at_most and open_fused. Errors: [ctgrad-E20], [ctgrad-E21] for a released or foreign
/// Value.
///
///   std::ofstream("graph.json") << ctgrad::to_json(loss);
template <class T>
std::string to_json(const basic_value<T>& root, const graph_options& options = {}) {
  return to_json(graph_of(root, options));
}

}  // namespace ctgrad
