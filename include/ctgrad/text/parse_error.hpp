// What parse(text) throws: where the text is wrong, and what was expected there.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>
#include <ctgrad/detail/utf8.hpp>
#include <ctgrad/text/functions.hpp>
#include <ctgrad/text/mistake.hpp>
#include <ctgrad/text/scanner.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace ctgrad {

/// The text of a formula cannot be read. what() says why, and shows the line with a caret:
///
///   ctgrad: line 1, column 10: expected a number, a name or '('
///     relu(a + * c)
///              ^ [ctgrad-E62]
class parse_error : public error {
 public:
  /// A message, and the place that it is about.
  parse_error(std::string_view message_, std::size_t position_in, detail::text_place place_in)
      : error("ctgrad-E62", message_), position_(position_in), place_(place_in) {}

  /// In bytes from the beginning of the text.
  [[nodiscard]] std::size_t position() const { return position_; }
  /// Counted from 1.
  [[nodiscard]] std::size_t line() const { return place_.line; }
  /// In characters, counted from 1.
  [[nodiscard]] std::size_t column() const { return place_.column; }

 private:
  std::size_t position_;
  detail::text_place place_;
};

namespace detail {

/// The line around a place, at most 72 characters of it, and a caret below the place. Characters
/// that no terminal shows are written as '?'.
inline std::string line_with_caret(std::string_view text, std::size_t at) {
  constexpr std::size_t before = 48, behind = 24;               // bytes
  const std::size_t line = text.substr(0, at).rfind('\n') + 1;  // 0 if there is none
  const std::size_t begin = at - line > before ? at - before : line;
  const std::size_t end = std::min({text.find('\n', at), at + behind, text.size()});
  std::string shown(begin > line ? "..." : ""), caret(shown.size(), ' ');
  std::size_t passed = begin;
  for_each_character(text.substr(begin, end - begin), [&](const character& c_) {
    shown += is_shown(c_.code) ? c_.bytes : "?";
    if (passed < at) caret += ' ';
    passed += c_.taken;
  });
  if (end < std::min(text.find('\n', at), text.size())) shown += "...";
  return detail::text("\n  ", shown, "\n  ", caret, "^");
}

constexpr char lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How many letters have to be changed, left out or put in; those of a may be capitals.
inline std::size_t distance_of(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t changed = diagonal + (lower_case(a[i]) == b[k] ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({changed, row[k] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// "; did you mean 'relu'?", or nothing.
template <class More>
std::string function_like(std::string_view name) {
  constexpr std::size_t too_long = 40;
  if (name.size() > too_long) return {};
  std::string_view best;
  std::size_t least = 1 + name.size() / 4;
  for (const auto& f : all_functions<double, More>) {
    const std::size_t distance = distance_of(name, f.name);
    if (distance > least || (distance == least && !best.empty())) continue;
    best = f.name;
    least = distance;
  }
  return best.empty() ? "" : text("; did you mean '", best, "'?");
}

/// "; max takes 2"
template <class More>
std::string arguments_of(std::string_view name) {
  std::string all;
  for (const auto& f : all_functions<double, More>) {
    const std::string arity = std::to_string(f.arity);
    if (f.name == name) all += text(all.empty() ? "" : " or ", arity);
  }
  return text("; ", name, " takes ", all);
}

/// How what stands in the place of a sign is meant to be written.
inline std::string_view remedy_without_sign(const word& found) {
  if (found.is(';')) return "; in front of it stand definitions, name = expression;";
  const bool operand = found.kind == word_kind::number || found.is_name() || found.is('(');
  return operand ? "; a product is written 2*x, a function sin(x)" : "";
}

template <class More>
std::string remedy_for(expected what, const word& found) {
  switch (what) {
    case expected::a_function_that_exists:
      return function_like<More>(found.text);
    case expected::another_number_of_arguments:
      return arguments_of<More>(found.text);
    case expected::an_operator_or_the_end:
    case expected::an_operator_or_a_closing_parenthesis:
    case expected::an_operator_a_comma_or_a_closing_parenthesis:
      return std::string(remedy_without_sign(found));
    default:
      return {};
  }
}

template <class More>
std::string message_of(std::string_view text, const mistake& wrong) {
  const text_place place = place_in(text, wrong.at);
  const word found = scanner(text.substr(wrong.at)).next();
  const std::string words =
      detail::text(words_for(wrong.what), remedy_for<More>(wrong.what, found));
  return detail::text("line ", std::to_string(place.line), ", column ",
                      std::to_string(place.column), ": ", words, line_with_caret(text, wrong.at));
}

template <class More>
[[noreturn]] void refuse_text(std::string_view text, const mistake& wrong) {
  raise(parse_error(message_of<More>(text, wrong), wrong.at, place_in(text, wrong.at)));
}

}  // namespace detail
}  // namespace ctgrad
