#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/hamiltonian.hpp"

namespace workloads {

namespace cg = ctgrad;

/// The energy of a planet; its gradient is the equation of motion.
struct kepler {
  static constexpr const char* name = "Kepler Hamiltonian";
  static constexpr auto function = [](const auto& qx, const auto& qy, const auto& px,
                                      const auto& py) {
    return (px * px + py * py) / 2 - 1 / cg::sqrt(qx * qx + qy * qy);
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::kepler;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{1.0 - 0.2 * t, 0.3 + 0.1 * t, -0.1 * t, 1.0 - 0.05 * t};
  }
};

}  // namespace workloads
