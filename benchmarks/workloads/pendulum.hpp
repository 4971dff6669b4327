#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/hamiltonian.hpp"

namespace workloads {

namespace cg = ctgrad;

/// The energy of a pendulum, differentiated by angle and momentum.
struct pendulum {
  static constexpr const char* name = "pendulum Hamiltonian";
  static constexpr auto function = [](const auto& q, const auto& p, const auto& mass,
                                      const auto& length, const auto& gravity) {
    return p * p / (2 * mass * length * length) + mass * gravity * length * (1 - cg::cos(q));
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient<cg::wrt<0, 1>>(function);
  static constexpr auto by_hand = hand::pendulum;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{-2.0 + 0.5 * t, 0.7 - 0.3 * t, 1.0 + 0.1 * t, 2.0 - 0.1 * t, 9.81};
  }
};

}  // namespace workloads
