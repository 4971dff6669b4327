#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "result.hpp"
#include "slopes.hpp"

namespace hand {

template <double (*Slope)(double x, double y)>
CTGRAD_INLINED with_gradient<11> neuron_with(const std::array<double, 11>& parameters,
                                             const std::array<double, 10>& inputs) {
  double sum = parameters[10];
#pragma GCC unroll 16
  for (std::size_t i = 0; i < 10; ++i) sum += parameters[i] * inputs[i];
  const double y = std::tanh(sum);
  const double slope = Slope(sum, y);
  with_gradient<11> out;
  out.value = y;
#pragma GCC unroll 16
  for (std::size_t i = 0; i < 10; ++i) out.gradient[i] = slope * inputs[i];
  out.gradient[10] = slope;
  return out;
}

CTGRAD_INLINED double plain_slope(double, double y) {
  return 1 - y * y;
}

constexpr auto neuron = neuron_with<tanh_slope>;
constexpr auto neuron_plain = neuron_with<plain_slope>;

}  // namespace hand
