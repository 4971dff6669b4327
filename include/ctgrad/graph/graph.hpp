// A computation graph as data: what pictures are drawn from. That of a Value: graph_of.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace ctgrad {

/// What a node of a graph stands for.
enum class graph_role {
  variable,   ///< Value x{2.0}
  operation,  ///< its operands are drawn as far as there is room
  constant,   ///< a number, or a passive Value, that met a Value
  cut,        ///< an operation whose operands are not drawn
  fused       // a function that was recorded as one operation
};

/// One value or operation of a graph.
template <class T>
struct graph_node {
  graph_role role = graph_role::variable;  ///< what it stands for
  T data{};                                ///< the number
  T grad{};                                ///< its gradient after backward(), otherwise 0
  std::string label;                       ///< given with label(); may be empty
  std::string op;                          ///< sign or name of an operation
  std::vector<std::size_t> operands;  ///< positions in the graph, in the order of the op's operands
  std::size_t part_of = 0;            ///< the opened fused operation it is a step of; 0: of none
};

/// Everything that a Value was computed from, operands before results; the last node is the Value.
template <class T>
struct graph {
  std::vector<graph_node<T>> nodes;  ///< operands before results
  std::vector<std::string>
      opened;                    ///< names of fused operations; the k-th has steps with part_of k
  std::size_t limit = 0;         ///< nodes_at_most if that is why something is cut, otherwise 0
  bool only_checkpoints = true;  ///< is nothing cut but what checkpoints compute again?

  /// Operations whose operands are not drawn, because the picture is full or the tape kept no note
  /// of them.
  [[nodiscard]] std::size_t cut() const {
    return std::size_t(std::count_if(nodes.begin(), nodes.end(),
                                     [](const auto& n_) { return n_.role == graph_role::cut; }));
  }
};

}  // namespace ctgrad
