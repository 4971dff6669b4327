// The graph behind a Value as a Mermaid flowchart, which Markdown pages draw by themselves.
#pragma once

#include <ctgrad/detail/dot.hpp>
#include <ctgrad/graph/graph_of.hpp>
#include <ctgrad/graph/note.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ctgrad {
namespace detail {

/// Has the character no meaning in Mermaid, HTML and Markdown?
constexpr bool is_plain(char32_t code) {
  return code == ' ' || code > 0x7F || (code >= '0' && code <= '9') ||
         (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/// Text inside the quotes of a label. Signs that may have a meaning are written as numbers;
/// characters that no picture can show are left out, and what is not UTF-8 is shown as U+FFFD.
inline std::string mermaid_text(std::string_view words) {
  std::string result;
  for_each_character(words, [&](const character& c_) {
    if (c_.code == '\n') {
      result += "<br/>";
    } else if (is_shown(c_.code)) {
      result += is_plain(c_.code) ? std::string(c_.bytes)
                                  : text("#", std::to_string(std::uint32_t{c_.code}), ";");
    }
  });
  return result;
}

/// Draws one graph, as graph_dot does.
template <class T>
class graph_mermaid {
 public:
  graph_mermaid(const graph<T>& g_in, const graph_options& options_in)
      : g_(g_in), options_(options_in) {}

  [[nodiscard]] std::string picture() const {
    const bool down = options_.direction == graph_direction::down;
    std::string all = text("flowchart ", down ? "TB" : "LR", "\n");
    for (std::size_t part = 0; part <= g_.opened.size(); ++part) all += nodes_of(part);
    for (std::size_t i = 0; i < g_.nodes.size(); ++i) all += edges_of(i);
    if (const std::string note = cut_note(g_); !note.empty()) {
      all += text("  note[\"", mermaid_text(note), "\"]:::constant\n");
    }
    return all += looks;
  }

 private:
  static constexpr std::string_view looks =
      "  classDef variable fill:#e8f1fd,stroke:#5b8fd6,color:#1d2738\n"
      "  classDef result fill:#ffffff,stroke:#aab4c3,color:#1d2738\n"
      "  classDef cut fill:#ffffff,stroke:#aab4c3,color:#1d2738,stroke-dasharray:4\n"
      "  classDef operation fill:#2f3b52,stroke:#5d6c8a,color:#ffffff\n"
      "  classDef fused fill:#5b3f8c,stroke:#9a7fcb,color:#ffffff\n"
      "  classDef constant fill:none,stroke:none,color:#8592a6\n"
      "  classDef frame fill:#9a7fcb2e,stroke:#9a7fcb,color:#9a7fcb\n";

  std::string nodes_of(std::size_t part) const {
    std::string all;
    for (std::size_t i = 0; i < g_.nodes.size(); ++i) {
      if (g_.nodes[i].part_of == part) all += node(g_.nodes[i], std::to_string(i));
    }
    if (part == 0) return all;
    const std::string name = text("part", std::to_string(part));
    return text("  subgraph ", name, "[\"", mermaid_text(g_.opened[part - 1]), "\"]\n", all,
                "  end\n  class ", name, " frame\n");
  }

  std::string node(const graph_node<T>& n, const std::string& i) const {
    switch (n.role) {
      case graph_role::constant:
        return text("  n", i, "[\"", number(n.data), "\"]:::constant\n");
      case graph_role::variable:
        return text("  n", i, "[\"", card(n), "\"]:::variable\n");
      case graph_role::cut:
        return text("  n", i, "[\"", card(n), "\"]:::cut\n");
      default:
        return text("  n", i, "[\"", card(n), "\"]:::result\n", operation(n, i));
    }
  }

  std::string card(const graph_node<T>& n) const {
    const std::string name = mermaid_text(n.label);
    return text(name.empty() ? "" : text("<b>", name, "</b><br/>"), "data ", number(n.data),
                "<br/>grad ", number(n.grad));
  }

  std::string number(const T& x) const { return rounded(double(x), options_.digits); }

  static std::string operation(const graph_node<T>& n, const std::string& i) {
    const bool fused = n.role == graph_role::fused;
    return text("  op", i, fused ? "[[\"" : "([\"", mermaid_text(n.op),
                fused ? "\"]]:::fused\n" : "\"]):::operation\n");
  }

  std::string edges_of(std::size_t place) const {
    const graph_node<T>& n = g_.nodes[place];
    const std::string i = std::to_string(place);
    if (n.op.empty()) return {};
    std::string all = text("  op", i, " --> n", i, "\n");
    for (std::size_t k = 0; k < n.operands.size(); ++k) {
      all += text("  n", std::to_string(n.operands[k]), " -->",
                  is_ordered(n) ? text("|", std::to_string(k + 1), "|") : "", " op", i, "\n");
    }
    return all;
  }

  const graph<T>& g_;
  graph_options options_;
};

/// Mermaid draws nothing at all of a text with more characters or arrows than that.
inline bool mermaid_draws(std::string_view picture) {
  std::size_t arrows = 0;
  for (auto at = picture.find(" -->"); at != picture.npos; at = picture.find(" -->", at + 1)) {
    ++arrows;
  }
  return arrows <= 500 && picture.size() <= 50'000;
}

}  // namespace detail

/// A graph as a Mermaid flowchart. Linear. Mermaid refuses what has more than 500 arrows or 50,000
/// characters, unless its maxEdges and maxTextSize say otherwise.
template <class T>
std::string to_mermaid(const graph<T>& g, const graph_options& options = {}) {
  return detail::graph_mermaid<T>(g, options).picture();
}

/// Draws every operation that led to `root` with its label, data and grad. Put between lines of
/// "```mermaid" and "```", the text is a picture on pages that know Mermaid:
///
///   std::cout << "```mermaid\n" << ctgrad::to_mermaid(loss) << "```\n";
///
/// A graph of more than nodes_at_most nodes, or larger than Mermaid draws (some 170 nodes), is cut
/// at its far end, with a note in the picture. Errors: [ctgrad-E20], [ctgrad-E21] for a released or
/// foreign Value.
template <class T>
std::string to_mermaid(const basic_value<T>& root, graph_options options = {}) {
  std::string picture = to_mermaid(graph_of(root, options), options);
  while (options.nodes_at_most > 1 && !detail::mermaid_draws(picture)) {
    options.nodes_at_most = std::min<std::size_t>(500, options.nodes_at_most) * 9 / 10;
    picture = to_mermaid(graph_of(root, options), options);
  }
  return picture;
}

}  // namespace ctgrad
