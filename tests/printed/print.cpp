// Writes the functions that check.cpp compares:  print_functions > functions.cpp
#include <ctgrad/program/cpp.hpp>

#include <iostream>
#include <string>

#include "subjects.hpp"

namespace {

template <class T>
std::string call(const std::string& name, const printed::subject<T>& s) {
  const std::string n = std::to_string(s.program.inputs);
  if (s.program.inputs > 8) return name + "(array_of<" + n + ">(x))";
  std::string text = name + "(";
  for (std::size_t i = 0; i < s.program.inputs; ++i) {
    text += (i == 0 ? "x[" : ", x[") + std::to_string(i) + "]";
  }
  return text + ")";
}

template <class T>
void print() {
  const std::string type(ctgrad::detail::cpp_type<T>);
  std::string table;
  for (const auto& s : printed::subjects<T>()) {
    const std::string name = ctgrad::detail::as_name(type + " " + s.name);
    std::cout << to_cpp(s.program, name, {{}, s.name}) << '\n';
    table += "      {\"" + s.name + "\", []([[maybe_unused]] const " + type + "* x, " + type +
             "* y) { store(" + call(name, s) + ", y); }},\n";
  }
  std::cout << "namespace printed {\n\ntemplate <>\nstd::vector<function<" << type
            << ">> functions() {\n  return {\n"
            << table << "  };\n}\n\n}  // namespace printed\n\n";
}

}  // namespace

int main() {
  std::cout << "#include \"printed.hpp\"\n\n";
  print<float>();
  print<double>();
  print<long double>();
}
