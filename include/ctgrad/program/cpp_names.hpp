// What a program's ops and inputs are called in C++.
#pragma once

#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/program/cpp_text.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// What Boost.Math is told in op/boost_math.hpp: a result outside of the domain is NaN.
inline constexpr std::string_view quiet_policy =
    "  namespace policies = boost::math::policies;\n"
    "  using quiet = policies::policy<policies::domain_error<policies::ignore_error>,\n"
    "                                 policies::pole_error<policies::ignore_error>,\n"
    "                                 policies::overflow_error<policies::ignore_error>,\n"
    "                                 policies::rounding_error<policies::ignore_error>,\n"
    "                                 policies::evaluation_error<policies::ignore_error>>;\n";

/// How to_cpp writes an op: as `where`, as a sign, as a function that exists, or as one that has to
/// be defined in front or by the user.
template <class T>
bool is_choice(const op_info<T>& op) {
  return &op == &info_of<ops::where, T>;
}
template <class T>
bool is_sign(const op_info<T>& op) {
  return op.cpp.empty() && !op.written.sign.empty() && holds(signs_of_cpp, op.written.sign);
}
template <class T>
bool is_known_function(const op_info<T>& op) {
  return op.cpp.starts_with("std::") || (op.cpp.empty() && holds(functions_of_cmath, op.name));
}

/// The names of one function: no two things have the same, and none is a word of C++.
template <class T>
class cpp_names {
 public:
  cpp_names(const auto& p_, std::string_view function_in) : function_(function_in) {
    for (const auto& step : p_.code) {
      if (is_to_be_defined(step) && step.op->cpp.empty()) ask_for(*step.op);
    }
    for (const auto& step : p_.code) {
      if (is_to_be_defined(step) && !step.op->cpp.empty()) help(*step.op);
    }
  }

  /// A name like this one that nothing has yet.
  std::string take(std::string_view wish) {
    std::string name = as_name(wish);
    while (is_taken(name)) name += "_";
    taken_.insert(name);
    return name;
  }

  /// What is called with the operands.
  [[nodiscard]] std::string of(const op_info<T>& op) const {
    for (const auto& [known, name] : called_) {
      if (known == &op) return name;
    }
    return op.cpp.empty() ? text("std::", op.name) : std::string(op.cpp);
  }

  /// The functions that are missing.
  [[nodiscard]] const std::string& missing() const { return missing_; }

  /// The lambdas that the function starts with.
  [[nodiscard]] std::string helpers() const {
    return text(mentions(helpers_, "quiet") ? quiet_policy : "", helpers_);
  }

 private:
  static bool is_to_be_defined(const instruction<T>& step) {
    return step.what == role::call && !is_choice(*step.op) && !is_sign(*step.op) &&
           !is_known_function(*step.op);
  }

  bool is_new(const op_info<T>& op) const {
    return std::none_of(called_.begin(), called_.end(),
                        [&](const auto& known_) { return known_.first == &op; });
  }

  /// A function of the user's keeps its name.
  void ask_for(const op_info<T>& op) {
    if (!is_new(op)) return;
    const std::string name = as_name(op.name);
    const char* const operands[]{"(u)", "(u, v)", "(u, v, w)"};
    missing_ += text(missing_.empty() ? "" : ", ", name, operands[op.arity - 1]);
    taken_.insert(name);
    called_.push_back({&op, name});
  }

  void help(const op_info<T>& op) {
    if (!is_new(op)) return;
    const std::string name = take(op.name);
    const auto lambda = replaced(std::string(op.cpp), "double", cpp_type<T>);
    helpers_ += text("  const auto ", name, " = ", replaced(lambda, "\n", "\n  "), ";\n");
    called_.push_back({&op, name});
  }

  [[nodiscard]] bool is_taken(std::string_view name) const {
    const bool temporary =
        name.size() > 1 && name[0] == 't' && std::all_of(name.begin() + 1, name.end(), is_digit);
    return temporary || name == function_ || taken_.contains(name) ||
           holds(keywords_of_cpp, name) || mentions(helpers_, name);
  }

  std::string_view function_;
  std::vector<std::pair<const op_info<T>*, std::string>> called_;
  std::set<std::string, std::less<>> taken_;
  std::string missing_, helpers_;
};

}  // namespace ctgrad::detail
