// Derivatives to be read: as mathematics, in plain text or for LaTeX, as C++ that needs no ctgrad,
// as pictures.
//
//   std::cout << ctgrad::to_string(ctgrad::gradient(f));
//   std::cout << ctgrad::to_latex(ctgrad::gradient(f));
//   std::cout << ctgrad::to_cpp(ctgrad::value_and_gradient(f), "price_and_greeks");
//   std::cout << ctgrad::to_dot(ctgrad::gradient(f));  // dot -Tsvg f.dot -o f.svg
//
// All four take a formula and what gradient(f), jacobian(f), hessian(f)... return. The variables
// of a formula have their names. The numbers of a function's arguments are called x0, x1, ... in
// the order of declaration, and those of a direction or of weights v0, v1, ..., if no names are
// given: to_string(gradient(f), {"spot", "strike"}). A function of other arguments than numbers
// needs their types, to_cpp<std::array<double, 3>>(gradient(f), "name"); a jvp, vjp or hvp needs
// the type of its direction or weights in front of them.
#pragma once

#include <ctgrad/diff/named_program.hpp>
#include <ctgrad/expr/print.hpp>
#include <ctgrad/program/cpp.hpp>
#include <ctgrad/program/dot.hpp>
#include <ctgrad/program/latex.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ctgrad {
namespace detail {

/// "Returns f, df/dx." in lines that are not too long; nothing where that goes without saying.
inline std::string returned(const texts& outputs) {
  if (outputs.empty() || outputs == texts{"f"}) return "";
  std::string all, line = "Returns";
  for (const auto& name : outputs) {
    if (line.size() + name.size() > 90) all += line + "\n", line = " ";
    line += text(" ", name, &name == &outputs.back() ? "." : ",");
  }
  return all + line;
}

}  // namespace detail

/// A derivative as readable mathematics, a line per number. Linear in the size of its program.
///
///   df/dx0 = 2*x0*x1
///   df/dx1 = x0^2
template <class... Args, class D>
  requires(detail::printable<D, Args...> && !formula_node<D>)
std::string to_string(const D& d, const std::vector<std::string>& names = {}) {
  auto p = detail::named_program_of<Args...>(d);
  p.rename(names);
  return detail::equations<detail::in_plain_text>(p.code, p.inputs, p.outputs());
}

/// A derivative as mathematics for LaTeX, an equation per number: see program/latex.hpp.
///
///   \frac{\partial f}{\partial x_{0}} = 2 x_{0} x_{1}
template <class... Args, class D>
  requires(detail::printable<D, Args...> && !formula_node<D>)
std::string to_latex(const D& d, const std::vector<std::string>& names = {}) {
  auto p = detail::named_program_of<Args...>(d);
  p.rename(names);
  return detail::equations<detail::in_latex>(p.code, p.inputs,
                                             p.template outputs<detail::in_latex>());
}

/// A formula as mathematics for LaTeX, without what surrounds a formula, "2 x +
/// \sin\left(y\right)": see program/latex.hpp.
template <formula_node E, class T = double>
std::string to_latex(const E& e) {
  return detail::formula_text<detail::in_latex, T>(e);
}

/// A formula or a derivative as C++ that needs no ctgrad: see program/cpp.hpp.
template <class... Args, class D>
  requires detail::printable<D, Args...>
std::string to_cpp(const D& d, std::string_view name, cpp_style style = {}) {
  auto p = detail::named_program_of<Args...>(d);
  p.rename(style.inputs);
  if (p.known) style.inputs = p.inputs;
  if (style.comment.empty()) style.comment = detail::returned(p.outputs());
  return to_cpp(p.code, name, style);
}

/// A formula or a derivative as a picture: see program/dot.hpp.
template <class... Args, class D>
  requires detail::printable<D, Args...>
std::string to_dot(const D& d, const std::vector<std::string>& names = {}) {
  auto p = detail::named_program_of<Args...>(d);
  p.rename(names);
  return to_dot(p.code, {p.inputs, p.outputs(), p.values()});
}

}  // namespace ctgrad
