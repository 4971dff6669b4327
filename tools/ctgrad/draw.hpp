// ctgrad graph: a picture of the formula, with data and grad if there are numbers.
#pragma once

#include <string>

#include "arguments.hpp"
#include "formula.hpp"

namespace command {

struct draw_options {
  formula_source source;
  arguments given;
  std::string output;  // empty or "-": stdout
  std::string format;  // empty: what the name of the output ends with, otherwise dot
  int digits = 4;
  bool down = false;
};

void draw(const draw_options& options);

}  // namespace command
