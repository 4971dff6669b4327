// Formulas as text: std::cout << derivative(e, x).
#pragma once

#include <ctgrad/expr/lower.hpp>
#include <ctgrad/program/mathematics.hpp>
#include <ctgrad/program/meaning.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace ctgrad {

/// A formula, or a derivative of one, as readable mathematics: "2*x*y + exp(x)". Run-time constants
/// are written as the numbers they are. Linear in the size of the formula's program.
template <formula_node E, class T = double>
std::string to_string(const E& e) {
  builder<T> home;
  const auto names = detail::names_of<E>();
  detail::lowering<T> lower(home, names);
  auto constant = [&](const auto& value_) { lower.give_constant(static_cast<T>(value_)); };
  detail::constants_of<decltype(constant)&>{constant}(e);
  const auto p = spelled_out(home.finish({lower(detail::of<E>{}).at(home)}));
  return detail::mathematics<T>(p, names).output(0);
}

/// Prints to_string(e).
template <class Traits, formula_node E>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const E& e) {
  return out << to_string(e);
}

}  // namespace ctgrad
