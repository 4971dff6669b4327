// The order in which a Jacobian is accumulated decides what it costs. All orders eliminate the
// inner vertices of the linearised program: where j is removed, each pair of an edge i -> j and an
// edge j -> k becomes c_ki += c_kj c_ji, until only edges from sources to sinks are left.
//   forward    in the order of evaluation: a tangent sweep per source
//   reverse    against it: an adjoint sweep per sink
//   markowitz  whichever has the least product of edges in and edges out, of equals the later one
// A. Griewank, A. Walther: Evaluating Derivatives, 2nd ed., SIAM 2008, chapters 9 and 10.
//
// The operations are counted in advance on sets of bits, with partials known by their kind alone.
#pragma once

#include <ctgrad/program/linearized.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ctgrad {

/// How a Jacobian is accumulated; cheapest: with the fewest operations.
enum class elimination { cheapest, forward, reverse, markowitz };

namespace detail {

/// Which entries of a matrix are asked for.
enum class part { all, lower_triangle };

/// Which edges matter: in a lower triangle those on a way from a source to a sink that is not above
/// it.
struct reach {
  std::vector<slot> first_source, last_sink;  // of the ways that lead to and from a vertex

  template <class T>
  constexpr reach(const linearized<T>& graph_, part wanted_)
      : first_source(graph_.vertices, 0), last_sink(graph_.vertices, 0) {
    if (wanted_ == part::all) return;
    first_source.assign(graph_.vertices, no_vertex);
    for (slot j = 0; j < graph_.first_sink; ++j) first_source[j] = j;
    for (slot i = 0; i < graph_.sinks.size(); ++i) {
      if (graph_.sinks[i] != no_vertex) last_sink[graph_.sinks[i]] = i;
    }
    for (const auto& e : graph_.edges) {
      first_source[e.to] = std::min(first_source[e.to], first_source[e.from]);
    }
    for (std::size_t i = graph_.edges.size(); i-- > 0;) {
      const auto& e = graph_.edges[i];
      last_sink[e.from] = std::max(last_sink[e.from], last_sink[e.to]);
    }
  }

  [[nodiscard]] constexpr bool matters(slot from, slot to) const {
    return first_source[from] <= last_sink[to];
  }
};

/// Rows of bits: each a set of numbers.
class bit_rows {
 public:
  using word = std::uint64_t;

  constexpr bit_rows(std::size_t rows_in, std::size_t extent_)
      : words_((extent_ + 63) / 64), bits_(rows_in * words_) {}

  [[nodiscard]] constexpr std::size_t words() const { return words_; }
  [[nodiscard]] constexpr word* operator[](std::size_t row) { return &bits_[row * words_]; }
  [[nodiscard]] constexpr const word* operator[](std::size_t row) const {
    return &bits_[row * words_];
  }
  [[nodiscard]] constexpr bool has(std::size_t row, slot k) const {
    return ((*this)[row][k / 64] & bit(k)) != 0;
  }
  constexpr void set(std::size_t row, slot k) { (*this)[row][k / 64] |= bit(k); }
  constexpr void clear(std::size_t row, slot k) { (*this)[row][k / 64] &= ~bit(k); }

  /// Writes the members of a row to `out`, which has room for them; returns their number.
  constexpr slot members(std::size_t row, slot* out) const {
    slot count = 0;
    for (std::size_t w = 0; w < words_; ++w) {
      for (word rest = (*this)[row][w]; rest != 0; rest &= rest - 1) {
        out[count++] = static_cast<slot>(w * 64) + static_cast<slot>(std::countr_zero(rest));
      }
    }
    return count;
  }

 private:
  static constexpr word bit(slot k) { return word{1} << (k % 64); }
  std::size_t words_;
  buffer<word> bits_;
};

/// Row s holds every k with first[k] <= s.
constexpr bit_rows at_most(const std::vector<slot>& first, std::size_t rows) {
  bit_rows result(rows, first.size());
  for (slot k = 0; k < first.size(); ++k) {
    if (first[k] < rows) result.set(first[k], k);
  }
  for (std::size_t s = 1; s < rows; ++s) {
    for (std::size_t w = 0; w < result.words(); ++w) result[s][w] |= result[s - 1][w];
  }
  return result;
}

/// What is known of a partial in advance: it is 1 or -1, another constant, a constant times
/// something (the constant is multiplied only where it has to be), or anything.
enum class kind : std::uint8_t { unit, constant, general, scaled };

template <class T>
constexpr kind kind_of(const guarded<T>& w) {
  const bool unit = w.coefficient == 1 || w.coefficient == -1;
  if (!w.value.is_literal()) return unit ? kind::general : kind::scaled;
  return unit && w.value.is_literal(1) ? kind::unit : kind::constant;
}

/// A matrix of partials of which only the kinds are known, and the number of operations made on it.
/// Products with a unit and what is computed from constants alone are not recorded.
class counted_matrix {
 public:
  constexpr counted_matrix(std::size_t rows_, std::size_t columns_)
      : any_(rows_, columns_),
        constant_(rows_, columns_),
        unit_(rows_, columns_),
        scaled_(rows_, columns_) {}

