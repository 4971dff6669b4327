// The numbers of the variables: a=2 on the command line, {"a": 2} in a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace command {

struct assignment {
  std::string name;
  double value;
};

/// How the user gives numbers to variables.
struct arguments {
  std::vector<std::string> words;  // a=2
  std::string values;              // an object, or the name of a file that has one; may be empty

  [[nodiscard]] bool empty() const { return words.empty() && values.empty(); }
};

/// All of them, the object first. Errors: a failure for what is no assignment.
std::vector<assignment> read_arguments(const arguments& given);

/// The numbers in the order of the names. Error: a failure that lists what is missing, unknown or
/// given twice.
std::vector<double> point_of(const std::vector<std::string>& names,
                             const std::vector<assignment>& given);

/// Error: a failure if a name is none of the formula's, or given twice.
void require_known(const std::vector<std::string>& names, const std::vector<assignment>& given);

}  // namespace command
