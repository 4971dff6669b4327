#include "derive.hpp"

#include <ctgrad/program/cpp_text.hpp>
#include <ctgrad/text/print.hpp>

#include <algorithm>

#include "failure.hpp"
#include "files.hpp"

namespace command {
namespace {

/// By each variable in turn.
formula derived(formula f, const std::vector<std::string>& by) {
  for (const auto& name : by) {
    require_variable(f, name);
    f = derivative(f, name);
  }
  return f;
}

std::string derivative_text(const formula& f, const derive_options& options) {
  const formula d = derived(f, options.by);
  if (options.latex) return to_latex(d);
  if (options.exact) return to_string(d);
  if (options.cpp.empty()) return to_readable(d);
  std::string by;
  for (const auto& name : options.by) by += (by.empty() ? "" : ", ") + name;
  return to_cpp(d, options.cpp, "The derivative by " + by + ".");
}

std::string gradient_text(const formula& f, const derive_options& options) {
  const auto d = gradient(f);
  if (options.latex) return to_latex(d);
  return options.cpp.empty() ? to_string(d) : to_cpp(d, options.cpp);
}

}  // namespace

void require_function_name(const std::string& name) {
  const auto is_letter = [](char c_) {
    return c_ == '_' || (c_ >= 'a' && c_ <= 'z') || (c_ >= 'A' && c_ <= 'Z');
  };
  const auto fits = [&](char c_) { return is_letter(c_) || (c_ >= '0' && c_ <= '9'); };
  const bool is_name =
      !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), fits);
  using namespace ctgrad::detail;
  const auto is_taken = [&] {
    return name == "main" || holds(keywords_of_cpp, name) || holds(functions_of_cmath, name);
  };
  if (is_name && !is_taken()) return;
  throw failure(exit_code::wrong_usage, "'" + name + "' is no name for a function in C++");
}

void derive(const derive_options& options) {
  if (options.exact && options.by.empty()) {
    throw failure(exit_code::wrong_usage, "--exact is for one derivative: say which with --wrt");
  }
  const formula f = read_formula(options.source);
  if (f.names().empty()) {
    throw failure(exit_code::wrong_formula, "the formula has no variables to derive it by");
  }
  std::string text = options.by.empty() ? gradient_text(f, options) : derivative_text(f, options);
  if (text.empty() || text.back() != '\n') text += '\n';
  output_file out("");
  out.write(text);
  out.close();
}

}  // namespace command
