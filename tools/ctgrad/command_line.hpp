// What the user may write behind `ctgrad`, and what is done then.
#pragma once

#include "failure.hpp"

namespace command {

/// Reads the command line and does what it says. Errors: a failure, for everything that is wrong.
exit_code run_command_line(int count, char** words);

}  // namespace command
