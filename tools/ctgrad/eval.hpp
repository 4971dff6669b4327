// ctgrad eval: value and gradient at one point.
#pragma once

#include "arguments.hpp"
#include "formula.hpp"

namespace command {

struct eval_options {
  formula_source source;
  arguments given;
  bool hessian = false, json = false;
  int digits = 10;  // of the table
};

void eval(const eval_options& options);

}  // namespace command