  [[nodiscard]] constexpr std::size_t operations() const { return operations_; }

  constexpr void set_unit(slot row, slot column) {
    any_.set(row, column), constant_.set(row, column), unit_.set(row, column);
  }

  /// The constants that wait in a row are multiplied.
  constexpr void settle(slot row) {
    for (std::size_t w = 0; w < any_.words(); ++w) {
      count(scaled_[row][w]);
      scaled_[row][w] = 0;
    }
  }

  /// rows[to] += factor * rows[from] in the columns that are wanted.
  constexpr void add(slot to, kind factor, slot from, const bit_rows::word* wanted) {
    for (std::size_t w = 0; w < any_.words(); ++w) {
      const auto term = any_[from][w] & wanted[w];
      if (term == 0) continue;
      const bool constants = factor == kind::unit || factor == kind::constant;
      const auto constant = constants ? term & constant_[from][w] : 0;
      const auto unit = factor == kind::unit ? term & unit_[from][w] : 0;
      const auto scaled = term & scaled_terms(factor, from, w);
      if (!constants) count(term & ~constant_[from][w]);

      const auto known = term & any_[to][w], fresh = term & ~known;
      const auto folded = known & constant & constant_[to][w];
      const auto like = known & scaled & scaled_[to][w];
      count(known & ~folded);
      count(known & (scaled ^ scaled_[to][w]));
      any_[to][w] |= term;
      constant_[to][w] = (constant_[to][w] & ~term) | folded | (fresh & constant);
      unit_[to][w] = (unit_[to][w] & ~term) | (fresh & unit);
      scaled_[to][w] = (scaled_[to][w] & ~term) | like | (fresh & scaled);
    }
  }

 private:
  /// Which products with a row have a constant that waits.
  [[nodiscard]] constexpr bit_rows::word scaled_terms(kind factor, slot from, std::size_t w) const {
    if (factor == kind::unit) return scaled_[from][w];
    if (factor == kind::constant) return ~constant_[from][w];
    if (factor == kind::scaled) return ~bit_rows::word{0};
    return scaled_[from][w] | (constant_[from][w] & ~unit_[from][w]);
  }

  constexpr void count(bit_rows::word bits) { operations_ += std::size_t(std::popcount(bits)); }

  bit_rows any_, constant_, unit_, scaled_;  // units are constants
  std::size_t operations_ = 0;
};

/// What the tangent sweeps will record.
template <class T>
constexpr std::size_t count_forward(const linearized<T>& graph, const reach& ways) {
  const slot columns = graph.first_sink;
  const auto& first = ways.first_source;
  const auto wanted = at_most({first.begin(), first.begin() + columns}, graph.sinks.size());
  counted_matrix tangents(graph.vertices, columns);
  for (slot j = 0; j < columns; ++j) tangents.set_unit(j, j);
  buffer<slot> users(graph.vertices);
  for (const auto& e : graph.edges) ++users[e.from];
  for (const auto& e : graph.edges) {
    if (users[e.from] > 1) tangents.settle(e.from);
    tangents.add(e.to, kind_of(e.weight), e.from, wanted[ways.last_sink[e.to]]);
  }
  for (slot i = columns; i < graph.first_inner; ++i) tangents.settle(i);
  return tangents.operations();
}

/// What the adjoint sweeps will record.
template <class T>
constexpr std::size_t count_reverse(const linearized<T>& graph, const reach& ways) {
  const auto rows = static_cast<slot>(graph.sinks.size());
  const slot most = std::max(graph.first_sink, rows);
  std::vector<slot> before_last;
  for (slot i = 0; i < rows; ++i) {
    before_last.push_back(most - ways.last_sink[graph.first_sink + i]);
  }
  const auto wanted = at_most(before_last, most + std::size_t{1});
  counted_matrix adjoints(graph.vertices, rows);
  for (slot i = 0; i < rows; ++i) adjoints.set_unit(graph.first_sink + i, i);
  buffer<slot> operands(graph.vertices);
  for (const auto& e : graph.edges) ++operands[e.to];
  for (std::size_t i = graph.edges.size(); i-- > 0;) {
    const auto& e = graph.edges[i];
    if (operands[e.to] > 1) adjoints.settle(e.to);
    adjoints.add(e.from, kind_of(e.weight), e.to, wanted[most - ways.first_source[e.from]]);
  }
  for (slot j = 0; j < graph.first_sink; ++j) adjoints.settle(j);
  return adjoints.operations();
}

}  // namespace detail
}  // namespace ctgrad
