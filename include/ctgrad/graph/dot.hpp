// The graph behind a Value in Graphviz's language.
#pragma once

#include <ctgrad/detail/dot.hpp>
#include <ctgrad/graph/graph_of.hpp>
#include <ctgrad/graph/note.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ctgrad {
namespace detail {

/// Draws one graph: a card for every result, and an operation's sign between its operands and it.
template <class T>
class graph_dot {
 public:
  graph_dot(const graph<T>& g_in, const graph_options& options_in)
      : g_(g_in), options_(options_in) {}

  [[nodiscard]] std::string picture() const {
    std::string all(dot_head);
    if (options_.direction == graph_direction::down) all += "  rankdir=TB;\n";
    for (std::size_t part = 0; part <= g_.opened.size(); ++part) all += nodes_of(part);
    for (std::size_t i = 0; i < g_.nodes.size(); ++i) all += edges_of(i);
    if (const std::string note = cut_note(g_); !note.empty()) {
      all += text("  label=\"\\n", note, "\"; fontname=\"Helvetica\"; fontsize=10;",
                  " fontcolor=\"#8592a6\";\n");
    }
    return all += "}\n";
  }

 private:
  /// What stands in the frame of an opened operation, or in none.
  std::string nodes_of(std::size_t part) const {
    std::string all;
    for (std::size_t i = 0; i < g_.nodes.size(); ++i) {
      if (g_.nodes[i].part_of == part) all += node(g_.nodes[i], std::to_string(i));
    }
    if (part == 0) return all;
    const std::string name = escaped(g_.opened[part - 1]);
    return text("  subgraph cluster_", std::to_string(part),
                " {\n  label=", name.empty() ? "\"\"" : text("<<i>", name, "</i>>"),
                "; style=\"rounded,filled\";",
                " fillcolor=\"#9a7fcb2e\"; color=\"#9a7fcb\"; fontcolor=\"#9a7fcb\";",
                " fontname=\"Helvetica\"; fontsize=10;\n", all, "  }\n");
  }

  std::string node(const graph_node<T>& n, const std::string& i) const {
    switch (n.role) {
      case graph_role::constant:
        return text("  n", i, " [style=\"\", color=none, width=0, height=0, fontcolor=\"#8592a6\"",
                    ", label=\"", number(n.data), "\"];\n");
      case graph_role::variable:
        return box(n, i, dot_look::blue);
      case graph_role::cut:
        return box(n, i, dot_look::white, ", style=\"filled,rounded,dashed\"");
      default:
        return text(box(n, i, dot_look::white), operation(n, i));
    }
  }

  std::string box(const graph_node<T>& n, const std::string& i, std::string_view look,
                  std::string_view style = "") const {
    return text("  n", i, " [label=", card(n), ", ", look, style, "];\n");
  }

  /// The name above, data and grad below.
  std::string card(const graph_node<T>& n) const {
    const std::string name = escaped(n.label);
    return text("<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">",
                name.empty() ? "" : text("<tr><td colspan=\"2\"><b>", name, "</b></td></tr>"),
                card_row("data", n.data), card_row("grad", n.grad), "</table>>");
  }

  std::string card_row(std::string_view key, const T& x) const {
    return text("<tr><td align=\"left\"><font color=\"#7a8699\" point-size=\"9\">", key,
                "</font></td><td align=\"right\">", number(x), "</td></tr>");
  }

  std::string number(const T& x) const { return rounded(double(x), options_.digits); }

  static std::string operation(const graph_node<T>& n, const std::string& i) {
    const bool fused = n.role == graph_role::fused;
    return text("  op", i, " [", fused ? dot_look::violet : dot_look::dark,
                ", width=0.3, height=0.3, margin=\"0.09,0.04\"", fused ? ", peripheries=2" : "",
                ", label=<", escaped(n.op), ">];\n");
  }

  std::string edges_of(std::size_t place) const {
    const graph_node<T>& n = g_.nodes[place];
    const std::string i = std::to_string(place);
    if (n.op.empty()) return {};
    std::string all = text("  op", i, " -> n", i, ";\n");
    for (std::size_t k = 0; k < n.operands.size(); ++k) {
      all += text("  n", std::to_string(n.operands[k]), " -> op", i,
                  is_ordered(n) ? edge_number(k + 1, n.operands.size()) : "", ";\n");
    }
    return all;
  }

  /// Where few edges meet, the numbers stand at their heads; at those of many they would cover each
  /// other, so they stand beside the operands.
  static std::string edge_number(std::size_t k, std::size_t among) {
    return text(" [", among > 4 ? "tail" : "head", "label=\"", std::to_string(k),
                "\", labeldistance=1.2]");
  }

  const graph<T>& g_;
  graph_options options_;
};

}  // namespace detail

/// A graph as Graphviz's picture. Linear; Graphviz itself becomes slow at some hundred nodes.
template <class T>
std::string to_dot(const graph<T>& g, const graph_options& options = {}) {
  return detail::graph_dot<T>(g, options).picture();
}

/// Draws every operation that led to `root` with its label, data and grad:
///
///   std::ofstream("graph.dot") << ctgrad::to_dot(loss);  // dot -Tsvg graph.dot -o graph.svg
///
/// A graph of more than nodes_at_most nodes is cut at its far end, with a note in the picture; the
/// picture has no background and is read on a light and on a dark page. Errors: [ctgrad-E20],
/// [ctgrad-E21] for a released or foreign Value.
template <class T>
std::string to_dot(const basic_value<T>& root, const graph_options& options = {}) {
  return to_dot(graph_of(root, options), options);
}
/// The same with this one option.
template <class T>
std::string to_dot(const basic_value<T>& root, std::size_t nodes_at_most) {
  return to_dot(root, graph_options{.nodes_at_most = nodes_at_most});
}

}  // namespace ctgrad
