// What a neuron does with its weighted sum.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <string_view>

namespace ctgrad::nn {

/// What a neuron does with its sum; linear leaves it as it is.
enum class activation { linear, relu, tanh, sigmoid };

/// The activation of a sum, of any kind of numbers; linear gives the sum itself.
template <operand T>
[[nodiscard]] T activated(activation how, const T& sum) {
  if (how == activation::relu) return ctgrad::relu(sum);
  if (how == activation::tanh) return ctgrad::tanh(sum);
  if (how == activation::sigmoid) return ctgrad::sigmoid(sum);
  return sum;
}
/// The same as a Value.
[[nodiscard]] inline Value activate(activation how, const Value& sum) {
  return activated(how, sum);
}

/// The name of an activation, as in shape().
[[nodiscard]] constexpr std::string_view name_of(activation how) {
  if (how == activation::relu) return "relu";
  if (how == activation::tanh) return "tanh";
  if (how == activation::sigmoid) return "sigmoid";
  return "linear";
}

}  // namespace ctgrad::nn
