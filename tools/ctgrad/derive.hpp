// ctgrad derive: derivatives as text, LaTeX or C++.
#pragma once

#include <string>
#include <vector>

#include "formula.hpp"

namespace command {

struct derive_options {
  formula_source source;
  std::vector<std::string> by;  // one derivative, by each of them in turn; empty: the gradient
  bool latex = false, exact = false;
  std::string cpp;  // name of the function; empty: no C++
};

/// Error: a failure for what is no name of a function in C++.
void require_function_name(const std::string& name);

void derive(const derive_options& options);

}  // namespace command
