// The weights that a network starts from.
//
// Standard distributions differ between standard libraries; the engines themselves do not. So
// numbers are taken from the engine's bits, and a seed gives the same network everywhere.
#pragma once

#include <ctgrad/nn/activation.hpp>

#include <cmath>
#include <cstddef>
#include <random>

namespace ctgrad::nn {

/// A number in [0, 1), a multiple of 2^-53.
[[nodiscard]] inline double uniform(std::mt19937_64& engine) {
  return static_cast<double>(engine() >> 11) * 0x1p-53;
}

/// A first weight for a neuron with this many inputs, uniform around 0. Its variance is 2/inputs
/// before a relu (He et al. 2015) and 1/inputs otherwise (LeCun et al. 1998), so that signals
/// neither fade nor grow from layer to layer.
[[nodiscard]] inline double initial_weight(activation how, std::size_t inputs,
                                           std::mt19937_64& engine) {
  const double variance = (how == activation::relu ? 2.0 : 1.0) / static_cast<double>(inputs);
  const double bound = std::sqrt(3 * variance);
  return bound * (2 * uniform(engine) - 1);
}

}  // namespace ctgrad::nn
