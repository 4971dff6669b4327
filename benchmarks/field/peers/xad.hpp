// XAD: its adjoint mode with a tape that keeps its memory, and for Hessians forward over adjoint.
#pragma once

#include "../workload.hpp"

#include <XAD/XAD.hpp>

namespace peer {

using field::kind;

/// Values and gradients of the outputs by one recording.
template <class Workload>
struct adjoint {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using mode = xad::adj<double>;
  using scalar = mode::active_type;

  const Workload& f;
  mode::tape_type tape;
  std::vector<scalar> arguments;

  adjoint(const Workload& f_in, std::span<const double>) : f(f_in) { arguments.reserve(n); }

  void operator()(std::span<const double> x, std::span<double> out) {
    arguments.clear();
    tape.clearAll();
    arguments.assign(x.begin(), x.end());
    tape.registerInputs(arguments);
    tape.newRecording();
    write(f(std::span<const scalar>(arguments)), out);
  }

 private:
  void write(scalar y, std::span<double> out) {
    tape.registerOutput(y);
    out[0] = value(y);
    write_gradient(y, out.subspan(1));
  }

  void write(std::array<scalar, m> y, std::span<double> out) {
    tape.registerOutputs(y.begin(), y.end());
    for (std::size_t k = 0; k < m; ++k) {
      out[k] = value(y[k]);
      if (k > 0) tape.clearDerivatives();
      write_gradient(y[k], out.subspan(m + k * n));
    }
  }

  void write_gradient(scalar& y, std::span<double> gradient) {
    derivative(y) = 1.0;
    tape.computeAdjoints();
    for (std::size_t i = 0; i < n; ++i) gradient[i] = derivative(arguments[i]);
  }
};

/// A recording per input gives a row of the Hessian.
template <class Workload>
struct forward_over_adjoint {
  static constexpr std::size_t n = Workload::inputs;
  using mode = xad::fwd_adj<double>;
  using scalar = mode::active_type;

  const Workload& f;
  mode::tape_type tape;
  std::vector<scalar> arguments;

  forward_over_adjoint(const Workload& f_in, std::span<const double>) : f(f_in) {
    arguments.reserve(n);
  }

  void operator()(std::span<const double> x, std::span<double> out) {
    for (std::size_t i = 0; i < n; ++i) {
      arguments.clear();
      tape.clearAll();
      arguments.assign(x.begin(), x.end());
      derivative(value(arguments[i])) = 1.0;
      tape.registerInputs(arguments);
      tape.newRecording();
      scalar y = f(std::span<const scalar>(arguments));
      tape.registerOutput(y);
      value(derivative(y)) = 1.0;
      tape.computeAdjoints();
      out[0] = value(value(y));
      out[1 + i] = value(derivative(arguments[i]));
      for (std::size_t j = 0; j < n; ++j) {
        out[1 + n + i * n + j] = derivative(derivative(arguments[j]));
      }
    }
  }
};

template <class Workload>
using evaluation = std::conditional_t<Workload::what == kind::hessian,
                                      forward_over_adjoint<Workload>, adjoint<Workload>>;

}  // namespace peer
