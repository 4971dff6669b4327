#include "formula.hpp"

#include <ctgrad/text/parse.hpp>

#include "failure.hpp"
#include "files.hpp"
#if __has_include(<boost/math/special_functions.hpp>)
#include <ctgrad/op/special.hpp>
#endif

#include <algorithm>

namespace command {
namespace {

#if __has_include(<boost/math/special_functions.hpp>)
using more_ops = ctgrad::special_ops;
#else
using more_ops = ctgrad::op_list<>;
#endif

}  // namespace

formula read_formula(const formula_source& source) {
  const std::string text = source.file.empty() ? source.text : text_of_file(source.file);
  try {
    return ctgrad::parse(text, more_ops{});
  } catch (const ctgrad::parse_error& e) {
    const std::string message = e.what();  // "ctgrad: line 1, column 2: ..."
    const std::string where = source.file.empty() ? "" : shown_name(source.file) + ", ";
    throw failure(exit_code::wrong_formula, where + message.substr(message.find("line ")));
  }
}

void require_variable(const formula& f, const std::string& name) {
  const auto& names = f.names();
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  throw failure(exit_code::wrong_formula, "the formula has no variable '" + name + "'");
}

}  // namespace command
