// autodiff in forward mode: dual with one evaluation per input, dual2nd with one per pair of
// inputs, by the library's own gradient, jacobian and hessian.
#pragma once

#include <autodiff/forward/dual.hpp>
#include <autodiff/forward/dual/eigen.hpp>

namespace autodiff::detail {

/// It has an error function, but not the complementary one.
inline dual erfc(const dual& x) {
  dual y = erf(x);
  y.val = std::erfc(x.val);
  y.grad = -y.grad;
  return y;
}

}  // namespace autodiff::detail

#include "../workload.hpp"

namespace peer {

using field::kind;

template <class Workload>
struct evaluation {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  static constexpr int count = static_cast<int>(n);
  using scalar =
      std::conditional_t<Workload::what == kind::hessian, autodiff::dual2nd, autodiff::dual>;
  using vector = Eigen::Matrix<scalar, count, 1>;
  using row = Eigen::Matrix<double, count, 1>;

  const Workload& f;
  vector arguments;

  evaluation(const Workload& workload, std::span<const double>) : f(workload) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    const auto text = [this](const vector& v) { return f(std::span<const scalar>(v.data(), n)); };
    for (int i = 0; i < count; ++i) arguments[i] = x[static_cast<std::size_t>(i)];
    if constexpr (Workload::what == kind::gradient) {
      scalar y;
      row slopes;
      autodiff::gradient(text, autodiff::wrt(arguments), autodiff::at(arguments), y, slopes);
      out[0] = autodiff::val(y);
      std::ranges::copy(slopes, out.begin() + 1);
    } else if constexpr (Workload::what == kind::jacobian) {
      write_jacobian(out);
    } else {
      scalar y;
      row slopes;
      Eigen::Matrix<double, count, count, Eigen::RowMajor> second;
      autodiff::hessian(text, autodiff::wrt(arguments), autodiff::at(arguments), y, slopes, second);
      out[0] = autodiff::val(y);
      std::ranges::copy(slopes, out.begin() + 1);
      std::copy_n(second.data(), n * n, out.begin() + 1 + n);
    }
  }

 private:
  using values = Eigen::Matrix<scalar, static_cast<int>(m), 1>;

  void write_jacobian(std::span<double> out) {
    const auto text = [this](const vector& x) {
      const std::array<scalar, m> y = f(std::span<const scalar>(x.data(), n));
      return values(Eigen::Map<const values>(y.data()));
    };
    values y;
    Eigen::Matrix<double, static_cast<int>(m), count, Eigen::RowMajor> slopes;
    autodiff::jacobian(text, autodiff::wrt(arguments), autodiff::at(arguments), y, slopes);
    for (std::size_t k = 0; k < m; ++k) out[k] = autodiff::val(y[static_cast<int>(k)]);
    std::copy_n(slopes.data(), m * n, out.begin() + m);
  }
};

}  // namespace peer
