// CppAD: operations on a tape, which becomes a function object that can be evaluated at other
// points.
#pragma once

#include <cppad/cppad.hpp>

namespace CppAD {

/// A branch that stays one in the recording.
inline AD<double> relu(const AD<double>& x) {
  return CondExpGt(x, AD<double>(0.0), x, AD<double>(0.0));
}

}  // namespace CppAD

#include "../workload.hpp"

namespace peer {

using field::kind, field::numbers;

/// Values and derivatives of what is recorded.
template <class Workload>
struct recorded_function {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using scalar = CppAD::AD<double>;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);
  CppAD::ADFun<double> function;
  numbers point = numbers(n), value, weights = numbers(m), direction = numbers(n), slopes;

  explicit recorded_function(const Workload& f_in) : f(f_in) {
    CppAD::thread_alloc::hold_memory(true);
    function.check_for_nan(false);
  }

  /// Comparisons are not recorded: what depends on one says so by a conditional expression.
  void record(std::span<const double> x) {
    std::ranges::copy(x, arguments.begin());
    CppAD::Independent(arguments, 0, false);
    function.Dependent(arguments, outputs(f(std::span<const scalar>(arguments))));
  }

  void derive(std::span<const double> x, std::span<double> out) {
    std::ranges::copy(x, point.begin());
    value = function.Forward(0, point);
    std::ranges::copy(value, out.begin());
    if constexpr (Workload::what == kind::hessian) {
      write_hessian(out.subspan(1), out.subspan(1 + n));
    } else {
      for (std::size_t k = 0; k < m; ++k) write_gradient(k, out.subspan(m + k * n, n));
    }
  }

 private:
  static std::vector<scalar> outputs(const scalar& y) { return {y}; }
  static std::vector<scalar> outputs(const std::array<scalar, m>& y) {
    return {y.begin(), y.end()};
  }

  void write_gradient(std::size_t output, std::span<double> gradient) {
    weights[output] = 1;
    slopes = function.Reverse(1, weights);
    weights[output] = 0;
    std::ranges::copy(slopes, gradient.begin());
  }

  /// A sweep of the second order per input gives a row.
  void write_hessian(std::span<double> gradient, std::span<double> hessian) {
    weights[0] = 1;
    for (std::size_t i = 0; i < n; ++i) {
      direction[i] = 1;
      function.Forward(1, direction);
      direction[i] = 0;
      slopes = function.Reverse(2, weights);
      for (std::size_t j = 0; j < n; ++j) {
        gradient[j] = slopes[2 * j];
        hessian[i * n + j] = slopes[2 * j + 1];
      }
    }
  }
};

}  // namespace peer
