// An object of numbers as JSON or Python write it: {"a": 2, 'b': -3}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace command {

/// Numbers may also be the words nan, inf, NaN, Infinity, with a sign, and these as strings.
/// `where` names the text in errors. Error: a failure with the place.
std::vector<assignment> read_object(std::string_view text, const std::string& where);

}  // namespace command
