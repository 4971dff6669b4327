// The weights that a network starts from.
//
// Signals should neither fade nor grow from layer to layer: a neuron that adds up `inputs` numbers
// of variance 1 gives one of variance 1 if its weights have the variance 1/inputs, and behind a
// relu, which drops half of it, 2/inputs. Backwards the same holds of its outputs; Xavier's rule is
// the compromise between both.
#pragma once

#include <ctgrad/nn/activation.hpp>
#include <ctgrad/nn/random.hpp>

#include <cmath>
#include <cstddef>
#include <random>

namespace ctgrad::nn {

/// How first weights are drawn.
enum class initial {
  automatic,       // uniform: he_uniform before a relu, otherwise of variance 1/inputs (LeCun 1998)
  xavier_uniform,  // of variance 2/(inputs + outputs) (Glorot and Bengio 2010): tanh, sigmoid
  xavier_normal,
  he_uniform,  // of variance 2/inputs (He et al. 2015): relu
  he_normal,
  zero,
};

/// What the size of a first weight depends on: the numbers that its neuron adds up, the neurons in
/// its layer, and what the neuron does with the sum.
struct weight_place {
  std::size_t inputs,  ///< numbers that its neuron adds up
      outputs;         ///< neurons of its layer
  activation how;      ///< what the neuron does with the sum
};

/// The variance of first weights by a rule.
[[nodiscard]] inline double variance(initial rule, const weight_place& at) {
  const auto inputs = static_cast<double>(at.inputs), outputs = static_cast<double>(at.outputs);
  if (rule == initial::zero) return 0;
  if (rule == initial::xavier_uniform || rule == initial::xavier_normal) {
    return 2 / (inputs + outputs);
  }
  if (rule == initial::automatic && at.how != activation::relu) return 1 / inputs;
  return 2 / inputs;
}

/// A first weight, of mean 0 and the variance of the rule: a seed gives the same everywhere.
[[nodiscard]] inline double initial_weight(initial rule, const weight_place& at,
                                           std::mt19937_64& engine) {
  const double deviation = std::sqrt(variance(rule, at));
  if (rule == initial::xavier_normal || rule == initial::he_normal) {
    return deviation * normal(engine);
  }
  const double bound = std::sqrt(3 * variance(rule, at));
  return bound * (2 * uniform(engine) - 1);
}

/// The same by the automatic rule.
[[nodiscard]] inline double initial_weight(activation how, std::size_t inputs,
                                           std::mt19937_64& engine) {
  return initial_weight(initial::automatic, {inputs, 1, how}, engine);
}

}  // namespace ctgrad::nn
