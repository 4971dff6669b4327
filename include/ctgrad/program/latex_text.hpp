// How mathematics is written for LaTeX: what program/mathematics.hpp asks of a notation. The texts
// need amsmath, and are understood by KaTeX and MathJax as well.
#pragma once

#include <ctgrad/program/latex_name.hpp>
#include <ctgrad/program/plain_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// The functions that are commands of LaTeX. (An op of another command says so by its `latex`.)
inline constexpr std::string_view functions_of_latex = " cos cosh exp max min sin sinh tan tanh ";

/// 2 x, x^{2}, \frac{a}{b}, \frac{\partial f}{\partial x}
struct in_latex {
  static texts variables(const std::vector<std::string_view>& given) { return latex_names(given); }
  static std::string variable(std::string_view name) { return latex_name(name); }

  /// 0.5, 10^{-5}, 2.5 \cdot 10^{-5}. No number is negative: a sum has its sign.
  template <class T>
  static piece number(const T& x) {
    if (x != x) return {"\\mathrm{NaN}"};
    if (x - x != 0) return {"\\infty"};
    const std::string plain = number_text(x);
    const std::size_t e = plain.find('e');
    if (e == plain.npos) return {plain};
    const std::string ten = text("10^{", std::to_string(std::stoi(plain.substr(e + 1))), "}");
    if (plain.substr(0, e) == "1") return {ten, bond::raised};
    return {text(plain.substr(0, e), " \\cdot ", ten), bond::multiplied};
  }

  /// A command counts as one character, braces do not count.
  static std::size_t length(const std::string& x) {
    std::size_t visible = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (x[i] == '\\') {
        while (i + 1 < x.size() && is_letter(x[i + 1])) ++i;
      }
      visible += x[i] != '{' && x[i] != '}' ? 1 : 0;
    }
    return visible;
  }

  static std::string parentheses(const std::string& x) { return text("\\left(", x, "\\right)"); }
  static std::string enclosed(const piece& x, int at_least) {
    return x.strength >= at_least ? x.text : parentheses(x.text);
  }

  /// A dot where two factors side by side would read as one number or as a function's call, and a
  /// thin space beside a word.
  static std::string_view times(const std::string& left, const std::string& right) {
    const auto is_word = [](std::string_view x_) { return x_.starts_with("\\mathrm"); };
    const bool calls =
        right.starts_with("\\left(") && !is_digit(left[0]) && !left.starts_with("\\left(");
    if (is_digit(right[0]) || right.starts_with("\\frac") || calls) return " \\cdot ";
    return is_word(left) || is_word(right) ? " \\, " : " ";
  }

  static piece quotient(const piece& above, const piece& below) {
    return {text("\\frac{", above.text, "}{", below.text, "}"), bond::multiplied};
  }

  static piece power(const piece& base, const piece& exponent) {
    return {text(enclosed(base, bond::raised + 1), "^{", exponent.text, "}"), bond::raised};
  }

  static std::string_view sign(std::string_view plain) {
    constexpr std::pair<std::string_view, std::string_view> signs[]{
        {"<=", "\\le"},   {">=", "\\ge"},  {"==", "="},      {"!=", "\\ne"},
        {"&&", "\\land"}, {"||", "\\lor"}, {"!", "\\lnot "}, {"*", "\\cdot"}};
    for (const auto& [known, written] : signs) {
      if (known == plain) return written;
    }
    return plain;
  }

  /// \lnot a b would be read as \lnot (a b).
  static int strength_of_prefix(int) { return bond::added - 1; }

  /// No base of a power: \sin(x)^2 could be sin(x^2) as well.
  static piece function(const op_text& op, const std::vector<piece>& operands) {
    if (op.latex.find('#') != op.latex.npos) return filled(op.latex, operands);
    return {text(command(op), parentheses(in_plain_text::listed(operands))), bond::raised};
  }

  /// a if condition, otherwise b; the cases of b are further cases of the same.
  static piece choice(const op_text&, const std::vector<piece>& operands) {
    constexpr std::string_view begin = "\\begin{cases} ", end = " \\end{cases}";
    std::string rest = operands[2].text;
    if (operands[2].strength == bond::none) {
      rest = rest.substr(begin.size(), rest.size() - begin.size() - end.size());
    } else {
      rest += " & \\text{otherwise}";
    }
    return {text(begin, operands[1].text, " & \\text{if } ", operands[0].text, " \\\\ ", rest, end),
            bond::none};
  }

  /// One line as it is; several, and definitions, below each other.
  static std::string lines(const std::vector<equation>& all, const std::vector<equation>& where) {
    const bool alone = all.size() == 1 && where.empty();
    std::string result = alone ? "" : "\\begin{aligned}\n";
    for (const auto& [left, right] : all) {
      if (&left != &all[0].left) result += " \\\\\n";
      result += text(left,
                     alone          ? ""
                     : left.empty() ? "& "
                                    : " &",
                     left.empty() ? ""
                     : alone      ? " = "
                                  : "= ",
                     right);
    }
    for (const auto& [name, meaning] : where) {
      result += text(" \\\\\n& ",
                     &name == &where[0].left ? "\\text{where } " : "\\phantom{\\text{where }} ",
                     name, " = ", meaning);
    }
    return alone ? result : result + "\n\\end{aligned}";
  }

  static std::string partial(std::string_view f, const texts& by) {
    const std::string order = by.size() == 1 ? "" : text("^{", std::to_string(by.size()), "}");
    const std::string below =
        in_plain_text::repeated(by, " \\, ", [](const std::string& x_, std::size_t n_) {
          return text("\\partial ", x_, n_ == 1 ? "" : text("^{", std::to_string(n_), "}"));
        });
    return text("\\frac{\\partial", order, " ", f, "}{", below, "}");
  }
  static std::string along_v(std::string_view f) { return text("\\nabla_{v} ", f); }
  static constexpr std::string_view f_times_v = "\\left(f \\cdot v\\right)",
                                    df_along_v = "\\left(\\nabla_{v} f\\right)";

 private:
  static std::string command(const op_text& op) {
    if (!op.latex.empty()) return std::string(op.latex);
    if (holds(functions_of_latex, op.name)) return text("\\", op.name);
    return text("\\operatorname{", escaped_for_latex(op.name), "}");
  }

  /// A text such as \left|#1\right| with its operands. One that ends in an argument, \sqrt{#1}, is
  /// no base of a power.
  static piece filled(std::string_view all, const std::vector<piece>& operands) {
    std::string result;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto k = all[i] == '#' && i + 1 < all.size() ? std::size_t(all[i + 1] - '1') : 3;
      if (k < operands.size()) {
        result += operands[k].text;
        ++i;
      } else {
        result += all[i];
      }
    }
    return {result, all.ends_with('}') ? bond::raised : bond::atom};
  }
};

}  // namespace ctgrad::detail
