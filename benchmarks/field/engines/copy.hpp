// From what ctgrad returns to the numbers in a row that are compared.
#pragma once

#include "../workload.hpp"

namespace field {

inline void copy_rows(const auto& rows, std::span<double> out) {
  std::size_t next = 0;
  for (const auto& row : rows) {
    std::ranges::copy(row, out.data() + next);
    next += row.size();
  }
}

/// value_and_gradient, value_and_jacobian or value_gradient_hessian, by the kind of workload.
template <class Workload>
void copy(const auto& y, std::span<double> out) {
  constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  if constexpr (Workload::what == kind::jacobian) {
    std::ranges::copy(y.value, out.begin());
    copy_rows(y.jacobian, out.subspan(m));
  } else {
    out[0] = y.value;
    std::copy_n(y.gradient.begin(), n, out.begin() + 1);
    if constexpr (Workload::what == kind::hessian) copy_rows(y.hessian, out.subspan(1 + n));
  }
}

}  // namespace field
