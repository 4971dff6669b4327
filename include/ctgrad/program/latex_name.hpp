// Names of variables for LaTeX: x, \sigma, x_{1}, \sigma_{\mathrm{max}}, \mathrm{strike}.
#pragma once

#include <ctgrad/program/cpp_text.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad::detail {

inline constexpr std::string_view greek_letters =
    " alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ";

/// A text with the characters that LaTeX would take for commands as they are.
inline std::string escaped_for_latex(std::string_view plain) {
  std::string all;
  for (const char c : plain) {
    if (c == '\\') {
      all += "\\backslash ";
    } else if (c == '^' || c == '~') {
      all += c == '^' ? "\\wedge " : "\\sim ";
    } else {
      if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) all += '\\';
      if (c == ' ') all += '\\';
      all += c;
    }
  }
  return all;
}

/// The name as it is, upright.
inline std::string upright(std::string_view name) {
  return text("\\mathrm{", escaped_for_latex(name), "}");
}

/// A word of letters, or a number.
inline std::string latex_word(std::string_view word) {
  if (word.size() == 1 || std::ranges::all_of(word, is_digit)) return std::string(word);
  return holds(greek_letters, word) ? text("\\", word) : upright(word);
}

/// The parts of a name: its letters, and the subscripts behind them. "x12_max" is x, 12 and max,
/// "x1[2]" is x, 1 and 2. Some of them are empty if the name is no such name.
inline std::vector<std::string> parts_of_name(std::string_view name) {
  std::vector<std::string> parts{""};
  if (name.ends_with(']')) name.remove_suffix(1);
  for (const char c : name) {
    const bool digits_begin = parts.size() == 1 && is_digit(c);
    if (c == '_' || c == '[' || digits_begin) parts.emplace_back();
    if (c != '_' && c != '[') parts.back() += c;
  }
  return parts;
}

/// A name that is a letter or a word, with subscripts; anything else as it is.
inline std::string latex_name(std::string_view name) {
  const auto parts = parts_of_name(name);
  const auto is_word = [](const std::string& part_) {
    return !part_.empty() && std::ranges::all_of(part_, [](char c_) {
      return c_ != '_' && (is_letter(c_) || is_digit(c_));
    });
  };
  if (!std::ranges::all_of(parts, is_word)) return upright(name);
  std::string below;
  for (std::size_t k = 1; k < parts.size(); ++k) {
    below += text(k == 1 ? "" : ",", latex_word(parts[k]));
  }
  const std::string head = latex_word(parts[0]);
  return below.empty() ? head : text(head, "_{", below, "}");
}

/// The names of all variables. Names that would look the same, x1 and x_1, stay as they are.
inline std::vector<std::string> latex_names(const std::vector<std::string_view>& given) {
  std::vector<std::string> all(given.begin(), given.end());
  std::ranges::transform(given, all.begin(), latex_name);
  auto sorted = all;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), latex_name(given[i]));
    if (last - first > 1) all[i] = upright(given[i]);
  }
  return all;
}

}  // namespace ctgrad::detail
