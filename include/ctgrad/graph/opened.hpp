// A fused operation, opened: the steps of its program as nodes of a graph.
//
// The tape has kept what goes in and what comes out. What is in between is computed again: data by
// running the program, grads by one sweep back from the grad of the result.
#pragma once

#include <ctgrad/graph/graph.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/symbol.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Which instructions an output needs.
template <class Program>
std::vector<char> needed_by(const Program& p, slot output) {
  std::vector<char> needed(p.code.size());
  needed[output] = 1;
  for (std::size_t i = output + std::size_t{1}; i-- > 0;) {
    for (std::size_t k = 0; needed[i] != 0 && k < std::size_t(p.code[i].arity()); ++k) {
      needed[p.code[i].operands[k]] = 1;
    }
  }
  return needed;
}

/// How many nodes it takes to draw what leads from the inputs to an output, which is one of them.
/// Every use of a literal is a node.
template <class Program>
std::size_t steps_of(const Program& p, slot output) {
  const std::vector<char> needed = needed_by(p, output);
  std::size_t count = p.code[output].what == role::call ? 0 : 1;
  for (std::size_t i = 0; i < needed.size(); ++i) {
    if (needed[i] == 0 || p.code[i].what != role::call) continue;
    ++count;
    for (std::size_t k = 0; k < std::size_t(p.code[i].arity()); ++k) {
      count += p.code[p.code[i].operands[k]].what == role::literal ? 1 : 0;
    }
  }
  return count + (p.code[output].what == role::literal ? 1 : 0);
}

/// The partials of an op at x, where it is y.
template <class T>
std::array<T, 3> partials_at(const op_info<T>& op, const std::array<T, 3>& x, const T& y) {
  builder<T> home;
  std::array<basic_symbol<T>, 4> at;
  for (auto& symbol : at) symbol = {home, home.input()};
  const auto partials = op.partials({at[0], at[1], at[2]}, at[3]);
  std::vector<slot> outputs;
  for (const auto& partial : partials) outputs.push_back(partial.at(home));
  std::array<T, 3> result{};
  std::vector<T> memory;
  interpret(home.finish(outputs), std::array{x[0], x[1], x[2], y}, result, memory);
  return result;
}

/// Writes the steps that lead to one output of a program into a graph.
template <class T, class Program>
class opened_program {
 public:
  /// The inputs of the program are nodes of the graph; `result` is what is known of the output.
  opened_program(graph<T>& g_in, const Program& p_in, std::span<const std::size_t> inputs_in)
      : g_(g_in), p_(p_in), inputs_(inputs_in) {
    std::vector<T> in, out(p_.outputs.size());
    for (const std::size_t place : inputs_) in.push_back(g_.nodes[place].data);
    interpret(p_, in, out, data_);
  }

  void write(std::string name, slot output, graph_node<T> result) {
    g_.opened.push_back(std::move(name));
    needed_ = needed_by(p_, output);
    sweep(output, result.grad);
    places_.assign(data_.size(), 0);
    for (slot i = 0; i < output; ++i) {
      if (needed_[i] == 0) continue;
      if (p_.code[i].what == role::input) places_[i] = inputs_[p_.code[i].operands[0]];
      if (p_.code[i].what == role::call) places_[i] = append(step(i));
    }
    finish(output, std::move(result));
  }

 private:
  /// grads_ of everything that the output needs. Nothing flows through a partial that is zero, as
  /// on the tape nothing flows to what an op makes inactive.
  void sweep(slot output, const T& grad) {
    grads_.assign(data_.size(), T{});
    grads_[output] = grad;
    for (std::size_t i = output + std::size_t{1}; i-- > 0;) {
      const auto& s = p_.code[i];
      if (needed_[i] == 0 || s.what != role::call || grads_[i] == T{}) continue;
      std::array<T, 3> x{};
      for (std::size_t k = 0; k < std::size_t(s.arity()); ++k) x[k] = data_[s.operands[k]];
      const auto partials = partials_at(*s.op, x, data_[i]);
      for (std::size_t k = 0; k < std::size_t(s.arity()); ++k) {
        if (partials[k] != T{}) grads_[s.operands[k]] += partials[k] * grads_[i];
      }
    }
  }

  graph_node<T> step(slot i) {
    graph_node<T> node;
    node.data = data_[i];
    node.grad = grads_[i];
    describe(node, i);
    return node;
  }

  void describe(graph_node<T>& node, slot i) {
    const auto& s = p_.code[i];
    node.role = graph_role::operation;
    node.op = s.what == role::call ? s.op->sign() : "=";
    if (s.what == role::input) node.operands = {inputs_[s.operands[0]]};
    if (s.what == role::literal) node.operands = {constant(i)};
    for (std::size_t k = 0; k < std::size_t(s.arity()); ++k) {
      const slot from = s.operands[k];
      const bool literal = p_.code[from].what == role::literal;
      node.operands.push_back(literal ? constant(from) : places_[from]);
    }
  }

  std::size_t constant(slot i) {
    graph_node<T> node;
    node.role = graph_role::constant;
    node.data = p_.code[i].literal;
    return append(std::move(node));
  }

  void finish(slot output, graph_node<T> result) {
    result.operands.clear();
    describe(result, output);
    append(std::move(result));
  }

  std::size_t append(graph_node<T> node) {
    node.part_of = g_.opened.size();
    g_.nodes.push_back(std::move(node));
    return g_.nodes.size() - 1;
  }

  graph<T>& g_;
  const Program& p_;
  std::span<const std::size_t> inputs_;
  std::vector<T> data_, grads_;
  std::vector<char> needed_;
  std::vector<std::size_t> places_;
};

/// Appends the steps from the inputs, which are nodes of the graph, to one output of a program. The
/// last of them is `result`, whose data, grad and label are known.
template <class T, class Program>
void open_into(graph<T>& g, const Program& p, slot output, std::span<const std::size_t> inputs,
               std::string name, graph_node<T> result) {
  opened_program<T, Program>(g, p, inputs).write(std::move(name), output, std::move(result));
}

}  // namespace ctgrad::detail
