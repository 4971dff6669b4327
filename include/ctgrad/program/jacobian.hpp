// Jacobians as a transformation of programs.
#pragma once

#include <ctgrad/program/markowitz.hpp>

#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// A matrix of partials, recorded along a linearised program.
template <class T>
class recorded_matrix {
 public:
  constexpr recorded_matrix(const linearized<T>& graph_in, const reach& ways_in)
      : graph_(graph_in),
        ways_(ways_in),
        entries_(graph_in.sinks.size() * graph_in.sources.size()),
        edges_in_(graph_in.vertices),
        edges_out_(graph_in.vertices) {
    for (const auto& e : graph_in.edges) ++edges_in_[e.to], ++edges_out_[e.from];
  }

  /// A tangent sweep per source.
  constexpr void forward() {
    for (slot j = 0; j < graph_.first_sink; ++j) {
      buffer<guarded<T>> tangent(graph_.vertices);
      tangent[j] = {1, 1};
      for (const auto& e : graph_.edges) {
        auto& from = tangent[e.from];
        if (from.never() || !ways_.matters(j, e.to)) continue;
        if (edges_out_[e.from] > 1) from = settled(from);
        tangent[e.to] = sum(tangent[e.to], chained(e.weight, from));
      }
      for (slot i = graph_.first_sink; i < graph_.first_inner; ++i) set(i, j, tangent[i]);
    }
  }

  /// An adjoint sweep per sink.
  constexpr void reverse() {
    const auto& edges = graph_.edges;
    for (slot i = graph_.first_sink; i < graph_.first_inner; ++i) {
      buffer<guarded<T>> adjoint(graph_.vertices);
      adjoint[i] = {1, 1};
      for (std::size_t k = edges.size(); k-- > 0;) {
        const auto& e = edges[k];
        auto& to = adjoint[e.to];
        if (to.never() || !ways_.matters(e.from, i)) continue;
        if (edges_in_[e.to] > 1) to = settled(to);
        adjoint[e.from] = sum(adjoint[e.from], chained(to, e.weight));
      }
      for (slot j = 0; j < graph_.first_sink; ++j) set(i, j, adjoint[j]);
    }
  }

  constexpr void eliminate(const elimination_plan<T>& plan) {
    buffer<guarded<T>> c(plan.edges);
    for (std::size_t k = 0; k < graph_.edges.size(); ++k) c[k] = graph_.edges[k].weight;
    buffer<slot> uses(plan.edges);
    for (const auto& step : plan.steps) ++uses[step.factor], ++uses[step.edge];
    for (const auto& step : plan.steps) {
      if (uses[step.factor] > 1) c[step.factor] = settled(c[step.factor]);
      if (uses[step.edge] > 1) c[step.edge] = settled(c[step.edge]);
      c[step.into] = sum(c[step.into], chained(c[step.factor], c[step.edge]));
    }
    for (const auto& entry : plan.entries) set(entry.sink, entry.source, c[entry.edge]);
  }

  /// Row by row, a source or a sink that was asked for twice in all its places.
  constexpr std::vector<basic_symbol<T>> entries() const {
    std::vector<basic_symbol<T>> all;
    all.reserve(graph_.sinks.size() * graph_.sources.size());
    for (const slot sink : graph_.sinks) {
      for (const slot source : graph_.sources) {
        const bool none = sink == no_vertex || source == no_vertex;
        all.push_back(none ? basic_symbol<T>() : entries_[index(sink, source)]);
      }
    }
    return all;
  }

 private:
  [[nodiscard]] constexpr std::size_t index(slot sink, slot source) const {
    return (sink - graph_.first_sink) * graph_.sources.size() + source;
  }
  constexpr void set(slot sink, slot source, const guarded<T>& value) {
    if (!value.never()) entries_[index(sink, source)] = value.plain();
  }

  const linearized<T>& graph_;
  const reach& ways_;
  buffer<basic_symbol<T>> entries_;
  buffer<slot> edges_in_, edges_out_;  // their numbers; what goes on to several is settled first
};

/// An elimination in the order of least degree takes memory of the square of this.
inline constexpr slot most_vertices_of_a_choice = 1024;

/// The sweeps with the fewest operations; of equals those of which there are fewer.
template <class T>
constexpr std::pair<elimination, std::size_t> cheapest_sweeps(const linearized<T>& graph,
                                                              const reach& ways) {
  const std::size_t forward = count_forward(graph, ways), reverse = count_reverse(graph, ways);
  const bool wide = graph.sinks.size() <= graph.sources.size();
  if (reverse < forward || (reverse == forward && wide)) return {elimination::reverse, reverse};
  return {elimination::forward, forward};
}

/// Records a matrix of partials in the order asked for, or in the one with the fewest operations;
/// of equals by sweeps.
template <class T>
constexpr std::vector<basic_symbol<T>> accumulated(const linearized<T>& graph, part wanted,
                                                   elimination how) {
  const reach ways(graph, wanted);
  elimination_plan<T> plan;
  if (how == elimination::cheapest) {
    const auto [sweeps, fewest] = cheapest_sweeps(graph, ways);
    how = sweeps;
    if (graph.vertices <= most_vertices_of_a_choice) {
      const std::size_t worthwhile = fewest - fewest / 10;
      plan = markowitz(graph, ways).run(worthwhile);
      if (plan.operations < worthwhile) how = elimination::markowitz;
    }
  } else if (how == elimination::markowitz) {
    plan = markowitz(graph, ways).run();
  }
  recorded_matrix<T> matrix(graph, ways);
  if (how == elimination::forward) matrix.forward();
  if (how == elimination::reverse) matrix.reverse();
  if (how == elimination::markowitz) matrix.eliminate(plan);
  return matrix.entries();
}

}  // namespace detail

/// Records the partial derivatives of each y with respect to each x, row by row: entry i * n + j is
/// dy_i/dx_j, n the number of xs. Before: ys and xs belong to `b` (or are constants). An entry that
/// is known to be 0 is the constant 0 and costs nothing. By default it takes the elimination whose
/// operations are fewest when counted in advance; for a single y that is an adjoint sweep. Forward
/// is linear in the operations times the number of xs, reverse times that of ys; markowitz, which
/// is not considered beyond a thousand intermediate results, takes memory of the square of their
/// number.
template <class T>
constexpr std::vector<basic_symbol<T>> jacobian(builder<T>& b,
                                                const std::vector<basic_symbol<T>>& ys,
                                                const std::vector<basic_symbol<T>>& xs,
                                                elimination how = elimination::cheapest) {
  if (ys.empty() || xs.empty()) return {};
  const bool sweep = how == elimination::cheapest || how == elimination::reverse;
  if (ys.size() == 1 && sweep) return adjoints(b, ys[0], xs);
  return detail::accumulated(detail::linearize(b, ys, xs), detail::part::all, how);
}

}  // namespace ctgrad
