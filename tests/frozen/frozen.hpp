// How the test calls the printed functions, whatever their signature.
#pragma once

#include <string>
#include <vector>

namespace frozen {

/// All numbers of the arguments in a row, in; the results, out; whether the function says that they
/// are right. Defined by what freeze.cpp prints.
struct function {
  std::string name;
  bool (*run)(const double* x, double* y);
};
std::vector<function> functions();

}  // namespace frozen
