// How the command ends: with one of these numbers, and with a line on stderr if it is not 0.
#pragma once

#include <stdexcept>
#include <string>

namespace command {

/// Stated in the man page and in docs/command.md; scripts rely on them.
enum class exit_code : int {
  good = 0,
  bad_rows = 1,       // batch: some rows could not be read; the others are there
  wrong_usage = 2,    // the command line is wrong
  wrong_formula = 3,  // the formula cannot be read, or its variables do not fit
  wrong_file = 4,     // a file cannot be read or written, or Graphviz does not draw
  other = 5           // no memory, or a defect
};

/// Ends the command: what() becomes "ctgrad: ..." on stderr.
class failure : public std::runtime_error {
 public:
  failure(exit_code code_in, const std::string& message)
      : std::runtime_error(message), code(code_in) {}
  exit_code code;
};

}  // namespace command
