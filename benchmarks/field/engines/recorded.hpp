// One recording of Values, swept back.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include "../workload.hpp"

namespace field {

/// Makes variables, records f, sweeps back and reads the gradient; the scope releases it all.
void recorded_gradient(const auto& f, std::span<const double> x, std::span<double> out) {
  static std::vector<ctgrad::Value> variables;
  const ctgrad::scope recording;
  variables.resize(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) variables[i] = ctgrad::Value{x[i]};
  const ctgrad::Value y = f(std::span<const ctgrad::Value>(variables));
  y.backward();
  out[0] = y.data();
  for (std::size_t i = 0; i < x.size(); ++i) out[1 + i] = variables[i].grad();
}

}  // namespace field
