// The fields of one line of a CSV file.
//
// A line is a row: a quote that is not closed spoils its own row and no other, so there are no line
// breaks inside of quotes.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace command {

class csv_row {
 public:
  explicit csv_row(char separator_in) : separator_(separator_in) {}

  /// Splits a line. False if a quoted field is not closed, or goes on behind its closing quote.
  bool split(std::string_view line);

  /// Without the quotes around them ("" inside of them is one) and the blanks around that; valid as
  /// long as the line is.
  [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }

 private:
  bool split_quoted(std::string_view& rest);
  void split_plain(std::string_view& rest);

  char separator_;
  std::vector<std::string_view> fields_;
  std::deque<std::string> unquoted_;  // those that do not stand in the line as they are
};

/// Appends a field, in quotes if it needs them.
void append_field(std::string& line, std::string_view field, char separator);

}  // namespace command
