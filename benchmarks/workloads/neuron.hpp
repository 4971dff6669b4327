#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <array>
#include <cstddef>
#include <tuple>

#include "../hand/neuron.hpp"

namespace workloads {

namespace cg = ctgrad;

/// One neuron as it is trained: differentiated by its 10 weights and its bias (parameters[10]), not
/// by its inputs.
struct neuron {
  static constexpr const char* name = "tanh neuron, 11 of 21";
  static constexpr auto function = [](const auto& parameters, const auto& inputs) {
    auto sum = parameters[10];
    for (std::size_t i = 0; i < 10; ++i) sum = sum + parameters[i] * inputs[i];
    return cg::tanh(sum);
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient<cg::wrt<0>>(function);
  static constexpr auto by_hand = hand::neuron;
  static constexpr std::size_t partials = 11;

  static constexpr auto point(std::size_t i) {
    std::array<double, 11> parameters{};
    std::array<double, 10> inputs{};
    for (std::size_t k = 0; k < 10; ++k) {
      parameters[k] = 0.3 - 0.05 * static_cast<double>(k) + 0.01 * static_cast<double>(i);
      inputs[k] = 0.2 + 0.1 * static_cast<double>((3 * k + i) % 7);
    }
    parameters[10] = 0.1 * static_cast<double>(i);
    return std::tuple{parameters, inputs};
  }
};

}  // namespace workloads
