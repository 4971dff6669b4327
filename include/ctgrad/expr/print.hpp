// Formulas as text: std::cout << derivative(e, x).
#pragma once

#include <ctgrad/expr/lower.hpp>
#include <ctgrad/program/mathematics.hpp>
#include <ctgrad/program/meaning.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace ctgrad {

namespace detail {

/// A formula in a notation.
template <class Notation, class T, formula_node E>
std::string formula_text(const E& e) {
  builder<T> home;
  const auto variables = names_of<E>();
  lowering<T> lower(home, variables);
  auto constant = [&](const auto& value_) { lower.give_constant(static_cast<T>(value_)); };
  constants_of<decltype(constant)&>{constant}(e);
  const auto p = spelled_out(home.finish({lower(of<E>{}).at(home)}));
  return mathematics<T, Notation>(p, variables).output(0);
}

}  // namespace detail

/// A formula, or a derivative of one, as readable mathematics: "2*x*y + exp(x)". Run-time constants
/// are written as the numbers they are. Linear in the size of the formula's program.
template <formula_node E, class T = double>
std::string to_string(const E& e) {
  return detail::formula_text<detail::in_plain_text, T>(e);
}

/// Prints to_string(e).
template <class Traits, formula_node E>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const E& e) {
  return out << to_string(e);
}

}  // namespace ctgrad
