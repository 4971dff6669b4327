// autodiff in reverse mode: var, a tree of expressions. What is used twice is swept twice, and so
// on to the leaves.
#pragma once

#include <autodiff/reverse/var.hpp>
#include <autodiff/reverse/var/eigen.hpp>

namespace autodiff::reverse::detail {

/// It has an error function, but not the complementary one.
template <class T>
ExprPtr<T> erfc(const ExprPtr<T>& x) {
  return 1.0 - erf(x);
}

}  // namespace autodiff::reverse::detail

#include "../workload.hpp"

namespace peer {

using autodiff::var;
using field::kind;
template <class Workload>
struct evaluation {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  static constexpr int count = static_cast<int>(n);
  using vector = Eigen::Matrix<var, Eigen::Dynamic, 1>;
  using row = Eigen::VectorXd;

  const Workload& f;
  vector arguments = vector(count);

  evaluation(const Workload& workload, std::span<const double>) : f(workload) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    for (int i = 0; i < count; ++i) arguments[i] = x[static_cast<std::size_t>(i)];
    write(f(std::span<const var>(arguments.data(), n)), out);
  }

 private:
  void write(const var& y, std::span<double> out) {
    out[0] = val(y);
    if constexpr (Workload::what == kind::hessian) {
      row slopes;
      const Eigen::MatrixXd second = autodiff::hessian(y, arguments, slopes);
      std::ranges::copy(slopes, out.begin() + 1);
      std::copy_n(second.data(), n * n, out.begin() + 1 + n);
    } else {
      const row slopes = autodiff::gradient(y, arguments);
      std::ranges::copy(slopes, out.begin() + 1);
    }
  }

  void write(const std::array<var, m>& y, std::span<double> out) {
    for (std::size_t k = 0; k < m; ++k) {
      out[k] = val(y[k]);
      const row slopes = autodiff::gradient(y[k], arguments);
      std::copy_n(slopes.data(), n, out.data() + m + k * n);
    }
  }
};

}  // namespace peer
