// The order of least degree, in which the product of a vertex's edges in and edges out is least
// when it is eliminated. H. M. Markowitz, Management Science 3 (1957) 255, for pivots of sparse
// matrices; for Jacobians see program/elimination.hpp.
#pragma once

#include <ctgrad/program/elimination.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>
#include <vector>

namespace ctgrad::detail {

/// An order of elimination and the operations that it takes, or the limit if that is reached.
struct elimination_plan {
  std::vector<slot> order;
  std::size_t operations = 0;
};

class markowitz {
 public:
  template <class T>
  constexpr markowitz(const linearized<T>& graph, const reach& ways)
      : first_inner_(graph.first_inner),
        wanted_(at_most(ways.first_source, graph.sinks.size())),
        last_sink_(ways.last_sink),
        edges_in_(graph.vertices, graph.vertices),
        edges_out_(graph.vertices, graph.vertices),
        degrees_(graph.vertices, 0),
        of_degree_(most + 1, graph.vertices) {
    for (const auto& e : graph.edges) {
      if (!ways.matters(e.from, e.to)) continue;
      edges_in_.set(e.to, e.from, kind_of(e.weight));
      edges_out_.set(e.from, e.to);
    }
    for (slot v = first_inner_; v < graph.vertices; ++v) insert(v);
  }

  constexpr elimination_plan run(std::size_t limit = std::numeric_limits<std::size_t>::max()) {
    std::vector<slot> order;
    order.reserve(degrees_.size());
    for (slot v = next(); v != nowhere; v = next()) {
      order.push_back(v);
      eliminate(v);
      if (edges_in_.operations() >= limit) return {{}, limit};
    }
    return {order, edges_in_.operations()};
  }

 private:
  static constexpr std::size_t most = 63;  // larger degrees count as this one

  constexpr void insert(slot v) {
    const std::size_t degree = edges_in_.entries().size(v) * edges_out_.size(v);
    degrees_[v] = std::min(degree, most);
    of_degree_.set(degrees_[v], v);
  }

  constexpr void update(slot v) {
    if (v < first_inner_) return;
    of_degree_.clear(degrees_[v], v);
    insert(v);
  }

  /// The last vertex of the least degree.
  [[nodiscard]] constexpr slot next() const {
    for (std::size_t degree = 0; degree <= most; ++degree) {
      for (std::size_t w = of_degree_.words(); w-- > 0;) {
        const auto bits = of_degree_[degree][w];
        if (bits != 0) return static_cast<slot>(w * 64 + 63 - std::size_t(std::countl_zero(bits)));
      }
    }
    return nowhere;
  }

  constexpr void eliminate(slot v) {
    of_degree_.clear(degrees_[v], v);
    const auto in = edges_in_.entries().members(v), out = edges_out_.members(v);
    for (const slot k : out) {
      const auto* wanted = wanted_[last_sink_[k]];
      edges_in_.add(k, edges_in_.take(k, v), v, wanted);
      for (const slot i : in) {
        if (((wanted[i / 64] >> (i % 64)) & 1) != 0) edges_out_.set(i, k);
      }
    }
    for (const slot i : in) edges_out_.clear(i, v), update(i);
    for (const slot k : out) update(k);
  }

  slot first_inner_;
  bit_rows wanted_;
  const std::vector<slot>& last_sink_;
  counted_matrix edges_in_;
  bit_rows edges_out_;
  std::vector<std::size_t> degrees_;
  bit_rows of_degree_;
};

}  // namespace ctgrad::detail
