#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/oscillator.hpp"

namespace workloads {

namespace cg = ctgrad;

/// The residual of a damped oscillation at one time.
struct oscillator {
  static constexpr const char* name = "damped oscillator";
  static constexpr auto function = [](const auto& amplitude, const auto& damping,
                                      const auto& frequency, const auto& phase, const auto& time,
                                      const auto& measured) {
    return amplitude * cg::exp(-damping * time) * cg::cos(frequency * time + phase) - measured;
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient<cg::wrt<0, 1, 2, 3>>(function);
  static constexpr auto by_hand = hand::oscillator;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{2.0 + 0.1 * t, 0.3, 1.5 - 0.1 * t, 0.4, 0.5 * t, 1.0 - 0.25 * t};
  }
};

}  // namespace workloads
