#include "csv_row.hpp"

#include <algorithm>

namespace command {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view without_blanks_in_front(std::string_view text, char separator) {
  while (!text.empty() && is_blank(text.front()) && text.front() != separator)
    text.remove_prefix(1);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool csv_row::split(std::string_view line) {
  fields_.clear();
  unquoted_.clear();
  std::string_view rest = line;
  while (true) {
    const std::string_view ahead = without_blanks_in_front(rest, separator_);
    if (!ahead.empty() && ahead.front() == '"') {
      rest = ahead.substr(1);
      if (!split_quoted(rest)) return false;
    } else {
      split_plain(rest);
    }
    if (rest.empty()) return true;
    rest.remove_prefix(1);  // the separator
  }
}

void csv_row::split_plain(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(separator_), rest.size());
  fields_.push_back(trimmed(rest.substr(0, end)));
  rest.remove_prefix(end);
}

/// Behind the opening quote. Goes to the separator, or to the end.
bool csv_row::split_quoted(std::string_view& rest) {
  std::string field;
  bool copied = false;
  while (true) {
    const std::size_t quote = rest.find('"');
    if (quote == rest.npos) return false;
    const std::string_view part = rest.substr(0, quote);
    rest.remove_prefix(quote + 1);
    const bool doubled = !rest.empty() && rest.front() == '"';
    if (!doubled) {
      if (copied) unquoted_.push_back(field.append(part));
      fields_.push_back(copied ? std::string_view(unquoted_.back()) : part);
      break;
    }
    copied = true;
    field.append(part).push_back('"');
    rest.remove_prefix(1);
  }
  rest = without_blanks_in_front(rest, separator_);
  return rest.empty() || rest.front() == separator_;
}

void append_field(std::string& line, std::string_view field, char separator) {
  const auto asks = [&](char c_) {
    return c_ == separator || c_ == '"' || c_ == '\r' || c_ == '\n';
  };
  const bool blanks = !field.empty() && (is_blank(field.front()) || is_blank(field.back()));
  if (!blanks && std::none_of(field.begin(), field.end(), asks)) {
    line += field;
    return;
  }
  line += '"';
  for (const char c : field) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

}  // namespace command
