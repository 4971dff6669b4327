// Formulas from text and back: the parser and the writer, compiled once and optimised.
#pragma once

#include <ctgrad/program/program.hpp>

#include <string>
#include <vector>

namespace through_text {

struct formula {
  std::vector<std::string> names;
  ctgrad::program<double> code;
};

/// What ctgrad::parse gives.
formula parsed(const std::string& text);

/// Text that parses to the same formula.
std::string written(const formula& f);

std::string for_latex(const formula& f);

/// Are the names, the program and the text of the parsed text of f those of f?
bool is_kept(const formula& f);

}  // namespace through_text
