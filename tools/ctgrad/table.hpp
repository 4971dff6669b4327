// Columns of text and numbers for a terminal.
#pragma once

#include <string>
#include <vector>

namespace command {

/// The first column is a name, aligned to the left; the others are numbers, aligned at the point.
class table {
 public:
  using row = std::vector<std::string>;

  explicit table(row heads_in) : heads_(std::move(heads_in)) {}

  void add(row cells) { rows_.push_back(std::move(cells)); }

  /// A line for the heads and one for every row, without blanks at their ends.
  [[nodiscard]] std::string text() const;

 private:
  row heads_;
  std::vector<row> rows_;
};

}  // namespace command
