// Jacobians as a transformation of programs.
#pragma once

#include <ctgrad/program/markowitz.hpp>

#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// The linear map of a graph, applied to what its sources begin with: the tangents of all vertices.
template <class T>
constexpr void sweep_forward(const linearized<T>& graph, std::vector<guarded<T>>& tangent) {
  for (const auto& e : graph.edges) {
    if (tangent[e.from].never()) continue;
    tangent[e.to] = sum(tangent[e.to], chained(e.weight, tangent[e.from]));
  }
}

/// A matrix of symbols that is being recorded.
template <class T>
class recorded_matrix {
 public:
  constexpr recorded_matrix(const linearized<T>& graph, const reach& ways)
      : graph_(graph), ways_(ways), entries_(graph.sinks.size() * graph.sources.size()) {}

  constexpr void forward() {
    for (slot j = 0; j < graph_.first_sink; ++j) {
      std::vector<guarded<T>> tangent(graph_.vertices);
      tangent[j] = {1, 1};
      for (const auto& e : graph_.edges) {
        if (tangent[e.from].never() || !ways_.matters(j, e.to)) continue;
        tangent[e.to] = sum(tangent[e.to], chained(e.weight, tangent[e.from]));
      }
      for (slot i = 0; i < graph_.sinks.size(); ++i) set(i, j, tangent[graph_.first_sink + i]);
    }
  }

  constexpr void reverse() {
    for (slot i = 0; i < graph_.sinks.size(); ++i) {
      const slot sink = graph_.first_sink + i;
      std::vector<guarded<T>> adjoint(graph_.vertices);
      adjoint[sink] = {1, 1};
      for (std::size_t k = graph_.edges.size(); k-- > 0;) {
        const auto& e = graph_.edges[k];
        if (adjoint[e.to].never() || !ways_.matters(e.from, sink)) continue;
        adjoint[e.from] = sum(adjoint[e.from], chained(adjoint[e.to], e.weight));
      }
      for (slot j = 0; j < graph_.first_sink; ++j) set(i, j, adjoint[j]);
    }
  }

  /// Eliminates the inner vertices in this order.
  constexpr void eliminate(const std::vector<slot>& order) {
    rows_.resize(graph_.vertices);
    users_.resize(graph_.vertices);
    for (const auto& e : graph_.edges) {
      if (ways_.matters(e.from, e.to)) insert({e.from, e.weight}, e.to);
    }
    for (const slot v : order) eliminate(v);
    for (slot i = 0; i < graph_.sinks.size(); ++i) {
      for (const entry& e : rows_[graph_.first_sink + i]) set(i, e.from, e.value);
    }
  }

  /// Row by row, a source or a sink that was asked for twice in all its places.
  constexpr std::vector<basic_symbol<T>> entries() const {
    const std::size_t columns = graph_.sources.size();
    std::vector<basic_symbol<T>> all(entries_.size());
    for (std::size_t i = 0; i < graph_.sinks.size(); ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        const slot source = graph_.sources[j], sink = graph_.sinks[i];
        if (source == nowhere || sink == nowhere) continue;
        all[i * columns + j] = entries_[(sink - graph_.first_sink) * columns + source];
      }
    }
    return all;
  }

 private:
  struct entry {
    slot from;
    guarded<T> value;
  };
  using row = std::vector<entry>;  // the edges into a vertex, by their origins

  constexpr void set(slot i, slot j, const guarded<T>& value) {
    if (!value.never()) entries_[i * graph_.sources.size() + j] = value.plain();
  }

  constexpr void insert(const entry& e, slot to) {
    row& in = rows_[to];
    std::size_t at = in.size();
    while (at > 0 && in[at - 1].from > e.from) --at;
    in.insert(in.begin() + static_cast<std::ptrdiff_t>(at), e);
    users_[e.from].push_back(to);
  }

  constexpr void eliminate(slot v) {
    const row in = std::move(rows_[v]);
    for (const entry& e : in) std::erase(users_[e.from], v);
    for (const slot k : users_[v]) rows_[k] = eliminated(v, in, k);
  }

  /// The edges into k after those over v: c_ki + c_kv c_vi.
  constexpr row eliminated(slot v, const row& in, slot k) {
    const row& old = rows_[k];
    guarded<T> factor;
    for (const entry& e : old) {
      if (e.from == v) factor = e.value;
    }
    row result;
    result.reserve(old.size() + in.size());
    std::size_t next = 0;
    const auto keep_before = [&](slot from) {
      for (; next < old.size() && old[next].from < from; ++next) {
        if (old[next].from != v) result.push_back(old[next]);
      }
    };
    for (const entry& e : in) {
      if (!ways_.matters(e.from, k)) continue;
      keep_before(e.from);
      const guarded<T> term = chained(factor, e.value);
      if (next < old.size() && old[next].from == e.from) {
        result.push_back({e.from, sum(old[next++].value, term)});
      } else {
        result.push_back({e.from, term});
        users_[e.from].push_back(k);
      }
    }
    keep_before(nowhere);
    return result;
  }

  const linearized<T>& graph_;
  const reach& ways_;
  std::vector<basic_symbol<T>> entries_;
  std::vector<row> rows_;
  std::vector<std::vector<slot>> users_;  // where the edges out of a vertex lead
};

/// Records a matrix of partials in the order asked for, or in the one with the fewest operations;
/// of equals a sweep, and of those the one that sweeps less often.
template <class T>
constexpr std::vector<basic_symbol<T>> accumulated(const linearized<T>& graph, part wanted,
                                                   elimination how) {
  const reach ways(graph, wanted);
  elimination_plan plan;
  if (how == elimination::cheapest) {
    const std::size_t forward = count_forward(graph, ways), reverse = count_reverse(graph, ways);
    const bool wide = graph.sinks.size() <= graph.sources.size();
    how = reverse < forward || (reverse == forward && wide) ? elimination::reverse
                                                            : elimination::forward;
    const std::size_t fewest = std::min(forward, reverse);
    plan = markowitz(graph, ways).run(fewest);
    if (plan.operations < fewest) how = elimination::markowitz;
  } else if (how == elimination::markowitz) {
    plan = markowitz(graph, ways).run();
  }
  recorded_matrix<T> matrix(graph, ways);
  if (how == elimination::forward) matrix.forward();
  if (how == elimination::reverse) matrix.reverse();
  if (how == elimination::markowitz) matrix.eliminate(plan.order);
  return matrix.entries();
}

}  // namespace detail

/// Records the partial derivatives of each y with respect to each x, row by row: entry i * n + j is
/// dy_i/dx_j, n the number of xs. Before: ys and xs belong to `b` (or are constants). An entry that
/// is known to be 0 is the constant 0 and costs nothing. By default it takes the elimination whose
/// operations are fewest when counted in advance; for a single y that is an adjoint sweep.
/// Forward is linear in the operations times the number of xs, reverse times that of ys.
template <class T>
constexpr std::vector<basic_symbol<T>> jacobian(builder<T>& b,
                                                const std::vector<basic_symbol<T>>& ys,
                                                const std::vector<basic_symbol<T>>& xs,
                                                elimination how = elimination::cheapest) {
  if (ys.empty() || xs.empty()) return std::vector<basic_symbol<T>>(ys.size() * xs.size());
  const bool sweep = how == elimination::cheapest || how == elimination::reverse;
  if (ys.size() == 1 && sweep) return adjoints(b, ys[0], xs);
  return detail::accumulated(detail::linearize(b, ys, xs), detail::part::all, how);
}

}  // namespace ctgrad
