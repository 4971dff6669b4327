// How mathematics is written in plain text: what program/mathematics.hpp asks of a notation. The
// other one is program/latex_text.hpp.
#pragma once

#include <ctgrad/op/op.hpp>
#include <ctgrad/program/print.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

using texts = std::vector<std::string>;

/// How strongly texts hold together, as in `notation`.
struct bond {
  static constexpr int none = 0, equated = 7, compared = 8, added = 10, multiplied = 20,
                       raised = 30, atom = 100;
};

/// A text and how strongly it holds together.
struct piece {
  std::string text;
  int strength = bond::atom;
  bool negative = false;  // "-" in front of something that may follow "a - " as it is
};

/// "left = right", or the right side alone.
struct equation {
  std::string left, right;
};

/// 2*x, x^2, a/b, df/dx
struct in_plain_text {
  static texts variables(const std::vector<std::string_view>& given) {
    return {given.begin(), given.end()};
  }
  static std::string variable(std::string_view name) { return std::string(name); }

  template <class T>
  static piece number(const T& x) {
    return {number_text(x)};
  }

  /// How long a text looks.
  static std::size_t length(const std::string& x) { return x.size(); }

  static std::string parentheses(const std::string& x) { return text("(", x, ")"); }
  static std::string enclosed(const piece& x, int at_least) {
    return x.strength >= at_least ? x.text : parentheses(x.text);
  }

  /// What stands between two factors.
  static std::string_view times(const std::string&, const std::string&) { return "*"; }

  static piece quotient(const piece& above, const piece& below) {
    return {text(enclosed(above, bond::multiplied), "/", enclosed(below, bond::multiplied + 1)),
            bond::multiplied};
  }

  static piece power(const piece& base, const piece& exponent) {
    return {text(enclosed(base, bond::raised + 1), "^", enclosed(exponent, bond::atom)),
            bond::raised};
  }

  static std::string_view sign(std::string_view plain) { return plain; }

  static int strength_of_prefix(int own) { return own; }

  static piece function(const op_text& op, const std::vector<piece>& operands) {
    return {text(op.name, "(", listed(operands), ")")};
  }

  /// where(condition, a, b)
  static piece choice(const op_text& op, const std::vector<piece>& operands) {
    return function(op, operands);
  }

  /// A line for each equation; then the definitions.
  static std::string lines(std::vector<equation> all, const std::vector<equation>& where) {
    std::size_t width = 0;
    for (const auto& [left, right] : all) width = std::max(width, left.size());
    std::string result;
    for (auto& [left, right] : all) {
      left.resize(width, ' ');
      result += text(result.empty() ? "" : "\n", left, width == 0 ? "" : " = ", right);
    }
    for (const auto& [name, meaning] : where) {
      result += text(&name == &where[0].left ? "\n  where " : "\n        ", name, " = ", meaning);
    }
    return result;
  }

  /// "df/dx", "d^3 f/dx^2 dy"
  static std::string partial(std::string_view f, const texts& by) {
    const std::string order = std::to_string(by.size());
    std::string all = by.size() == 1 ? text("d", f, "/") : text("d^", order, " ", f, "/");
    return all + repeated(by, " ", [](const std::string& x_, std::size_t times_) {
             return times_ == 1 ? text("d", x_) : text("d", x_, "^", std::to_string(times_));
           });
  }
  static std::string along_v(std::string_view f) { return text("d", f, ".v"); }
  static constexpr std::string_view f_times_v = "(f.v)", df_along_v = "(df.v)";

  // What the other notation needs as well.

  static std::string listed(const std::vector<piece>& operands) {
    std::string all;
    for (const auto& x : operands) all += text(&x == &operands[0] ? "" : ", ", x.text);
    return all;
  }

  /// One text for every run of equal names.
  static std::string repeated(const texts& given, std::string_view between, auto&& written) {
    std::string all;
    for (std::size_t i = 0, same = 0; i < given.size(); i += same) {
      same = 1;
      while (i + same < given.size() && given[i + same] == given[i]) ++same;
      all += text(i == 0 ? "" : between, written(given[i], same));
    }
    return all;
  }
};

}  // namespace ctgrad::detail
