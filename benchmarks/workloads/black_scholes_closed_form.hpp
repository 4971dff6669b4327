#pragma once

#include "black_scholes.hpp"

namespace workloads {

/// The same, compared to the Greeks that textbooks print: mathematics that no compiler knows.
struct black_scholes_closed_form : black_scholes {
  static constexpr const char* name = "Black-Scholes, closed form";
  static constexpr auto by_hand = hand::black_scholes_closed_form;
};

}  // namespace workloads
