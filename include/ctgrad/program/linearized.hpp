// A program linearised at a point that is not known yet: the graph of its partial derivatives.
//
// Its vertices are results that lie on a way from an x to a y, its edges the partials that are not
// known to be 0. The sum over all ways of the product of their edges is dy/dx (Bauer's formula).
// Vertices are numbered in the order of evaluation: first the sources (the xs), then what lies
// between, then the sinks (the ys).
#pragma once

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
  std::vector<edge<T>> edges;         // in the order of evaluation, operands from left to right
  std::vector<slot> sources, sinks;   // the vertex of every x and of every y; equal ones share it
  slot inner = 0, last = 0, end = 0;  // where inner vertices and sinks begin, and the end of all
};

inline constexpr slot nowhere = ~slot{0};

template <class T>
constexpr std::vector<slot> slots_of(builder<T>& b, const std::vector<basic_symbol<T>>& all) {
  std::vector<slot> slots;
  for (const auto& symbol_ : all) slots.push_back(symbol_.at(b));
  return slots;
}

/// The partials of everything that the outputs need, between slots, the last instruction first.
template <class T>
constexpr std::vector<edge<T>> partials_between(builder<T>& b, const std::vector<slot>& inputs,
                                                const std::vector<slot>& outputs) {
  const slot last = *std::max_element(outputs.begin(), outputs.end());
  const auto active = dependents(b, inputs, last);
  std::vector<char> needed(std::size_t{last} + 1, false);
  for (const slot y : outputs) needed[y] = active[y];
  std::vector<edge<T>> edges;
  for (slot i = last + 1; i-- > 0;) {
    if (!needed[i] || b[i].what != role::call) continue;
    const auto step = b[i];  // a copy: recording moves the instructions
    operands_of_op<T> x{};
    for (std::size_t k = 0; k < 3; ++k) x[k] = {b, step.operands[k]};
    const auto partials = step.op->partials(x, {b, i});
    for (std::size_t k = std::size_t(step.op->arity); k-- > 0;) {
      if (!active[step.operands[k]] || partials[k].is_structural_zero()) continue;
      edges.push_back({step.operands[k], i, edge_of(partials[k], x, basic_symbol<T>{b, i})});
      needed[step.operands[k]] = true;
    }
  }
  return edges;
}

/// Without those that no way from an input leads to, in the order of evaluation.
template <class T>
constexpr std::vector<edge<T>> reached_from(const std::vector<slot>& inputs, slot slots,
                                            const std::vector<edge<T>>& backwards) {
  std::vector<char> reached(slots, false);
  for (const slot x : inputs) reached[x] = true;
  std::vector<edge<T>> edges;
  for (std::size_t i = backwards.size(); i-- > 0;) {
    if (!reached[backwards[i].from]) continue;
    reached[backwards[i].to] = true;
    edges.push_back(backwards[i]);
  }
  return edges;
}

/// The first position of every slot in a list. A literal has none: nothing depends on it.
template <class T>
constexpr std::vector<slot> positions_in(const std::vector<slot>& list, const builder<T>& b) {
  std::vector<slot> first(b.size(), nowhere);
  for (std::size_t i = list.size(); i-- > 0;) {
    if (b[list[i]].what != role::literal) first[list[i]] = static_cast<slot>(i);
  }
  return first;
}

/// From edges between slots to edges between vertices. An x that nothing else is computed before is
/// its source, a y that nothing else is computed from its sink; the others have an edge of 1.
template <class T>
constexpr linearized<T> numbered(const builder<T>& b, const std::vector<edge<T>>& edges,
                                 const std::vector<slot>& inputs,
                                 const std::vector<slot>& outputs) {
  const auto column = positions_in(inputs, b), row = positions_in(outputs, b);
  std::vector<slot> vertex = column;
  std::vector<char> used(b.size(), false);
  for (const auto& e : edges) used[e.from] = true, vertex[e.to] = nowhere;

  linearized<T> graph;
  graph.inner = graph.last = static_cast<slot>(inputs.size());
  for (const auto& e : edges) {
    const bool is_sink = row[e.to] != nowhere && !used[e.to];
    if (vertex[e.to] == nowhere && !is_sink) vertex[e.to] = graph.last++;
  }
  graph.end = graph.last + static_cast<slot>(outputs.size());
  for (const auto& e : edges) {
    if (vertex[e.to] == nowhere) vertex[e.to] = graph.last + row[e.to];
  }

  const guarded<T> unit{1, 1};
  for (const slot x : inputs) {
    const slot source = column[x];
    if (source == graph.sources.size() && vertex[x] != source) {
      graph.edges.push_back({source, vertex[x], unit});
    }
    graph.sources.push_back(source);
  }
  for (const auto& e : edges) graph.edges.push_back({vertex[e.from], vertex[e.to], e.weight});
  for (const slot y : outputs) {
    const slot sink = row[y] == nowhere ? nowhere : graph.last + row[y];
    if (row[y] == graph.sinks.size() && vertex[y] != nowhere && vertex[y] != sink) {
      graph.edges.push_back({vertex[y], sink, unit});
    }
    graph.sinks.push_back(sink);
  }
  return graph;
}

/// Records the partials of all that lies between xs and ys. Both may be any results of b, and an x
/// may depend on another one. Before: neither is empty. Linear.
template <class T>
constexpr linearized<T> linearize(builder<T>& b, const std::vector<basic_symbol<T>>& ys,
                                  const std::vector<basic_symbol<T>>& xs) {
  const auto outputs = slots_of(b, ys), inputs = slots_of(b, xs);
  const auto backwards = partials_between(b, inputs, outputs);
  return numbered(b, reached_from(inputs, b.size(), backwards), inputs, outputs);
}

}  // namespace ctgrad::detail
