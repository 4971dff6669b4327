// The computation graph behind a Value.
#pragma once

#include <ctgrad/graph/graph_builder.hpp>
#include <ctgrad/graph/graph_options.hpp>

#include <cstddef>
#include <utility>

namespace ctgrad {

/// The graph of a Value, of at most nodes_at_most nodes; those nearest to the Value are kept. A
/// passive Value is a graph of one constant. Takes time and memory for what is drawn. Errors:
/// [ctgrad-E20], [ctgrad-E21] for a released or foreign Value.
template <class T>
graph<T> graph_of(const basic_value<T>& root, const graph_options& options = {}) {
  if (root.is_passive()) {
    graph<T> result;
    graph_node<T> node;
    node.role = graph_role::constant;
    node.data = root.data();
    result.nodes.push_back(std::move(node));
    return result;
  }
  static_cast<void>(root.grad());  // throws if the recording is gone
  return detail::graph_builder<T>(basic_tape<T>::current(), root, options).result;
}
/// The same with this one option.
template <class T>
graph<T> graph_of(const basic_value<T>& root, std::size_t nodes_at_most) {
  return graph_of(root, graph_options{.nodes_at_most = nodes_at_most});
}

}  // namespace ctgrad
