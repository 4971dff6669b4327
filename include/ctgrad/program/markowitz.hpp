// The order of least degree: the vertex is eliminated next whose number of edges in times number of
// edges out is least. H. M. Markowitz, Management Science 3 (1957) 255, for the pivots of sparse
// matrices; for Jacobians see program/elimination.hpp.
#pragma once

#include <ctgrad/program/elimination.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// An elimination with all its steps. Edges have numbers, those of the graph first. A template, as
/// markowitz is, so that only who asks for a Jacobian pays the compiler for it.
template <class T>
struct elimination_plan {
  struct step {
    slot into, factor, edge;  // c[into] += c[factor] * c[edge]
  };
  struct entry {
    slot source, sink, edge;
  };
  std::vector<step> steps;
  std::vector<entry> entries;  // what is left
  slot edges = 0;
  std::size_t operations = 0;
};

template <class T>
class markowitz {
 public:
  constexpr markowitz(const linearized<T>& graph_, const reach& ways_in)
      : first_inner_(graph_.first_inner),
        vertices_(graph_.vertices),
        ways_(ways_in),
        edge_(std::size_t{vertices_} * vertices_),
        in_(vertices_, vertices_),
        out_(vertices_, vertices_),
        edges_in_(vertices_),
        edges_out_(vertices_),
        degree_(vertices_),
        of_degree_(most + 1, vertices_) {
    kinds_.reserve(4 * graph_.edges.size());
    plan_.steps.reserve(4 * graph_.edges.size());
    for (const auto& e : graph_.edges) {
      kinds_.push_back(kind_of(e.weight));
      if (ways_in.matters(e.from, e.to)) connect(e.from, e.to, static_cast<slot>(kinds_.size()));
    }
  }

  /// Gives up where the operations reach the limit.
  constexpr elimination_plan<T> run(std::size_t limit = std::numeric_limits<std::size_t>::max()) {
    for (slot v = first_inner_; v < vertices_; ++v) enqueue(v);
    for (slot v = next(); v != no_vertex && plan_.operations < limit; v = next()) eliminate(v);
    for (slot j = 0; j < first_inner_; ++j) {
      buffer<slot> sinks(edges_out_[j]);
      const slot count = out_.members(j, sinks.data());
      for (slot k = 0; k < count; ++k)
        plan_.entries.push_back({j, sinks[k], edge(j, sinks[k]) - 1});
    }
    plan_.edges = static_cast<slot>(kinds_.size());
    return std::move(plan_);
  }

 private:
  static constexpr slot most = 63;  // larger degrees count as this one

  constexpr slot& edge(slot from, slot to) { return edge_[std::size_t{to} * vertices_ + from]; }

  constexpr void connect(slot from, slot to, slot number) {
    edge(from, to) = number;
    in_.set(to, from), ++edges_in_[to];
    out_.set(from, to), ++edges_out_[from];
  }

  constexpr void disconnect(slot from, slot to) {
    in_.clear(to, from), --edges_in_[to];
    out_.clear(from, to), --edges_out_[from];
  }

  constexpr void eliminate(slot v) {
    of_degree_.clear(degree_[v], v);
    buffer<slot> in(edges_in_[v]), out(edges_out_[v]);
    const slot ins = in_.members(v, in.data()), outs = out_.members(v, out.data());
    for (slot k = 0; k < outs && ins > 1; ++k) settle(v, out[k]);
    for (slot i = 0; i < ins && outs > 1; ++i) settle(in[i], v);
    for (slot k = 0; k < outs; ++k) {
      for (slot i = 0; i < ins; ++i) {
        if (ways_.matters(in[i], out[k])) add_product(in[i], v, out[k]);
      }
    }
    for (slot i = 0; i < ins; ++i) disconnect(in[i], v), requeue(in[i]);
    for (slot k = 0; k < outs; ++k) disconnect(v, out[k]), requeue(out[k]);
  }

  /// c_ki += c_kv c_vi
  constexpr void add_product(slot i, slot v, slot k) {
    const slot factor = edge(v, k) - 1, partial = edge(i, v) - 1;
    const kind what = product_of(kinds_[factor], kinds_[partial]);
    slot& into = edge(i, k);
    if (into == 0) {
      kinds_.push_back(what);
      connect(i, k, static_cast<slot>(kinds_.size()));
    } else {
      kinds_[into - 1] = sum_of(kinds_[into - 1], what);
    }
    plan_.steps.push_back({into - 1, factor, partial});
  }

  constexpr kind product_of(kind a, kind b) {
    if (a > b) std::swap(a, b);
    if (a == kind::unit) return b;
    if (a == kind::constant) return b == kind::constant ? b : kind::scaled;
    ++plan_.operations;
    return b;
  }

  constexpr kind sum_of(kind a, kind b) {
    if (a <= kind::constant && b <= kind::constant) return kind::constant;
    plan_.operations += 1;
    if (a == b) return a;
    if (a == kind::scaled || b == kind::scaled) ++plan_.operations;
    return kind::general;
  }

  /// The constant that waits in an edge that is used several times is multiplied.
  constexpr void settle(slot from, slot to) {
    kind& what = kinds_[edge(from, to) - 1];
    if (what != kind::scaled) return;
    what = kind::general;
    ++plan_.operations;
  }

  constexpr void enqueue(slot v) {
    degree_[v] = std::min(edges_in_[v] * edges_out_[v], most);
    of_degree_.set(degree_[v], v);
    least_ = std::min(least_, degree_[v]);
  }

  constexpr void requeue(slot v) {
    if (v < first_inner_) return;
    of_degree_.clear(degree_[v], v);
    enqueue(v);
  }

  /// The last vertex of the least degree.
  constexpr slot next() {
    for (; least_ <= most; ++least_) {
      for (std::size_t w = of_degree_.words(); w-- > 0;) {
        const auto bits = of_degree_[least_][w];
        if (bits != 0)
          return static_cast<slot>(w * 64 + 63) - static_cast<slot>(std::countl_zero(bits));
      }
    }
    return no_vertex;
  }

  slot first_inner_, vertices_;
  const reach& ways_;
  std::vector<kind> kinds_;  // of the edges
  buffer<slot> edge_;        // the number of the edge from a vertex to a vertex, + 1
  bit_rows in_, out_;
  buffer<slot> edges_in_, edges_out_, degree_;
  bit_rows of_degree_;
  slot least_ = 0;
  elimination_plan<T> plan_;
};

}  // namespace ctgrad::detail
