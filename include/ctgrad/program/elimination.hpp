// Jacobians by vertex elimination: an inner vertex j of the linearised program is removed, and each
// pair of an edge i -> j and an edge j -> k becomes c_ki += c_kj * c_ji. What is left are the edges
// from sources to sinks, the entries of the Jacobian. The order decides what that costs:
//   forward    in the order of evaluation: a tangent sweep per source
//   reverse    against it: an adjoint sweep per sink
//   markowitz  whichever has the least product of edges in and edges out, of equals the later one
// A. Griewank, A. Walther: Evaluating Derivatives, 2nd ed., SIAM 2008, chapters 9 and 10.
#pragma once

#include <ctgrad/program/linearized.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace ctgrad {

/// The order in which a Jacobian is accumulated; cheapest: the one with the fewest operations.
enum class elimination { cheapest, forward, reverse, markowitz };

namespace detail {

/// Which entries of a matrix are asked for.
enum class part { all, lower_triangle };

/// What an elimination computes with. This one records it; another only counts.
template <class T>
struct recording {
  using weight = guarded<T>;
  constexpr weight of(const guarded<T>& w) const { return w; }
  constexpr weight product(const weight& a, const weight& b) const { return chained(a, b); }
  constexpr weight sum(const weight& a, const weight& b) const { return detail::sum(a, b); }
  [[nodiscard]] constexpr bool exhausted() const { return false; }
};

template <class Algebra>
class eliminator {
 public:
  using weight = typename Algebra::weight;
  struct entry {
    slot from;
    weight value;
  };
  using row = std::vector<entry>;  // the edges into a vertex, by their origins

  template <class T>
  constexpr eliminator(Algebra& algebra, const linearized<T>& graph, part wanted)
      : algebra_(algebra),
        inner_(graph.inner),
        last_(graph.last),
        rows_(graph.end),
        users_(graph.end),
        first_source_(graph.end, 0),
        last_sink_(graph.end, 0) {
    if (wanted == part::lower_triangle) find_reach(graph);
    for (const auto& e : graph.edges) insert(e.to, {e.from, algebra_.of(e.weight)});
  }

  constexpr void run(elimination how) {
    if (how == elimination::forward) {
      for (slot v = inner_; v < last_ && !algebra_.exhausted(); ++v) eliminate(v);
    } else if (how == elimination::reverse) {
      for (slot v = last_; v-- > inner_ && !algebra_.exhausted();) eliminate(v);
    } else {
      run_markowitz();
    }
  }

  /// The edges into a sink.
  [[nodiscard]] constexpr const row& operator[](slot sink) const { return rows_[sink]; }

 private:
  /// In a lower triangle, an edge matters if a way over it leads from a source to a sink that is
  /// not above it.
  [[nodiscard]] constexpr bool matters(slot from, slot to) const {
    return first_source_[from] <= last_sink_[to];
  }

  template <class T>
  constexpr void find_reach(const linearized<T>& graph) {
    first_source_.assign(graph.end, nowhere);
    for (slot j = 0; j < graph.inner; ++j) first_source_[j] = j;
    for (slot i = 0; i < graph.sinks.size(); ++i) {
      if (graph.sinks[i] != nowhere) last_sink_[graph.sinks[i]] = i;
    }
    for (const auto& e : graph.edges) {
      first_source_[e.to] = std::min(first_source_[e.to], first_source_[e.from]);
    }
    for (std::size_t i = graph.edges.size(); i-- > 0;) {
      const auto& e = graph.edges[i];
      last_sink_[e.from] = std::max(last_sink_[e.from], last_sink_[e.to]);
    }
  }

  constexpr void insert(slot to, const entry& e) {
    if (!matters(e.from, to)) return;
    auto at = rows_[to].begin();
    while (at != rows_[to].end() && at->from < e.from) ++at;
    if (at != rows_[to].end() && at->from == e.from) {
      at->value = algebra_.sum(at->value, e.value);
    } else {
      rows_[to].insert(at, e);
      users_[e.from].push_back(to);
    }
  }

  constexpr void eliminate(slot v) {
    const row in = std::move(rows_[v]);
    const std::vector<slot> out = std::move(users_[v]);
    rows_[v].clear();
    users_[v].clear();
    for (const entry& e : in) std::erase(users_[e.from], v);
    for (const slot k : out) add(k, take(rows_[k], v), in);
  }

  static constexpr weight take(row& all, slot from) {
    auto at = all.begin();
    while (at->from != from) ++at;
    const weight value = at->value;
    all.erase(at);
    return value;
  }

  /// rows_[to] += factor * more
  constexpr void add(slot to, const weight& factor, const row& more) {
    row sum;
    sum.reserve(rows_[to].size() + more.size());
    auto known = rows_[to].cbegin();
    const auto end = rows_[to].cend();
    for (const entry& e : more) {
      if (!matters(e.from, to)) continue;
      while (known != end && known->from < e.from) sum.push_back(*known++);
      const weight term = algebra_.product(factor, e.value);
      if (known != end && known->from == e.from) {
        sum.push_back({e.from, algebra_.sum(known->value, term)});
        ++known;
      } else {
        sum.push_back({e.from, term});
        users_[e.from].push_back(to);
      }
    }
    sum.insert(sum.end(), known, end);
    rows_[to] = std::move(sum);
  }

  // The vertex with the least key is next. A key that has changed is pushed anew, and an old one is
  // passed over when it comes up.
  [[nodiscard]] constexpr std::uint64_t key(slot v) const {
    const std::uint64_t degree = std::uint64_t{rows_[v].size()} * users_[v].size();
    return (degree << 32) | (last_ - v);
  }

  constexpr void run_markowitz() {
    std::vector<std::uint64_t> queue, keys(last_, 0);
    const auto update = [&](slot v) {
      if (v < inner_ || v >= last_ || keys[v] == key(v)) return;
      queue.push_back(keys[v] = key(v));
      std::push_heap(queue.begin(), queue.end(), std::greater<>());
    };
    for (slot v = inner_; v < last_; ++v) update(v);
    while (!queue.empty() && !algebra_.exhausted()) {
      std::pop_heap(queue.begin(), queue.end(), std::greater<>());
      const std::uint64_t next = queue.back();
      queue.pop_back();
      const slot v = last_ - static_cast<slot>(next & 0xFFFFFFFFu);
      if (next != keys[v]) continue;
      keys[v] = 0;
      const row in = rows_[v];
      const std::vector<slot> out = users_[v];
      eliminate(v);
      for (const entry& e : in) update(e.from);
      for (const slot k : out) update(k);
    }
  }

  Algebra& algebra_;
  slot inner_, last_;
  std::vector<row> rows_;
  std::vector<std::vector<slot>> users_;        // where the edges out of a vertex lead
  std::vector<slot> first_source_, last_sink_;  // that a way leads from and to
};

}  // namespace detail
}  // namespace ctgrad
