#include "formula_graph.hpp"

#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/record/differentiate.hpp>

#include <cstddef>
#include <numeric>
#include <string>

namespace command {
namespace {

using ctgrad::graph_role;
using ctgrad::role;
using ctgrad::slot;
using graph = ctgrad::graph<double>;
using program = ctgrad::program<double>;

/// The values of all steps, and behind them the derivatives of the result by each of them.
program values_and_adjoints(const program& p) {
  program whole = p;
  whole.outputs.resize(p.code.size());
  std::iota(whole.outputs.begin(), whole.outputs.end(), slot{0});
  ctgrad::builder<double> home;
  auto all = ctgrad::detail::replay(home, whole, 0).outputs;
  const auto grads = adjoints(home, all[p.outputs[0]], all);
  all.insert(all.end(), grads.begin(), grads.end());
  std::vector<slot> outputs;
  for (const auto& y : all) outputs.push_back(y.at(home));
  return home.finish(outputs);
}

/// Adds the steps of a program as nodes; a literal is a node wherever it is used.
class graph_writer {
 public:
  graph_writer(const formula& f, const std::vector<double>& point)
      : names_(f.names()), p_(f.recorded().code()), place_(p_.code.size()) {
    const program all = values_and_adjoints(p_);
    std::vector<double> memory;
    numbers_.resize(all.outputs.size());
    ctgrad::interpret(all, point, numbers_, memory);
    const slot result = p_.outputs[0];
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (i != result && p_.code[i].what != role::literal) place_[i] = add(i);
    }
    auto& last = graph_.nodes[add(result)];
    if (last.role == graph_role::operation) last.label = "result";
  }

  graph take() { return std::move(graph_); }

 private:
  std::size_t add(slot i) {
    const auto& step = p_.code[i];
    ctgrad::graph_node<double> node;
    node.data = numbers_[i];
    node.grad = numbers_[p_.code.size() + i];
    if (step.what == role::input) node.label = names_[step.operands[0]];
    if (step.what == role::literal) node.role = graph_role::constant;
    if (step.what == role::call) {
      node.role = graph_role::operation;
      node.op = step.op->written.sign.empty() ? step.op->name : step.op->written.sign;
      for (int k = 0; k < step.arity(); ++k) {
        node.operands.push_back(place_of(step.operands[std::size_t(k)]));
      }
    }
    graph_.nodes.push_back(std::move(node));
    return graph_.nodes.size() - 1;
  }

  std::size_t place_of(slot i) { return p_.code[i].what == role::literal ? add(i) : place_[i]; }

  const std::vector<std::string>& names_;
  const program& p_;
  std::vector<std::size_t> place_;  // of each step's node
  std::vector<double> numbers_;     // as values_and_adjoints gives them
  graph graph_;
};

}  // namespace

graph graph_of_formula(const formula& f, const std::vector<double>& point) {
  return graph_writer(f, point).take();
}

}  // namespace command
