// What the peers in forward mode have in common: numbers that carry a slope for every input, so
// that one evaluation of the text gives a gradient or a Jacobian.
#pragma once

#include "../workload.hpp"

namespace field {

constexpr std::size_t most_slopes = 1000;

/// Work and memory per operation are in proportion to the inputs.
template <class Workload>
constexpr const char* forward_refusal =
    Workload::inputs > most_slopes ? "forward mode takes inputs times operations here" : nullptr;

/// The text with arguments that were seeded, where Number describes a scalar with a slope for
/// every input: type, seeded(x, i), value(y), slope(y, i) and for Hessians slope(y, i, j).
template <class Workload, class Number>
struct forward_evaluation {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using scalar = typename Number::type;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);

  forward_evaluation(const Workload& f_in, std::span<const double>) : f(f_in) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    for (std::size_t i = 0; i < n; ++i) arguments[i] = Number::seeded(x[i], i);
    const auto y = f(std::span<const scalar>(arguments));
    if constexpr (m == 1) {
      write_row(y, out[0], out.subspan(1));
      if constexpr (Workload::what == kind::hessian) write_hessian(y, out.subspan(1 + n));
    } else {
      for (std::size_t i = 0; i < m; ++i) write_row(y[i], out[i], out.subspan(m + i * n));
    }
  }

  static void write_row(const scalar& y, double& value, std::span<double> slopes) {
    value = Number::value(y);
    for (std::size_t i = 0; i < n; ++i) slopes[i] = Number::slope(y, i);
  }

  static void write_hessian(const scalar& y, std::span<double> hessian) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) hessian[i * n + j] = Number::slope(y, i, j);
    }
  }
};

}  // namespace field
