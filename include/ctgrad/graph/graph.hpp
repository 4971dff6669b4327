// The computation graph behind a Value, as data: what pictures are drawn from.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace ctgrad {

/// A recorded operation, a variable, or a constant that met a Value.
template <class T>
struct graph_node {
  T data{};
  T grad{};
  bool constant = false;
  std::string label;                  // given with label(); may be empty
  std::string op;                     // its sign or name; empty for variables and constants
  std::vector<std::size_t> operands;  // positions in the graph, in the order of the op's operands
};

/// Everything that `root` was computed from, operands before results; the last node is the root.
/// At most `nodes_at_most` nodes: what lies further back is cut, and `cut` says how many operands
/// have no node of their own. Errors: E20, E21 for a released or foreign Value.
template <class T>
struct graph {
  std::vector<graph_node<T>> nodes;
  std::size_t cut = 0;
};

namespace detail {

/// The recorded positions that root depends on and that fit into a picture, in ascending order.
template <class T>
std::vector<position> reachable(const basic_tape<T>& tape, position root,
                                std::size_t nodes_at_most) {
  std::vector<position> found{root};
  for (std::size_t i = 0; i < found.size() && found.size() < nodes_at_most; ++i) {
    const auto* n = tape.note_at(found[i]);
    for (int k = 0; n != nullptr && k < n->arity; ++k) {
      const position from = n->from[std::size_t(k)];
      if (from != 0 && std::find(found.begin(), found.end(), from) == found.end()) {
        found.push_back(from);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

template <class T>
graph_node<T> constant_node(const T& data) {
  graph_node<T> node;
  node.data = data;
  node.constant = true;
  return node;
}

template <class T>
graph_node<T> node_of(const basic_tape<T>& tape, position at) {
  const auto* n = tape.note_at(at);
  graph_node<T> node;
  node.label = tape.label(at);
  node.grad = tape.adjoint(at);
  if (n != nullptr) {
    node.op = n->written.sign.empty() ? n->op : n->written.sign;
    node.data = n->data;
  }
  return node;
}

}  // namespace detail

/// The graph of a Value. A passive Value is a graph of one constant.
template <class T>
graph<T> graph_of(const basic_value<T>& root, std::size_t nodes_at_most = 500) {
  graph<T> result;
  if (root.is_passive()) {
    result.nodes.push_back(detail::constant_node(root.data()));
    return result;
  }
  const auto& tape = basic_tape<T>::current();
  static_cast<void>(root.grad());  // throws if the recording is gone
  const auto positions = detail::reachable(tape, root.at(), nodes_at_most);
  std::vector<std::size_t> place(positions.back() + std::size_t{1}, SIZE_MAX);
  for (const position at : positions) {
    auto node = detail::node_of(tape, at);
    const auto* n = tape.note_at(at);
    for (int k = 0; n != nullptr && k < n->arity; ++k) {
      const auto [from, data] = std::pair{n->from[std::size_t(k)], n->operand[std::size_t(k)]};
      if (from == 0) {
        node.operands.push_back(result.nodes.size());
        result.nodes.push_back(detail::constant_node(data));
      } else if (place[from] != SIZE_MAX) {
        node.operands.push_back(place[from]);
      } else {
        ++result.cut;
      }
    }
    place[at] = result.nodes.size();
    result.nodes.push_back(std::move(node));
  }
  return result;
}

}  // namespace ctgrad
