#include "engines.hpp"

#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/optimize.hpp>
#include <ctgrad/record/derivative.hpp>
#include <ctgrad/record/recorder.hpp>
#include <ctgrad/record/storage.hpp>
#include <ctgrad/tape/scope.hpp>

#include <sstream>
#include <stdexcept>

#include "../support/compare.hpp"
#include "range.hpp"

namespace dags {
namespace {

/// Results of all nodes, given those of inputs and constants.
template <class T, class Leaf>
std::vector<T> results(const dag& d, const functions<T>& ops, const Leaf& leaf) {
  std::vector<T> y;
  y.reserve(d.size());
  for (const node& n : d.nodes) {
    if (n.op < 0) {
      y.push_back(leaf(n, y.size()));
      continue;
    }
    T x[3];
    for (int k = 0; k < arity_of(n); ++k) x[k] = y[std::size_t(n.operands[std::size_t(k)])];
    y.push_back(ops[std::size_t(n.op)](x));
  }
  return y;
}

ctgrad::program<double> gradient_program(const dag& d) {
  ctgrad::builder<double> home;
  const auto y = record(d, home);
  const std::vector<ctgrad::symbol> inputs(y.begin(), y.begin() + d.inputs);
  std::vector<ctgrad::slot> outputs{y.back().at(home)};
  for (const auto& partial : adjoints(home, y.back(), inputs)) outputs.push_back(partial.at(home));
  return home.finish(outputs);
}

outcome outcome_of(const ctgrad::program<double>& p, const std::vector<double>& point) {
  std::vector<double> outputs(p.outputs.size()), results;
  ctgrad::interpret(p, point, outputs, results);
  return {outputs[0], {outputs.begin() + 1, outputs.end()}, !derivative_leaves_range(p, results)};
}

}  // namespace

double by_numbers(const dag& d) {
  return results(d, on_numbers, [](const node& n, std::size_t) { return n.number; }).back();
}

outcome by_tape(const dag& d) {
  using ctgrad::Value;
  const ctgrad::scope s;
  const auto y = results(d, on_tape, [](const node& n, std::size_t) {
    return n.op == input ? Value{n.number} : Value(n.number);
  });
  y.back().backward();
  outcome result{y.back().data(), {}};
  for (int i = 0; i < d.inputs; ++i) result.gradient.push_back(y[std::size_t(i)].grad());
  return result;
}

outcome by_program(const dag& d) {
  return outcome_of(gradient_program(d), point_of(d));
}

outcome by_optimized(const dag& d) {
  return outcome_of(ctgrad::optimized(gradient_program(d), 1), point_of(d));
}

outcome by_recording(const dag& d) {
  using numbers = std::vector<double>;
  const auto f = [&](const std::vector<ctgrad::symbol>& x) {
    return results(d, on_symbols,
                   [&](const node& n, std::size_t i) {
                     return n.op == input ? x[i] : ctgrad::symbol(n.number);
                   })
        .back();
  };
  const auto point = point_of(d);
  std::stringstream file;
  save(file, value_and_gradient(ctgrad::record(f, point)));
  const auto g = ctgrad::load<ctgrad::value_with_gradient<double, numbers>, numbers>(file);
  const auto expected = outcome_of(g.code(), point);
  const auto got = g(point);
  bool same = support::identical(got.value, expected.value);
  for (std::size_t i = 0; i < point.size(); ++i) {
    same = same && support::identical(got.gradient[i], expected.gradient[i]);
  }
  if (!same) throw std::logic_error("a recording runs otherwise than its program");
  return expected;
}

outcome by_dual(const dag& d) {
  outcome result;
  for (int first = 0; first < d.inputs; first += int(directions)) {
    const auto y = results(d, on_duals, [&](const node& n, std::size_t i) {
      const auto direction = i - std::size_t(first);
      return n.op == input && direction < directions ? dual::variable(n.number, direction)
                                                     : dual(n.number);
    });
    result.value = y.back().primal();
    for (int k = first; k < d.inputs && k < first + int(directions); ++k) {
      result.gradient.push_back(y.back().tangent(std::size_t(k - first)));
    }
  }
  return result;
}

real by_reals(const dag& d, const std::vector<real>& point) {
  return results(d, on_reals,
                 [&](const node& n, std::size_t i) {
                   return n.op == input ? point[i] : real(n.number);
                 })
      .back();
}

std::vector<ctgrad::symbol> record(const dag& d, ctgrad::builder<double>& home) {
  return results(d, on_symbols, [&](const node& n, std::size_t) {
    return n.op == input ? ctgrad::symbol(home, home.input()) : ctgrad::symbol(n.number);
  });
}

std::vector<dag> derivatives(const dag& d) {
  ctgrad::builder<double> home;
  const auto y = record(d, home);
  const std::vector<ctgrad::symbol> inputs(y.begin(), y.begin() + d.inputs);
  std::vector<ctgrad::slot> outputs;
  for (const auto& p : adjoints(home, y.back(), inputs)) outputs.push_back(p.at(home));
  const auto program = home.finish(outputs);
  std::vector<dag> result;
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    result.push_back(without_dead(from_program(program, point_of(d), k)));
  }
  return result;
}

dag from_program(const ctgrad::program<double>& p, const std::vector<double>& point,
                 std::size_t output) {
  dag d{.nodes = {}, .inputs = static_cast<int>(p.inputs)};
  for (std::size_t i = 0; i <= p.outputs[output] || i < p.inputs; ++i) {
    const auto& step = p.code[i];
    node n;
    if (step.what == ctgrad::role::input) n = {.op = input, .operands = {}, .number = point[i]};
    if (step.what == ctgrad::role::literal) n.number = step.literal;
    if (step.what == ctgrad::role::call) {
      n.op = number_of(step.op);
      if (n.op < 0) throw std::logic_error("a rule uses an op that no list of ops holds");
      for (std::size_t k = 0; k < 3; ++k) n.operands[k] = static_cast<int>(step.operands[k]);
    }
    d.add(n);
  }
  if (p.outputs[output] < p.inputs) {  // the result stands last
    const int one = d.add({.op = constant, .operands = {}, .number = 1});
    d.add({.op = named("multiply"), .operands = {static_cast<int>(p.outputs[output]), one}});
  }
  return d;
}

std::vector<double> run(const ctgrad::program<double>& p, const std::vector<double>& point) {
  std::vector<double> outputs(p.outputs.size()), results;
  ctgrad::interpret(p, point, outputs, results);
  return outputs;
}

}  // namespace dags
