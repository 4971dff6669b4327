// What a neuron does with its weighted sum.
#pragma once

#include <ctgrad/tape/value.hpp>

namespace ctgrad::nn {

enum class activation { linear, relu, tanh, sigmoid };

/// The activation of a sum; linear gives the sum itself.
[[nodiscard]] inline Value activate(activation how, const Value& sum) {
  if (how == activation::relu) return ctgrad::relu(sum);
  if (how == activation::tanh) return ctgrad::tanh(sum);
  if (how == activation::sigmoid) return ctgrad::sigmoid(sum);
  return sum;
}

}  // namespace ctgrad::nn
