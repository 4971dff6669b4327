// Which columns of a CSV file are what, by the names in its first row.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "csv_row.hpp"

namespace command {

/// A variable is read from a column, or is the same in all rows.
struct variable_source {
  bool constant = false;
  double value = 0;        // of a constant
  std::size_t column = 0;  // otherwise
};

struct batch_columns {
  std::size_t count = 0;                   // fields of a row
  std::vector<variable_source> variables;  // in the order of the formula's names
  std::vector<std::size_t> keep;
};

/// Errors: a failure for a variable or a kept column that is missing, or there twice, and for a
/// variable that has a column and a number.
batch_columns columns_of(const std::vector<std::string_view>& heads,
                         const std::vector<std::string>& names,
                         const std::vector<assignment>& constants,
                         const std::vector<std::string>& keep);

/// The first row of the output: kept columns, value, d_a, d_b, ... Error: a failure if a kept
/// column has the name of a result.
std::string heads_of_results(const std::vector<std::string>& names,
                             const std::vector<std::string>& keep, bool gradient, char separator);

}  // namespace command
