// A program linearised at a point that is not known yet: the graph of its partial derivatives.
//
// Its vertices are results that lie on a way from an x to a y, its edges the partials that are not
// known to be 0. The sum over all ways of the product of their edges is dy/dx (Bauer's formula).
// Sources are numbered first, the x_j being j, then sinks, then what lies between, in the order of
// evaluation.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/adjoint.hpp>

#include <algorithm>
#include <vector>

namespace ctgrad::detail {

template <class T>
struct edge {
  slot from, to;
  guarded<T> weight;
};

template <class T>
struct linearized {
  std::vector<edge<T>> edges;        // in the order of evaluation, operands from left to right
  std::vector<slot> sources, sinks;  // the vertex of every x and of every y; equal ones share it
  slot first_sink = 0, first_inner = 0, vertices = 0;
};

inline constexpr slot no_vertex = ~slot{0};

template <class T>
constexpr std::vector<slot> slots_of(builder<T>& b, const std::vector<basic_symbol<T>>& all) {
  std::vector<slot> slots;
  slots.reserve(all.size());
  for (const auto& symbol_ : all) slots.push_back(symbol_.at(b));
  return slots;
}

/// The partials of everything that the outputs need, as edges between slots, the last one first.
/// Marks in `used` what they are partials with respect to.
template <class T>
constexpr std::vector<edge<T>> partials_backwards(builder<T>& b, const std::vector<slot>& outputs,
                                                  const buffer<bool>& active, buffer<bool>& used) {
  buffer<bool> is_output(active.size());
  for (const slot y : outputs) is_output[y] = active[y];
  std::vector<edge<T>> edges;
  edges.reserve(2 * active.size());
  for (auto i = static_cast<slot>(active.size()); i-- > 0;) {
    if (!(used[i] || is_output[i]) || b[i].what != role::call) continue;
    const auto step = b[i];  // a copy: recording moves the instructions
    operands_of_op<T> x{};
    for (std::size_t k = 0; k < 3; ++k) x[k] = {b, step.operands[k]};
    const auto partials = step.op->partials(x, {b, i});
    for (auto k = std::size_t(step.op->arity); k-- > 0;) {
      const slot operand = step.operands[k];
      if (!active[operand]) continue;
      const auto weight = edge_to(step.operands, k, partials, x, {b, i});
      if (weight.never()) continue;
      edges.push_back({operand, i, weight});
      used[operand] = true;
    }
  }
  return edges;
}

/// Records the partials of all that lies between xs and ys. Both may be any results of b, and an x
/// may depend on another one. Before: neither is empty. Linear.
template <class T>
constexpr linearized<T> linearize(builder<T>& b, const std::vector<basic_symbol<T>>& ys,
                                  const std::vector<basic_symbol<T>>& xs) {
  const auto inputs = slots_of(b, xs), outputs = slots_of(b, ys);
  const std::size_t slots = std::size_t{*std::max_element(outputs.begin(), outputs.end())} + 1;
  const auto active = dependents(b, inputs, static_cast<slot>(slots - 1));
  buffer<bool> used(slots);
  const auto backwards = partials_backwards(b, outputs, active, used);

  linearized<T> graph;
  graph.edges.reserve(backwards.size() + inputs.size() + outputs.size());
  buffer<slot> vertex(slots, no_vertex), sink(slots, no_vertex);
  const auto number = [&](slot at_, buffer<slot>& numbers_) {
    const slot next_ = graph.vertices++;
    if (at_ >= slots || !active[at_]) return no_vertex;
    return numbers_[at_] == no_vertex ? numbers_[at_] = next_ : numbers_[at_];
  };
  for (const slot x : inputs) graph.sources.push_back(number(x, vertex));
  graph.first_sink = graph.vertices;
  for (const slot y : outputs) graph.sinks.push_back(number(y, sink));
  graph.first_inner = graph.vertices;

  // A result that is an x or a y as well has an edge of 1 from its source or to its sink. A y that
  // nothing else is computed from is its sink. Results that no way from an x leads to have none.
  const guarded<T> unit{1, 1};
  slot current = no_vertex;
  for (std::size_t i = backwards.size(); i-- > 0;) {
    const auto& e = backwards[i];
    if (vertex[e.from] == no_vertex) continue;
    if (e.to != current) {
      current = e.to;
      const slot source = vertex[current];
      const bool is_sink = sink[current] != no_vertex && !used[current];
      vertex[current] = is_sink ? sink[current] : graph.vertices++;
      if (source != no_vertex) graph.edges.push_back({source, vertex[current], unit});
    }
    graph.edges.push_back({vertex[e.from], vertex[e.to], e.weight});
  }
  for (const slot y : outputs) {
    if (sink[y] == no_vertex || vertex[y] == no_vertex || vertex[y] == sink[y]) continue;
    graph.edges.push_back({vertex[y], sink[y], unit});
    vertex[y] = sink[y];  // an output that is asked for twice has one sink
  }
  return graph;
}

}  // namespace ctgrad::detail
