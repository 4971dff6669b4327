#include "batch_columns.hpp"

#include <algorithm>

#include "failure.hpp"
#include "number.hpp"
#include "printable.hpp"

namespace command {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw failure(exit_code::wrong_formula, what);
}

/// Some of them: a row may be long.
std::string listed(const std::vector<std::string_view>& heads) {
  constexpr std::size_t shown = 20;
  std::string all;
  for (std::size_t i = 0; i < std::min(heads.size(), shown); ++i) {
    all.append(i == 0 ? "" : ", ").append(printable(heads[i]));
  }
  return heads.size() > shown ? all + ", ..." : all;
}

/// What a first row that is one column may be in truth.
std::string hint_of_separator(const std::vector<std::string_view>& heads) {
  if (heads.size() != 1) return "";
  for (const char c : {';', '\t', ','}) {
    if (heads[0].find(c) == heads[0].npos) continue;
    return std::string("; do fields end with ") + (c == '\t'  ? "tabs? Say --separator tab"
                                                   : c == ';' ? "';'? Say --separator ';'"
                                                              : "','? Leave --separator out");
  }
  return "";
}

std::size_t column_called(const std::string& name, const std::vector<std::string_view>& heads,
                          const std::string& remedy) {
  const auto found = std::find(heads.begin(), heads.end(), name);
  if (found == heads.end()) {
    const std::string hint = hint_of_separator(heads);
    refuse("there is no column '" + name + "' in the first row, which has " + listed(heads) +
           (hint.empty() ? remedy : hint));
  }
  if (std::find(found + 1, heads.end(), name) != heads.end()) {
    refuse("there are two columns '" + name + "' in the first row");
  }
  return static_cast<std::size_t>(found - heads.begin());
}

variable_source source_of(const std::string& name, const std::vector<std::string_view>& heads,
                          const std::vector<assignment>& constants) {
  const auto given = std::find_if(constants.begin(), constants.end(),
                                  [&](const assignment& a_) { return a_.name == name; });
  if (given != constants.end()) {
    if (std::find(heads.begin(), heads.end(), name) != heads.end()) {
      refuse("'" + name + "' is a column of the data and given as " + name + "=" +
             exact_text(given->value) + ", too: which is meant?");
    }
    return {true, given->value, 0};
  }
  const std::string remedy =
      "; a variable that is the same in all rows is given as " + name + "=number behind the file";
  return {false, 0, column_called(name, heads, remedy)};
}

}  // namespace

batch_columns columns_of(const std::vector<std::string_view>& heads,
                         const std::vector<std::string>& names,
                         const std::vector<assignment>& constants,
                         const std::vector<std::string>& keep) {
  require_known(names, constants);
  batch_columns result;
  result.count = heads.size();
  for (const auto& name : names) result.variables.push_back(source_of(name, heads, constants));
  for (const auto& name : keep) result.keep.push_back(column_called(name, heads, ""));
  return result;
}

std::string heads_of_results(const std::vector<std::string>& names,
                             const std::vector<std::string>& keep, bool gradient, char separator) {
  std::vector<std::string> results{"value"};
  for (const auto& name : names) {
    if (gradient) results.push_back("d_" + name);
  }
  std::string line;
  for (const auto& name : keep) {
    if (std::find(results.begin(), results.end(), name) != results.end()) {
      refuse("the kept column '" + name + "' has the name of a result: give it another one");
    }
    append_field(line, name, separator);
    line += separator;
  }
  for (const auto& name : results) line.append(name).push_back(separator);
  line.back() = '\n';
  return line;
}

}  // namespace command
