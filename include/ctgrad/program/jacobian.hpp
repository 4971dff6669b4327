// Jacobians as a transformation of programs.
#pragma once

#include <ctgrad/program/operation_count.hpp>

#include <vector>

namespace ctgrad {
namespace detail {

/// Records the entries of the matrix that are wanted, row by row; the others mean nothing.
template <class T>
constexpr std::vector<basic_symbol<T>> eliminated(builder<T>& b, const linearized<T>& graph,
                                                  part wanted, elimination how) {
  if (how == elimination::cheapest) how = cheapest(graph, b.size(), wanted);
  recording<T> algebra;
  eliminator<recording<T>> rest(algebra, graph, wanted);
  rest.run(how);

  const std::size_t columns = graph.sources.size();
  std::vector<basic_symbol<T>> matrix(graph.sinks.size() * columns);
  for (std::size_t i = 0; i < graph.sinks.size(); ++i) {
    if (graph.sinks[i] == nowhere) continue;
    const auto row = matrix.begin() + static_cast<std::ptrdiff_t>(i * columns);
    for (const auto& e : rest[graph.sinks[i]]) row[e.from] = e.value.plain();
    for (std::size_t j = columns; j-- > 0;) {
      const slot source = graph.sources[j];
      row[j] = source == nowhere ? 0 : row[source];
    }
  }
  return matrix;
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
  if (ys.empty() || xs.empty()) return {};
  const bool sweep = how == elimination::cheapest || how == elimination::reverse;
  if (ys.size() == 1 && sweep) return adjoints(b, ys[0], xs);
  return detail::eliminated(b, detail::linearize(b, ys, xs), detail::part::all, how);
}

}  // namespace ctgrad
