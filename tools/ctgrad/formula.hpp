// The formula that the user has given, on the command line or in a file.
#pragma once

#include <ctgrad/text/named_recording.hpp>

#include <string>

namespace command {

using formula = ctgrad::named_recording<double>;

/// Where it stands: `file` if that is not empty.
struct formula_source {
  std::string text, file;
};

/// Errors: a failure with the place in the text, or for a file that cannot be read.
formula read_formula(const formula_source& source);

/// Error: a failure if the formula has no variable of that name.
void require_variable(const formula& f, const std::string& name);

}  // namespace command
