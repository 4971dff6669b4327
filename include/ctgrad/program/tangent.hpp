// The forward sweep as a transformation of programs: derivatives along a direction.
//
// Instructions are visited in the order of evaluation, their operands from left to right. A tangent
// of 0 is never recorded, and an operand that is inactive contributes exactly 0: see
// program/guarded.hpp.
#pragma once

#include <ctgrad/program/linearized.hpp>

#include <vector>

namespace ctgrad {
namespace detail {

/// Applies the linear map of a graph: from the tangents of its sources to those of all vertices.
template <class T>
constexpr void sweep_forward(const linearized<T>& graph, buffer<guarded<T>>& tangent) {
  buffer<slot> users(graph.vertices);
  for (const auto& e : graph.edges) ++users[e.from];
  for (const auto& e : graph.edges) {
    auto& from = tangent[e.from];
    if (from.never()) continue;
    if (users[e.from] > 1) from = settled(from);
    tangent[e.to] = sum(tangent[e.to], chained(e.weight, from));
  }
}

}  // namespace detail

/// Records the derivative of each y along a direction: the sum of dy/dx_j * direction[j] over all
/// xs, which may be inputs or intermediate results. Before: all belong to `b` (or are constants),
/// and the direction has a component for each x. After: the same, with at most a constant number of
/// new instructions per instruction of ys. A component of literally 0 or 1 costs nothing.
template <class T>
constexpr std::vector<basic_symbol<T>> tangents(builder<T>& b,
                                                const std::vector<basic_symbol<T>>& ys,
                                                const std::vector<basic_symbol<T>>& xs,
                                                const std::vector<basic_symbol<T>>& direction) {
  std::vector<basic_symbol<T>> moving, by;
  for (std::size_t j = 0; j < xs.size(); ++j) {
    if (!direction[j].is_literal(0)) moving.push_back(xs[j]), by.push_back(direction[j]);
  }
  if (ys.empty() || moving.empty()) return std::vector<basic_symbol<T>>(ys.size());
  const auto graph = detail::linearize(b, ys, moving);
  detail::buffer<detail::guarded<T>> tangent(graph.vertices);
  for (std::size_t j = 0; j < by.size(); ++j) {
    const slot source = graph.sources[j];
    if (source != detail::no_vertex) {
      tangent[source] = detail::sum(tangent[source], detail::seed(by[j]));
    }
  }
  detail::sweep_forward(graph, tangent);
  std::vector<basic_symbol<T>> result;
  for (const slot sink : graph.sinks) {
    result.push_back(sink == detail::no_vertex ? basic_symbol<T>() : tangent[sink].plain());
  }
  return result;
}

}  // namespace ctgrad
