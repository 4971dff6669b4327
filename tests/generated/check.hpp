// A generated function by every engine that there is, against each other and against 100 digits.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../random/agreement.hpp"
#include "../random/random_source.hpp"
#include "../support/engines.hpp"

namespace generated {

/// Names for plain numbers; symbols, formulas, duals and Values find theirs by their type.
namespace functions {
using ctgrad::abs, ctgrad::fdim, ctgrad::normal_pdf, ctgrad::hypot, ctgrad::inv,
    ctgrad::log_add_exp, ctgrad::max, ctgrad::min, ctgrad::normal_cdf, ctgrad::pow, ctgrad::relu,
    ctgrad::sigmoid, ctgrad::softplus, ctgrad::square, ctgrad::where;
using std::sin, std::cos, std::tanh, std::erf, std::atan, std::asinh, std::cbrt, std::sqrt,
    std::log, std::log1p, std::exp;
}  // namespace functions

/// What one engine says.
struct answer {
  const char* engine;
  double value;
  std::vector<double> gradient;
};

/// Values are identical, gradients equal within what rounding explains, and the truth is near
/// (judge in random/truth.hpp). `recorded` is the function as a random program at the same point.
void check_answers(const dags::dag& recorded, double plain, const std::vector<answer>& answers);

template <std::size_t N>
answer named(const char* engine, const support::outcome<N>& o) {
  return {engine, o.value, {o.gradient.begin(), o.gradient.end()}};
}

/// The function recorded while the test runs.
template <std::size_t N, class F>
dags::dag recorded(const F& f, const std::array<double, N>& x) {
  ctgrad::builder<double> home;
  std::array<ctgrad::symbol, N> inputs;
  for (auto& input : inputs) input = {home, home.input()};
  const ctgrad::symbol y = std::apply(f, inputs);
  return dags::from_program(home.finish({y.at(home)}), {x.begin(), x.end()}, 0);
}

template <std::size_t N, bool IsFormula, class F>
void check(const F& f, std::uint64_t seed) {
  dags::random_source random(seed);
  for (int i = 0; i < 10; ++i) {
    std::array<double, N> x;
    for (double& v : x) v = random.signed_number(0.1, 3);
    std::vector answers{
        named("function", support::by_function(f, x)), named("Value", support::by_tape(f, x)),
        named("dual", support::by_dual(f, x)), named("interpreter", support::by_interpreter(f, x))};
    if constexpr (IsFormula) answers.push_back(named("formula", support::by_formula(f, x)));
    check_answers(recorded<N>(f, x), static_cast<double>(std::apply(f, x)), answers);
  }
}

}  // namespace generated
