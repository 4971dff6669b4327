// The graph behind a Value in Graphviz's language.
#pragma once

#include <ctgrad/detail/dot.hpp>
#include <ctgrad/graph/graph.hpp>

#include <string>
#include <string_view>

namespace ctgrad {
namespace detail {

inline std::string card_row(std::string_view key, double number) {
  return text("<tr><td align=\"left\"><font color=\"#7a8699\" point-size=\"9\">", key,
              "</font></td><td align=\"right\">", rounded(number), "</td></tr>");
}

/// A card: the name above, data and grad below.
template <class T>
std::string card(const graph_node<T>& node) {
  const std::string name = escaped(node.label);
  return text("<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">",
              name.empty() ? "" : text("<tr><td colspan=\"2\"><b>", name, "</b></td></tr>"),
              card_row("data", double(node.data)), card_row("grad", double(node.grad)),
              "</table>>");
}

/// The op's sign between the operands and the result.
template <class T>
std::string dot_operation(const graph_node<T>& node, const std::string& i) {
  std::string all =
      text("  op", i, " [", dot_look::dark, ", width=0.3, height=0.3,",
           " margin=\"0.09,0.04\", label=<", escaped(node.op), ">];\n  op", i, " -> n", i, ";\n");
  for (const std::size_t from : node.operands) {
    all += text("  n", std::to_string(from), " -> op", i, ";\n");
  }
  return all;
}

template <class T>
std::string dot_node(const graph_node<T>& node, const std::string& i) {
  const auto box = [&](std::string_view look_, std::string_view style_ = "") {
    return text("  n", i, " [label=", card(node), ", ", look_, style_, "];\n");
  };
  switch (node.role) {
    case graph_role::constant:
      return text("  n", i, " [style=\"\", color=none, width=0, height=0, fontcolor=\"#7a8699\"",
                  ", label=\"", rounded(double(node.data)), "\"];\n");
    case graph_role::variable:
      return box(dot_look::blue);
    case graph_role::cut:
      return box(dot_look::white, ", style=\"filled,rounded,dashed\"");
    default:
      return text(box(dot_look::white), dot_operation(node, i));
  }
}

}  // namespace detail

/// Draws every operation that led to `root` with its label, data and grad:
///
///   std::ofstream("graph.dot") << ctgrad::to_dot(loss);  // dot -Tsvg graph.dot -o graph.svg
///
/// A graph of more than nodes_at_most nodes is cut at its far end, with a note in the picture.
/// Errors: E20, E21 for a released or foreign Value.
template <class T>
std::string to_dot(const basic_value<T>& root, std::size_t nodes_at_most = 500) {
  const auto g = graph_of(root, nodes_at_most);
  std::string all(detail::dot_head);
  for (std::size_t i = 0; i < g.nodes.size(); ++i)
    all += detail::dot_node(g.nodes[i], std::to_string(i));
  if (const std::size_t cut = g.cut(); cut != 0) {
    all += detail::text("  label=\"cut: what leads to the ", std::to_string(cut),
                        " dashed values is not drawn\";\n");
  }
  return all += "}\n";
}

}  // namespace ctgrad
