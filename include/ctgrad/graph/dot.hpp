// The graph behind a Value in Graphviz's language.
#pragma once

#include <ctgrad/graph/graph.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace ctgrad {
namespace detail {

/// Text inside an HTML-like label.
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
      default:
        result += c;
    }
  }
  return result;
}

inline std::string rounded(double x) {
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%.4g", x);
  return {text, std::size_t(length)};
}

/// A card: the name above, data and grad below.
template <class T>
std::string card(const graph_node<T>& node) {
  const auto row = [](std::string_view key, double number_) {
    return "<tr><td align=\"left\"><font color=\"#7a8699\" point-size=\"9\">" + std::string(key) +
           "</font></td><td align=\"right\">" + rounded(number_) + "</td></tr>";
  };
  std::string text = "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">";
  if (!node.label.empty()) {
    text += "<tr><td colspan=\"2\"><b>" + escaped(node.label) + "</b></td></tr>";
  }
  return text + row("data", double(node.data)) + row("grad", double(node.grad)) + "</table>>";
}

template <class T>
std::string dot_node(const graph_node<T>& node, std::size_t i) {
  const std::string name = "n" + std::to_string(i);
  if (node.constant) {
    return "  " + name + " [style=\"\", color=none, width=0, height=0, label=\"" +
           rounded(double(node.data)) + "\", fontcolor=\"#7a8699\"];\n";
  }
  const bool variable = node.op.empty();
  std::string text = "  " + name + " [label=" + card(node) + ", fillcolor=\"" +
                     (variable ? "#e8f1fd" : "#ffffff") + "\", color=\"" +
                     (variable ? "#5b8fd6" : "#aab4c3") + "\"];\n";
  if (!variable) {
    text += "  op" + std::to_string(i) +
            " [fillcolor=\"#2f3b52\", color=\"#2f3b52\", fontcolor=white," +
            " width=0.3, height=0.3, margin=\"0.09,0.04\", label=\"" + node.op + "\"];\n  op" +
            std::to_string(i) + " -> " + name + ";\n";
  }
  for (const std::size_t from : node.operands) {
    text += "  n" + std::to_string(from) + " -> op" + std::to_string(i) + ";\n";
  }
  return text;
}

}  // namespace detail

/// Draws every operation that led to `root` with its label, data and grad:
///
///   std::ofstream("graph.dot") << ctgrad::to_dot(loss);    // then: dot -Tsvg graph.dot -o
///   graph.svg
///
/// A graph of more than nodes_at_most nodes is cut at its far end, with a note in the picture.
/// Errors: E20, E21 for a released or foreign Value.
template <class T>
std::string to_dot(const basic_value<T>& root, std::size_t nodes_at_most = 500) {
  const auto g = graph_of(root, nodes_at_most);
  std::string text =
      "digraph ctgrad {\n"
      "  rankdir=LR; pad=0.2; bgcolor=\"#fbfcfe\"; nodesep=0.25; ranksep=0.35;\n"
      "  node [shape=box, style=\"filled,rounded\", fontname=\"Helvetica\", fontsize=11,"
      " fontcolor=\"#1d2738\", margin=0.04];\n"
      "  edge [color=\"#9aa5b5\", arrowsize=0.6];\n";
  for (std::size_t i = 0; i < g.nodes.size(); ++i) text += detail::dot_node(g.nodes[i], i);
  if (g.cut != 0) {
    text += "  label=\"cut: " + std::to_string(g.cut) + " operands further back are not drawn\";\n";
  }
  return text + "}\n";
}

}  // namespace ctgrad
