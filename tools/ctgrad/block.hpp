// Some thousand rows that are computed together: what is read of them and what is written.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "batch_columns.hpp"

namespace command {

class block {
 public:
  static constexpr std::size_t rows_at_most = 4096;
  static constexpr std::size_t kept_at_most = std::size_t{1} << 20;  // bytes

  block(const batch_columns& columns_in, char separator_in);

  /// Adds a row. Returns what is wrong with it, or nothing: a row that has no results is a row,
  /// too.
  std::string add(bool is_split, const std::vector<std::string_view>& fields);

  [[nodiscard]] std::size_t size() const { return good_.size(); }
  [[nodiscard]] bool full() const { return size() == rows_at_most || kept_.size() >= kept_at_most; }
  /// One for each variable, as long as there are rows; a row that is bad holds any numbers.
  [[nodiscard]] const std::vector<std::vector<double>>& columns() const { return numbers_; }

  /// The rows of the output: what is kept, and the results of good rows; empty fields for bad ones.
  void append_rows(std::string& text, const std::vector<const double*>& results) const;

  /// The same for one row, whose results stand at a place.
  void append_row(std::string& text, std::size_t i, const std::vector<const double*>& results,
                  std::size_t at) const;
  /// columns() of one row.
  [[nodiscard]] std::vector<std::vector<double>> columns_of(std::size_t i) const;
  /// A row has no results after all.
  void spoil(std::size_t i) { good_[i] = false; }

  void clear();

 private:
  std::string read_numbers(const std::vector<std::string_view>& fields);
  void keep(bool known, const std::vector<std::string_view>& fields);

  const batch_columns& layout_;
  char separator_;
  std::vector<std::vector<double>> numbers_;
  std::vector<char> good_;
  std::string kept_;                    // of all rows
  std::vector<std::size_t> kept_ends_;  // where that of a row ends
};

}  // namespace command
