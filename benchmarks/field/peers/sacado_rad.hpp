// Sacado: Rad in reverse mode, whose graph is thrown away by the first operation after a sweep; of
// Hessians Fad in Rad.
#pragma once

#include <cmath>
#include <numbers>

#include <Sacado_No_Kokkos.hpp>
#include <Trilinos_version.h>

namespace Sacado::Rad {

/// Sacado has no error function, but takes functions by their value and slope.
inline ADvari<double>& erfc(const Base<ADvari<double>>& x) {
  const double value = static_cast<const ADvari<double>&>(x).Val;
  return ADf1(std::erfc(value), -2 * std::numbers::inv_sqrtpi * std::exp(-value * value),
              static_cast<const ADvari<double>&>(x));
}

}  // namespace Sacado::Rad

#include "../workload.hpp"

namespace peer {

using field::kind;

template <class Workload>
struct gradient {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using scalar = Sacado::Rad::ADvar<double>;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);

  gradient(const Workload& f_in, std::span<const double>) : f(f_in) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    std::ranges::copy(x, arguments.begin());
    write(f(std::span<const scalar>(arguments)), out);
  }

 private:
  void write(const scalar& y, std::span<double> out) {
    out[0] = y.val();
    scalar::Gradcomp();
    write_gradient(out.subspan(1));
  }

  /// A sweep per output, with a weight for all outputs, as the last one's stays otherwise.
  void write(std::array<scalar, m> y, std::span<double> out) {
    std::array<scalar*, m> outputs;
    for (std::size_t k = 0; k < m; ++k) outputs[k] = &y[k];
    for (std::size_t k = 0; k < m; ++k) {
      std::array<double, m> weights{};
      weights[k] = 1;
      out[k] = y[k].val();
      scalar::Weighted_Gradcomp(m, outputs.data(), weights.data());
      write_gradient(out.subspan(m + k * n));
    }
  }

  void write_gradient(std::span<double> slopes) {
    for (std::size_t i = 0; i < n; ++i) slopes[i] = arguments[i].adj();
  }
};

/// Adjoints with slopes by every input are rows of the Hessian.
template <class Workload>
struct hessian {
  static constexpr std::size_t n = Workload::inputs;
  using inside = Sacado::ELRFad::SFad<double, static_cast<int>(n)>;
  using scalar = Sacado::Rad::ADvar<inside>;

  const Workload& f;
  std::vector<scalar> arguments = std::vector<scalar>(n);

  hessian(const Workload& f_in, std::span<const double>) : f(f_in) {}

  void operator()(std::span<const double> x, std::span<double> out) {
    for (std::size_t i = 0; i < n; ++i) {
      arguments[i] = inside(static_cast<int>(n), static_cast<int>(i), x[i]);
    }
    const scalar y = f(std::span<const scalar>(arguments));
    out[0] = y.val().val();
    scalar::Gradcomp();
    for (std::size_t i = 0; i < n; ++i) {
      out[1 + i] = arguments[i].adj().val();
      for (std::size_t j = 0; j < n; ++j) {
        out[1 + n + i * n + j] = arguments[i].adj().fastAccessDx(static_cast<int>(j));
      }
    }
  }
};

template <class Workload>
using evaluation =
    std::conditional_t<Workload::what == kind::hessian, hessian<Workload>, gradient<Workload>>;

}  // namespace peer
