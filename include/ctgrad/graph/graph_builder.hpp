// Finds what a Value was computed from, in the notes of the tape.
#pragma once

#include <ctgrad/graph/graph.hpp>
#include <ctgrad/graph/graph_options.hpp>
#include <ctgrad/graph/opened.hpp>
#include <ctgrad/tape/value.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// The graph of one root, built in two steps: which values fit, then their nodes.
///
/// A value is a position and the note that describes it. A sum may have taken over the position of
/// an operand that nobody else had, or have made a part of itself of the operand recorded behind
/// it: only such operands are not at an earlier position than the sum, and they are what the last
/// note of their position, before that of the sum, describes.
template <class T>
class graph_builder {
 public:
  graph_builder(const basic_tape<T>& tape_in, const basic_value<T>& root_,
                const graph_options& options_)
      : tape_(tape_in), open_fused_(options_.open_fused) {
    find(source_at(root_.at(), nullptr), root_.data(), tape_.adjoint(root_.at()));
    choose(std::max<std::size_t>(1, options_.nodes_at_most));
    add_leaves();
    add_operations();
  }

  graph<T> result;

 private:
  struct source {
    position at;
    std::size_t number;      // of the note, in the order of recording, from 1; 0 without one
    const note<T>* made_by;  // null for a variable and where there was no room for a note

    friend bool operator==(const source&, const source&) = default;
    friend bool operator<(const source& a, const source& b) {
      return a.at != b.at ? a.at < b.at : a.number < b.number;
    }
  };

  struct found_value {
    source from;
    T data, grad;
    bool has_position = true;           // false: a sum has taken it over
    bool open = false;                  // are its operands drawn?
    bool opened = false;                // are its steps drawn?
    bool added = false;                 // to the graph, at `place`
    std::size_t place = 0;              // of its node
    std::vector<std::size_t> operands;  // where in found_, plus 1; 0 for a constant
  };

  // -- finding -----------------------------------------------------------------------------------

  [[nodiscard]] auto place_of(const source& from) const {
    return std::lower_bound(
        sorted_.begin(), sorted_.end(), from,
        [this](std::size_t i_, const source& from_) { return found_[i_].from < from_; });
  }
  [[nodiscard]] bool is_known(const source& from) const {
    const auto place = place_of(from);
    return place != sorted_.end() && found_[*place].from == from;
  }

  /// Returns where it is in found_.
  std::size_t find(const source& from, const T& data, const T& grad) {
    const auto place = place_of(from);
    if (is_known(from)) {
      found_[*place].data = data;  // an older operation has an older number
      return *place;
    }
    sorted_.insert(place, found_.size());
    found_.push_back({from, data, grad, true, false, false, false, 0, {}});
    return found_.size() - 1;
  }

