#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<4> oscillator(double amplitude, double damping, double frequency,
                                           double phase, double time, double measured) {
  const double angle = frequency * time + phase;
  const double backwards = -time;
  const double decay = std::exp(damping * backwards);
  const double size = amplitude * decay;
  const double c = std::cos(angle);
  const double x = size * c;
  const double by_phase = -size * std::sin(angle);
  return {x - measured, {decay * c, backwards * x, time * by_phase, by_phase}};
}

}  // namespace hand
