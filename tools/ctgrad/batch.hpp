// ctgrad batch: a formula and its gradient at every row of a CSV file.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"
#include "failure.hpp"
#include "formula.hpp"

namespace command {

struct batch_options {
  formula_source source;
  std::string input, output;      // "-" is stdin, an empty name stdout
  arguments given;                // variables that are the same in all rows
  std::vector<std::string> keep;  // columns of the input that are written in front
  char separator_sign = ',';
  bool gradient = true, quiet = false;
};

/// good, or bad_rows if some have been reported.
exit_code batch(const batch_options& options);

}  // namespace command
