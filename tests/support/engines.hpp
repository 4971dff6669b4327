// One generic lambda, run by every engine: as a formula, as a function at compile time, with
// Values, with duals, as a program that is recorded and interpreted at run time, and on plain
// numbers.
#pragma once

#include <ctgrad/ctgrad.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/optimize.hpp>

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace support {

/// Formulas, functions and Values of the library are found by argument; for plain numbers a lambda
/// needs these names. `using namespace support::functions;` in the lambda's file.
namespace functions {
using ctgrad::abs, ctgrad::max, ctgrad::min, ctgrad::pow, ctgrad::relu, ctgrad::sigmoid,
    ctgrad::where;
using std::cos, std::erfc, std::exp, std::log, std::sin, std::sqrt, std::tanh;
}  // namespace functions

template <std::size_t N>
struct outcome {
  double value;
  std::array<double, N> gradient;
};

/// The variables x0, x1, ... x9.
template <std::size_t I>
inline constexpr auto variable = [] {
  constexpr char text[]{'x', static_cast<char>('0' + I), 0};
  return ctgrad::var<ctgrad::detail::fixed_string<3>(text)>;
}();

template <class F, std::size_t N>
constexpr outcome<N> by_function(const F& f, const std::array<double, N>& x) {
  const auto result = std::apply(ctgrad::value_and_gradient(f), x);
  return {result.value, result.gradient};
}

/// f has to use all of its arguments: a formula knows no variables but those that occur in it.
template <class F, std::size_t N>
constexpr outcome<N> by_formula(const F&, const std::array<double, N>& x) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> outcome<N> {
    constexpr auto formula = F{}(variable<I>...);
    const auto result = ctgrad::value_and_gradient(formula)((variable<I> = x[I])...);
    return {result.value, {result.gradient[variable<I>]...}};
  }(std::make_index_sequence<N>{});
}

template <class F, std::size_t N>
outcome<N> by_tape(const F& f, const std::array<double, N>& x) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> outcome<N> {
    const ctgrad::scope s;
    const ctgrad::Value variables[]{ctgrad::Value{x[I]}...};
    const auto y = f(variables[I]...);
    y.backward();
    return {y.data(), {variables[I].grad()...}};
  }(std::make_index_sequence<N>{});
}

template <class F, std::size_t N>
constexpr outcome<N> by_dual(const F& f, const std::array<double, N>& x) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) -> outcome<N> {
    using dual = ctgrad::dual<double, N>;
    const dual y = f(dual::variable(x[I], I)...);
    return {y.primal(), y.tangents()};
  }(std::make_index_sequence<N>{});
}

/// Records f and its gradient while the test runs; numbers are only known to the interpreter.
template <class F, std::size_t N>
outcome<N> by_interpreter(const F& f, const std::array<double, N>& x) {
  ctgrad::builder<double> home;
  std::array<ctgrad::symbol, N> inputs;
  for (auto& input : inputs) input = {home, home.input()};
  const ctgrad::symbol y = std::apply(f, inputs);
  std::vector<ctgrad::slot> outputs{y.at(home)};
  for (const auto& d : adjoints(home, y, {inputs.begin(), inputs.end()})) {
    outputs.push_back(d.at(home));
  }
  std::array<double, N + 1> results;
  std::vector<double> memory;
  interpret(ctgrad::optimized(home.finish(outputs), 1), x, results, memory);
  outcome<N> result{results[0], {}};
  for (std::size_t k = 0; k < N; ++k) result.gradient[k] = results[k + 1];
  return result;
}

}  // namespace support
