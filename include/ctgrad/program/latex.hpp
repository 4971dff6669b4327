// Programs as mathematics for LaTeX.
//
//   std::cout << ctgrad::to_latex(program, {"x", "sigma"});
//
//   y_{0} = \sigma \sin\left(x\right)
#pragma once

#include <ctgrad/detail/given_names.hpp>
#include <ctgrad/program/latex_text.hpp>
#include <ctgrad/program/mathematics.hpp>
#include <ctgrad/program/meaning.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ctgrad {
namespace detail {

/// The numbers of a program as equations, in either notation. `left` are the left sides, written in
/// that notation.
template <class Notation, class T>
std::string equations(const program<T>& p, const texts& inputs, const texts& left) {
  const std::vector<std::string_view> variables(inputs.begin(), inputs.end());
  return mathematics<T, Notation>(spelled_out(p), variables).outputs(left);
}

}  // namespace detail

/// A program as mathematics for LaTeX, for \[ \] or whatever surrounds a formula: an equation for
/// each output, and what parts that are used often mean. x, sigma, x_1 and strike become x, \sigma,
/// x_{1} and \mathrm{strike}. `inputs` and `outputs` are names, one for each or none (x0, x1, ...
/// and y0, y1, ...). It needs amsmath. Linear in the length of the program. Errors: [ctgrad-E33]
/// for another number of names.
template <class T>
std::string to_latex(const program<T>& p, std::vector<std::string> inputs = {},
                     std::vector<std::string> outputs = {}) {
  detail::check_names(inputs, p.inputs);
  detail::check_names(outputs, p.outputs.size());
  for (std::size_t i = inputs.size(); i < p.inputs; ++i) {
    inputs.push_back(detail::text("x", std::to_string(i)));
  }
  for (auto& name : outputs) name = detail::latex_name(name);
  return detail::equations<detail::in_latex>(p, inputs, outputs);
}

}  // namespace ctgrad
