// Adept: a stack of differential statements that is recorded anew in every evaluation. Its library
// is compiled into the program, which its authors offer, so that the flags are the same and the
// stack need not be local to a thread.

#pragma once

#include "../workload.hpp"

#include <adept.h>

namespace peer {

using adept::adouble;
using field::numbers;

template <class Workload>
struct evaluation {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;

  const Workload& f;
  adept::Stack stack;
  std::vector<adouble> arguments = std::vector<adouble>(n);
  numbers columns = numbers(m * n);

  evaluation(const Workload& f_in, std::span<const double>) : f(f_in) {
    stack.preallocate_statements(static_cast<adept::uIndex>(Workload::operations + n));
    stack.preallocate_operations(static_cast<adept::uIndex>(2 * Workload::operations));
  }

  void operator()(std::span<const double> x, std::span<double> out) {
    adept::set_values(arguments.data(), static_cast<adept::uIndex>(n), x.data());
    stack.new_recording();
    write(f(std::span<const adouble>(arguments)), out);
  }

 private:
  void write(adouble y, std::span<double> out) {
    y.set_gradient(1.0);
    stack.compute_adjoint();
    out[0] = y.value();
    adept::get_gradients(arguments.data(), static_cast<adept::uIndex>(n), out.data() + 1);
  }

  void write(std::array<adouble, m> y, std::span<double> out) {
    stack.independent(arguments.data(), static_cast<adept::uIndex>(n));
    stack.dependent(y.data(), static_cast<adept::uIndex>(m));
    stack.jacobian_reverse(columns.data());
    stack.clear_independents();
    stack.clear_dependents();
    for (std::size_t k = 0; k < m; ++k) {
      out[k] = y[k].value();
      for (std::size_t i = 0; i < n; ++i) out[m + k * n + i] = columns[i * m + k];
    }
  }
};

}  // namespace peer
