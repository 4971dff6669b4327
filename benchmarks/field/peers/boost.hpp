// Boost.Math: autodiff_fvar, a Taylor polynomial per variable. A second variable nests a polynomial
// in the first, and so the size doubles with every variable; therefore one evaluation per input,
// and of Hessians one per pair of inputs.
#pragma once

#include <boost/math/differentiation/autodiff.hpp>
#include <boost/version.hpp>

#include "../workload.hpp"

namespace peer {

using field::kind;
namespace ad = boost::math::differentiation;
/// One evaluation per input.
template <class Workload>
struct slopes {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using scalar = ad::autodiff_fvar<double, 1>;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);

  slopes(const Workload& f_in, std::span<const double>) : f(f_in) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    std::ranges::copy(x, arguments.begin());
    for (std::size_t i = 0; i < n; ++i) {
      arguments[i] = ad::make_fvar<double, 1>(x[i]);
      write_column(f(std::span<const scalar>(arguments)), i, out);
      arguments[i] = x[i];
    }
  }

  static void write_column(const scalar& y, std::size_t i, std::span<double> out) {
    out[0] = y.derivative(0);
    out[1 + i] = y.derivative(1);
  }
  static void write_column(const std::array<scalar, m>& y, std::size_t i, std::span<double> out) {
    for (std::size_t k = 0; k < m; ++k) {
      out[k] = y[k].derivative(0);
      out[m + k * n + i] = y[k].derivative(1);
    }
  }
};

/// One evaluation per pair of inputs: by the first inside, by the second outside.
template <class Workload>
struct curvatures {
  static constexpr std::size_t n = Workload::inputs;
  using scalar = ad::autodiff_fvar<double, 1, 1>;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);

  curvatures(const Workload& f_in, std::span<const double>) : f(f_in) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    const std::span hessian = out.subspan(1 + n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i; j < n; ++j) {
        const scalar y = at(x, i, j);
        out[0] = y.derivative(0, 0);
        out[1 + i] = y.derivative(1, 0);
        hessian[i * n + j] = hessian[j * n + i] = y.derivative(1, 1);
      }
    }
  }

  scalar at(std::span<const double> x, std::size_t i, std::size_t j) {
    std::ranges::copy(x, arguments.begin());
    const auto [first, second] = ad::make_ftuple<double, 1, 1>(0.0, 0.0);
    arguments[i] += first;
    arguments[j] += second;
    return f(std::span<const scalar>(arguments));
  }
};

template <class Workload>
using evaluation =
    std::conditional_t<Workload::what == kind::hessian, curvatures<Workload>, slopes<Workload>>;

}  // namespace peer
