// The computation graph behind a Value, as data: what pictures are drawn from.
#pragma once

#include <ctgrad/graph/graph_options.hpp>
#include <ctgrad/tape/value.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace ctgrad {

/// What a node of a graph stands for.
enum class graph_role {
  variable,   // Value x{2.0}
  operation,  // its operands are drawn as far as there is room
  constant,   // a number, or a passive Value, that met a Value
  cut,        // an operation whose operands are not drawn
  fused       // a function that was recorded as one operation
};

template <class T>
struct graph_node {
  graph_role role = graph_role::variable;
  T data{};
  T grad{};
  std::string label;                  // given with label(); may be empty
  std::string op;                     // sign or name of an operation
  std::vector<std::size_t> operands;  // positions in the graph, in the order of the op's operands
  std::size_t part_of = 0;            // the opened fused operation it is a step of; 0: of none
};

/// Everything that a Value was computed from, operands before results; the last node is the Value.
template <class T>
struct graph {
  std::vector<graph_node<T>> nodes;
  std::vector<std::string> opened;  // names of fused operations; the k-th has steps with part_of k
  std::size_t limit = 0;            // nodes_at_most if that is why something is cut, otherwise 0

  /// Operations whose operands are not drawn, because the picture is full or the tape kept no note
  /// of them.
  [[nodiscard]] std::size_t cut() const {
    return std::size_t(std::count_if(nodes.begin(), nodes.end(),
                                     [](const auto& n_) { return n_.role == graph_role::cut; }));
  }
};

namespace detail {

/// The graph of one root, built in two steps: which positions fit, then their nodes.
template <class T>
class graph_builder {
 public:
  graph_builder(const basic_tape<T>& tape_in, const basic_value<T>& root_,
                std::size_t nodes_at_most_)
      : tape_(tape_in) {
    find(root_.at(), root_.data());
    choose(nodes_at_most_);
    for (const std::size_t i : by_position_) add(found_[i]);
  }

  graph<T> result;

 private:
  struct found_value {
    position at;
    T data;
    bool open = false;      // are its operands drawn?
    std::size_t place = 0;  // of its node
  };

  /// Where a position is, or would be, in by_position_.
  [[nodiscard]] auto place_of(position at) const {
    return std::lower_bound(by_position_.begin(), by_position_.end(), at,
                            [this](std::size_t i_, position at_) { return found_[i_].at < at_; });
  }
  /// Null if it has not been found.
  [[nodiscard]] const found_value* known(position at) const {
    const auto place = place_of(at);
    return place != by_position_.end() && found_[*place].at == at ? &found_[*place] : nullptr;
  }

  void find(position at, const T& data) {
    const auto place = place_of(at);
    if (known(at) != nullptr) {
      found_[*place].data = data;  // an older operation has an older number
    } else {
      by_position_.insert(place, found_.size());
      found_.push_back({at, data});
    }
  }

  /// Opens operations, nearest to the root first, as long as all their operands fit.
  void choose(std::size_t nodes_at_most) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto* n = tape_.note_at(found_[i].at);
      if (n == nullptr) continue;
      if (count + new_nodes(*n) > nodes_at_most) {
        result.limit = nodes_at_most;
        continue;
      }
      count += new_nodes(*n);
      found_[i].open = true;
      for (std::size_t k = 0; k < std::size_t(n->op->arity); ++k) {
        if (n->from[k] != 0) find(n->from[k], n->operand[k]);
      }
    }
  }

  /// How many nodes the operands of an operation would add.
  std::size_t new_nodes(const note<T>& n) const {
    std::size_t count = 0;
    for (auto operand = n.from.begin(); operand != n.from.begin() + n.op->arity; ++operand) {
      const bool repeated = std::find(n.from.begin(), operand, *operand) != operand;
      if (*operand == 0 || (!repeated && known(*operand) == nullptr)) ++count;
    }
    return count;
  }

  void add(found_value& x) {
    graph_node<T> node;
    node.label = tape_.label(x.at);
    node.grad = tape_.adjoint(x.at);
    node.data = x.data;
    if (x.open) {
      const note<T>& n = *tape_.note_at(x.at);
      node.role = graph_role::operation;
      node.op = n.op->sign();
      for (int k = 0; k < n.op->arity; ++k) {
        node.operands.push_back(operand(n.from[std::size_t(k)], n.operand[std::size_t(k)]));
      }
    } else if (tape_.variable_at(x.at) == nullptr) {
      node.role = graph_role::cut;
    }
    x.place = result.nodes.size();
    result.nodes.push_back(std::move(node));
  }

  std::size_t operand(position from, const T& data) {
    if (from != 0) return known(from)->place;
    graph_node<T> node;
    node.role = graph_role::constant;
    node.data = data;
    result.nodes.push_back(std::move(node));
    return result.nodes.size() - 1;
  }

  const basic_tape<T>& tape_;
  std::vector<found_value> found_;        // in the order of discovery, the root first
  std::vector<std::size_t> by_position_;  // places in found_
};

}  // namespace detail

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
  return detail::graph_builder<T>(basic_tape<T>::current(), root,
                                  std::max<std::size_t>(1, options.nodes_at_most))
      .result;
}
template <class T>
graph<T> graph_of(const basic_value<T>& root, std::size_t nodes_at_most) {
  return graph_of(root, graph_options{.nodes_at_most = nodes_at_most});
}

}  // namespace ctgrad
