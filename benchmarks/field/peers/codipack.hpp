// CoDiPack's tapes of Jacobians. An evaluation sets the entries of the adjoint vector that it used
// to zero as it goes; those of the inputs are what is left, and so the tape need not be cleared as
// a whole.
#pragma once

#include "../workload.hpp"

#include <codi.hpp>

namespace peer {

using field::kind;

template <class Workload, class Real>
struct recorded {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  using tape_type = typename Real::Tape;
  using gradient = typename Real::Gradient;

  const Workload& f;
  tape_type& tape = Real::getTape();
  std::vector<Real> arguments = std::vector<Real>(n);

  recorded(const Workload& f_in, std::span<const double>) : f(f_in) { reserve(); }

  void operator()(std::span<const double> x, std::span<double> out) {
    tape.setActive();
    for (std::size_t i = 0; i < n; ++i) {
      arguments[i] = x[i];
      if constexpr (Workload::what == kind::hessian) arguments[i].value().gradient()[i] = 1;
      tape.registerInput(arguments[i]);
    }
    write(f(std::span<const Real>(arguments)), out);
    tape.reset(false);
  }

 private:
  /// One sweep for every derivative: an output or a second direction has a place in a vector.
  void write(Real y, std::span<double> out) {
    tape.registerOutput(y);
    tape.setPassive();
    y.setGradient(1.0);
    tape.evaluate();
    out[0] = codi::RealTraits::getPassiveValue(y.getValue());
    for (std::size_t i = 0; i < n; ++i) {
      const gradient slope = arguments[i].getGradient();
      out[1 + i] = codi::RealTraits::getPassiveValue(slope);
      if constexpr (Workload::what == kind::hessian) {
        for (std::size_t j = 0; j < n; ++j) out[1 + n + i * n + j] = slope.getGradient()[j];
      }
      arguments[i].setGradient(gradient());
    }
  }

  void write(std::array<Real, m> y, std::span<double> out) {
    for (std::size_t k = 0; k < m; ++k) tape.registerOutput(y[k]);
    tape.setPassive();
    for (std::size_t k = 0; k < m; ++k) {
      y[k].gradient()[k] = 1;
      out[k] = y[k].getValue();
    }
    tape.evaluate();
    for (std::size_t i = 0; i < n; ++i) {
      const gradient slopes = arguments[i].getGradient();
      for (std::size_t k = 0; k < m; ++k) out[m + k * n + i] = slopes[k];
      arguments[i].setGradient(gradient());
    }
  }

  /// Memory for all that can be recorded: an operation has two operands.
  void reserve() {
    constexpr std::size_t statements = 1000 + 2 * (Workload::operations + n);
    tape.setParameter(codi::TapeParameters::StatementSize, statements);
    tape.setParameter(codi::TapeParameters::JacobianSize, 2 * statements);
  }
};

}  // namespace peer
