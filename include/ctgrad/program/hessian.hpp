// Hessians as a transformation of programs: the Jacobian of the gradient, of which only the lower
// triangle is asked for. Forward sweeps go along the rows from the diagonal on, reverse sweeps up
// to it, and an elimination leaves out what only leads to the other half.
#pragma once

#include <ctgrad/program/jacobian.hpp>

#include <vector>

namespace ctgrad {

/// Records the second derivatives of y with respect to each pair of xs, row by row; d²y/dx_i dx_j
/// and d²y/dx_j dx_i are one symbol. Before: y and xs belong to `b` (or are constants). An entry
/// that is known to be 0 is the constant 0 and costs nothing.
template <class T>
constexpr std::vector<basic_symbol<T>> hessian(builder<T>& b, const basic_symbol<T>& y,
                                               const std::vector<basic_symbol<T>>& xs,
                                               elimination how = elimination::cheapest) {
  if (xs.empty()) return {};
  const std::size_t n = xs.size();
  const auto gradient = adjoints(b, y, xs);
  const auto graph = detail::linearize(b, gradient, xs);
  auto matrix = detail::accumulated(graph, detail::part::lower_triangle, how);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) matrix[j * n + i] = matrix[i * n + j];
  }
  return matrix;
}

}  // namespace ctgrad
