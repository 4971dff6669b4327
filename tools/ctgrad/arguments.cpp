#include "arguments.hpp"

#include <algorithm>
#include <set>

#include "failure.hpp"
#include "files.hpp"
#include "number.hpp"
#include "object_reader.hpp"

namespace command {
namespace {

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 20;
  std::string all;
  for (std::size_t i = 0; i < std::min(names.size(), shown); ++i) {
    all += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() > shown ? all + ", ..." : all;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

assignment assignment_in(const std::string& word) {
  const auto sign = word.find('=');
  if (sign == word.npos) {
    throw failure(exit_code::wrong_usage, "'" + word + "' is no assignment: write name=number");
  }
  const std::string name = trimmed(word.substr(0, sign)), number = trimmed(word.substr(sign + 1));
  const auto value = number_in(number);
  if (name.empty())
    throw failure(exit_code::wrong_usage, "'" + word + "' has no name in front of '='");
  if (!value) {
    throw failure(exit_code::wrong_usage,
                  "'" + number + "' in '" + word + "' is " + no_number(number));
  }
  return {name, *value};
}

std::vector<assignment> object_at(const std::string& values) {
  if (values.empty()) return {};
  const bool here = trimmed(values).substr(0, 1) == "{";
  return read_object(here ? values : text_of_file(values), here ? "--values" : shown_name(values));
}

}  // namespace

std::vector<assignment> read_arguments(const arguments& given) {
  std::vector<assignment> all = object_at(given.values);
  for (const auto& word : given.words) all.push_back(assignment_in(word));
  return all;
}

void require_known(const std::vector<std::string>& names, const std::vector<assignment>& given) {
  std::set<std::string> seen;
  for (const auto& [name, value] : given) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const std::string has = names.empty() ? "it has none" : "it has " + listed(names);
      throw failure(exit_code::wrong_formula, "the formula has no variable '" + name + "': " + has);
    }
    if (!seen.insert(name).second) {
      throw failure(exit_code::wrong_formula, "the variable '" + name + "' is given twice");
    }
  }
}

std::vector<double> point_of(const std::vector<std::string>& names,
                             const std::vector<assignment>& given) {
  require_known(names, given);
  std::vector<double> point;
  std::vector<std::string> missing;
  for (const auto& name : names) {
    const auto found = std::find_if(given.begin(), given.end(),
                                    [&](const assignment& a_) { return a_.name == name; });
    if (found == given.end()) {
      missing.push_back(name);
    } else {
      point.push_back(found->value);
    }
  }
  if (missing.empty()) return point;
  throw failure(exit_code::wrong_formula, "no number is given for " + listed(missing) + ": write " +
                                              missing[0] + "=number behind the formula");
}

}  // namespace command
