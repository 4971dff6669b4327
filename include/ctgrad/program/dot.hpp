// Programs as pictures, in Graphviz's language.
#pragma once

#include <ctgrad/detail/dot.hpp>
#include <ctgrad/detail/given_names.hpp>
#include <ctgrad/program/print.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad {

/// What to_dot writes at the ends of a program, x0, x1, ... and y0, y1, ... where there are no
/// names, and how many of the outputs, the first ones, are the function's own. What only the others
/// need has another colour.
struct dot_style {
  std::vector<std::string> inputs{},  ///< names of the inputs, one for each or none
      outputs{};                      ///< names of the outputs
  std::size_t values = 0;             ///< how many outputs are the function's own
};

namespace detail {

/// Writes one picture: a box per operation, with the literals that it is applied to inside.
template <class Program>
class dot_writer {
  using T = typename Program::scalar;

 public:
  dot_writer(const Program& p_in, dot_style style_in)
      : p_(p_in), style_(std::move(style_in)), of_value_(p_in.code.size(), style_.values == 0) {
    for (std::size_t k = 0; k < style_.values; ++k) of_value_[p_in.outputs[k]] = true;
    for (std::size_t i = p_in.code.size(); i-- > 0;) {
      for (int k = 0; of_value_[i] && k < p_in.code[i].arity(); ++k) {
        of_value_[p_in.code[i].operands[std::size_t(k)]] = true;
      }
    }
  }

  [[nodiscard]] std::string picture() const {
    std::string all(dot_head);
    for (std::size_t i = 0; i < p_.code.size(); ++i) {
      const auto& step = p_.code[i];
      if (step.what == role::input) all += input(i);
      if (step.what == role::call) all += operation(i);
    }
    for (std::size_t k = 0; k < p_.outputs.size(); ++k) all += output(k);
    all += text(column("source", "n", p_.inputs), column("sink", "y", p_.outputs.size()));
    return all += "}\n";
  }

 private:
  std::string input(std::size_t i) const {
    const auto name = i < style_.inputs.size() ? style_.inputs[i] : text("x", std::to_string(i));
    return box("n", i, dot_look::blue, text("<b>", escaped(name), "</b>"));
  }

  std::string operation(std::size_t i) const {
    const auto& step = p_.code[i];
    std::string all = box("n", i, of_value_[i] ? dot_look::white : dot_look::sand,
                          step.op->written.sign.empty() ? call(step) : sign(step));
    const bool ordered = step.arity() - literals(step) > 1 && !step.op->commutative;
    for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) {
      if (is_literal(step.operands[k])) continue;
      all += text("  n", std::to_string(step.operands[k]), " -> n", std::to_string(i),
                  ordered ? place(k) : "", ";\n");
    }
    return all;
  }

  std::string output(std::size_t k) const {
    const slot from = p_.outputs[k];
    const auto name = k < style_.outputs.size() ? style_.outputs[k] : text("y", std::to_string(k));
    std::string all = box("y", k, dot_look::dark, text("<b>", escaped(name), "</b>"));
    if (is_literal(from)) return all + literal_node(k, from);
    return text(all, "  n", std::to_string(from), " -> y", std::to_string(k), ";\n");
  }

  std::string literal_node(std::size_t k, slot from) const {
    const auto number = std::to_string(k);
    return text("  l", number, " [style=\"\", color=none, width=0, height=0, fontcolor=\"#7a8699\"",
                ", label=\"", rounded(double(p_.code[from].literal)), "\"];\n  l", number, " -> y",
                number, ";\n");
  }

  static std::string box(const char* kind, std::size_t i, std::string_view look,
                         const std::string& label) {
    return text("  ", kind, std::to_string(i), " [", look, ", width=0.3, height=0.3,",
                " margin=\"0.09,0.04\", label=<", label, ">];\n");
  }

  /// Puts inputs below each other, and outputs.
  static std::string column(const char* rank, const char* kind, std::size_t size) {
    std::string all = text("  {rank=", rank, ";");
    for (std::size_t i = 0; i < size; ++i) all += text(" ", kind, std::to_string(i), ";");
    return all += "}\n";
  }

  /// Which operand an edge is, where that makes a difference.
  static std::string place(std::size_t k) {
    return text(" [headlabel=\"", std::to_string(k + 1), "\", labeldistance=1.2]");
  }

  bool is_literal(slot i) const { return p_.code[i].what == role::literal; }

  int literals(const instruction<T>& step) const {
    int count = 0;
    for (int k = 0; k < step.arity(); ++k) count += is_literal(step.operands[std::size_t(k)]);
    return count;
  }

  std::string operand(slot i) const {
    return is_literal(i) ? rounded(double(p_.code[i].literal)) : "";
  }

  /// "*", "2 *", "- 1"
  std::string sign(const instruction<T>& step) const {
    const std::string s = escaped(step.op->written.sign);
    if (step.arity() == 1 || literals(step) == 0) return s;
    const auto left = operand(step.operands[0]), right = operand(step.operands[1]);
    return text(left, left.empty() ? "" : " ", s, right.empty() ? "" : " ", right);
  }

  /// "sin", "where(_, 1, 0)"
  std::string call(const instruction<T>& step) const {
    std::string all = escaped(step.op->name);
    if (literals(step) == 0) return all;
    for (int k = 0; k < step.arity(); ++k) {
      const auto number = operand(step.operands[std::size_t(k)]);
      all += text(k == 0 ? "(" : ", ", number.empty() ? "&#183;" : number);
    }
    return all += ")";
  }

  const Program& p_;
  dot_style style_;
  std::vector<char> of_value_;
};

}  // namespace detail

/// Draws a program, frozen or not: inputs blue, operations white, or sand if only derivatives need
/// them, outputs dark. Literals stand inside of the operations that use them. Linear; Graphviz
/// itself becomes slow at some hundred operations. Error: [ctgrad-E33].
///
///   std::ofstream("f.dot") << ctgrad::to_dot(p);  // dot -Tsvg f.dot -o f.svg
template <class Program>
  requires requires(const Program& p) {
    p.code;
    p.outputs;
    p.inputs;
  }
std::string to_dot(const Program& p, dot_style style = {}) {
  detail::check_names(style.inputs, p.inputs);
  detail::check_names(style.outputs, p.outputs.size());
  return detail::dot_writer<Program>(p, std::move(style)).picture();
}

}  // namespace ctgrad