  /// Opens operations, nearest to the root first, as long as all their operands fit.
  void choose(std::size_t nodes_at_most) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const note<T>* const n = found_[i].from.made_by;
      if (n == nullptr) continue;
      const std::vector<source> sources = sources_of(*n);
      if (is_wide(*n) && sources.empty()) continue;  // they have not been kept
      const std::size_t more = new_nodes(sources), inside = steps(*n);
      if (count + more > nodes_at_most) {
        result.limit = nodes_at_most;
        continue;
      }
      count += more;
      open(i, sources);
      found_[i].opened = inside != 0 && count + inside <= nodes_at_most;
      if (found_[i].opened) count += inside;
    }
  }

  /// What an operation met: the numbers, and where they are recorded.
  std::vector<met_operand<T>> operands_of(const note<T>& n) const {
    if (is_wide(n)) return tape_.wide_operands(n);
    std::vector<met_operand<T>> all;
    for (std::size_t k = 0; k < std::size_t(n.op->arity); ++k) {
      all.push_back({n.operand[k], n.from[k]});
    }
    return all;
  }

  void open(std::size_t i, const std::vector<source>& sources) {
    const note<T>& n = *found_[i].from.made_by;
    const auto met = operands_of(n);
    std::vector<std::size_t> operands;
    for (std::size_t k = 0; k < sources.size(); ++k) {
      const position at = sources[k].at;
      const bool own = at < n.at;
      const bool subtracted = k == 1 && n.op == &text_of<ops::subtract>;
      const T& sum = found_[i].grad;  // flows through it, with the sign of the partial
      operands.push_back(
          at == 0 ? 0
                  : 1 + find(sources[k], met[k].data,
                             own          ? tape_.adjoint(at)
                             : subtracted ? T(std::get<1>(ops::subtract::partials(0, 0, 0)) * sum)
                                          : T(sum)));
      if (at != 0) found_[operands.back() - 1].has_position = own;
    }
    found_[i].open = true;
    found_[i].operands = std::move(operands);
  }

  std::vector<source> sources_of(const note<T>& n) const {
    std::vector<source> all;
    for (const auto& operand : operands_of(n)) all.push_back(source_at(operand.from, &n));
    return all;
  }

  static bool is_wide(const note<T>& n) { return n.op->arity == 0; }
  static const wide_text<T>& text_of_wide(const note<T>& n) {
    return static_cast<const wide_text<T>&>(*n.op);
  }

  /// How many nodes the steps of a fused operation would add; 0 if it is drawn closed.
  std::size_t steps(const note<T>& n) const {
    if constexpr (std::floating_point<T>) {
      if (open_fused_ && is_wide(n) && !text_of_wide(n).code.empty()) {
        return steps_of(text_of_wide(n), text_of_wide(n).outputs[0]) - 1;
      }
    }
    return 0;
  }

  /// What an operation met at a position; without an operation what is there now.
  source source_at(position at, const note<T>* user) const {
    source result_at{at, 0, nullptr};
    const bool is_own = user == nullptr || at < user->at;
    if (at == 0 || (is_own && tape_.variable_at(at) != nullptr)) return result_at;
    std::size_t number = 0;
    bool is_before = true;
    tape_.for_each_note([&](const note<T>& n_) {
      ++number;
      is_before = is_before && &n_ != user;
      if (is_before && takes(n_, at)) result_at = {at, 0, nullptr};
      if (is_before && n_.at == at) result_at = {at, number, &n_};
    });
    return result_at;
  }

  /// Has a sum made what was behind it a part of itself? Then somebody else is at that position
  /// now.
  static bool takes(const note<T>& n, position at) {
    const auto end = n.from.begin() + n.op->arity;
    return n.at < at && std::find(n.from.begin(), end, at) != end;
  }

  /// How many nodes the operands of an operation would add.
  std::size_t new_nodes(const std::vector<source>& sources) const {
    std::size_t count = 0;
    for (auto from = sources.begin(); from != sources.end(); ++from) {
      const bool repeated = std::find(sources.begin(), from, *from) != from;
      if (from->at == 0 || (!repeated && !is_known(*from))) ++count;
    }
    return count;
  }

  // -- adding ------------------------------------------------------------------------------------

  /// What has no operands, in the order of recording.
  void add_leaves() {
    for (const std::size_t i : sorted_) {
      if (!found_[i].open) add(found_[i]);
    }
  }

  /// Operands before results, without recursion: on the way are operations with the number of
  /// operands that have been looked at.
  void add_operations() {
    std::vector<std::pair<std::size_t, std::size_t>> way{{0, 0}};
    while (!way.empty()) {
      auto& [i, looked_at] = way.back();
      found_value& x = found_[i];
      if (looked_at == x.operands.size() || x.added) {
        if (!x.added) add(x);
        way.pop_back();
      } else if (const std::size_t operand = x.operands[looked_at++]; operand != 0) {
        way.emplace_back(operand - 1, 0);
      }
    }
  }

  void add(found_value& x) {
    graph_node<T> node;
    if (x.has_position) node.label = tape_.label(x.from.at);
    node.data = x.data;
    node.grad = x.grad;
    if (x.open) {
      const note<T>& n = *x.from.made_by;
      const bool fused = is_wide(n) && !text_of_wide(n).code.empty();
      node.role = fused ? graph_role::fused : graph_role::operation;
      node.op = n.op->sign();
      node.operands = places_of(x, operands_of(n));
    } else if (x.from.made_by != nullptr || tape_.variable_at(x.from.at) == nullptr) {
      node.role = graph_role::cut;
      result.only_checkpoints &= tape_.is_computed_again(x.from.at);
    }
    append(x, std::move(node));
    x.place = result.nodes.size() - 1;
    x.added = true;
  }

  void append(const found_value& x, graph_node<T> node) {
    if constexpr (std::floating_point<T>) {
      if (x.opened) {
        const auto& what = text_of_wide(*x.from.made_by);
        const std::vector<std::size_t> inputs = node.operands;
        const std::string name = node.op;
        open_into(result, what, what.outputs[0], inputs, name, std::move(node));
        return;
      }
    }
    result.nodes.push_back(std::move(node));
  }

  std::vector<std::size_t> places_of(const found_value& x, const std::vector<met_operand<T>>& met) {
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < met.size(); ++k) {
      const std::size_t operand = x.operands[k];
      all.push_back(operand == 0 ? constant(met[k].data) : found_[operand - 1].place);
    }
    return all;
  }

  std::size_t constant(const T& data) {
    graph_node<T> node;
    node.role = graph_role::constant;
    node.data = data;
    result.nodes.push_back(std::move(node));
    return result.nodes.size() - 1;
  }

  const basic_tape<T>& tape_;
  bool open_fused_;
  std::vector<found_value> found_;   // in the order of discovery, the root first
  std::vector<std::size_t> sorted_;  // places in found_
};

}  // namespace ctgrad::detail
