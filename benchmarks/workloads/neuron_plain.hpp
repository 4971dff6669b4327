#pragma once

#include "neuron.hpp"

namespace workloads {

/// The same, compared to the slope 1 - y², which has fewer digits far out.
struct neuron_plain : neuron {
  static constexpr const char* name = "tanh neuron, plain slope";
  static constexpr auto by_hand = hand::neuron_plain;
};

}  // namespace workloads
