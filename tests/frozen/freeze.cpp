// Writes the functions that check.cpp compares:  freeze_recordings > functions.cpp
#include <iostream>
#include <sstream>

#include "subjects.hpp"

namespace {

namespace cg = ctgrad;

/// The arguments of a call with all numbers in a row, x.
template <class... Args>
std::string arguments_of(const std::tuple<Args...>& arguments) {
  std::string text;
  std::size_t next = 0;
  const auto append = [&](const auto& x_) {
    using X = std::remove_cvref_t<decltype(x_)>;
    if constexpr (cg::detail::becomes_constant<X>) {
      const std::string at = std::to_string(next);
      text += (text.empty() ? "" : ", ") + (cg::operand<X> ? "x[" + at + "]" : "x + " + at);
      next += cg::detail::count_numbers(x_);
    }
  };
  std::apply([&](const auto&... x_) { (append(x_), ...); }, arguments);
  return text;
}

}  // namespace

int main() {
  std::string table;
  std::cout << "#include \"frozen.hpp\"\n\n";
  frozen::for_each_subject([&](const std::string& name, const auto& r) {
    const std::string function = "frozen_" + cg::detail::as_name(name);
    std::cout << to_cpp(r, function) << '\n';
    const std::string arguments = arguments_of(r.arguments());
    const bool one = r.code().outputs.size() == 1;
    const std::string call = one               ? "*y = " + function + "(" + arguments + "), true"
                             : r.guards() == 0 ? function + "(" + arguments + ", y), true"
                                               : function + "(" + arguments + ", y)";
    table += "      {\"" + name + "\", [](const double* x, double* y) { return " + call + "; }},\n";
  });
  std::cout << "namespace frozen {\n\nstd::vector<function> functions() {\n  return {\n"
            << table << "  };\n}\n\n}  // namespace frozen\n";
}
