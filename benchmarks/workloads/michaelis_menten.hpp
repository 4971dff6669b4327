#pragma once

#include <ctgrad/diff/jacobian.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "../hand/michaelis_menten.hpp"

namespace workloads {

namespace cg = ctgrad;

/// Five residuals of the rate of an enzyme, by its highest rate and the substrate at half of it.
struct michaelis_menten {
  static constexpr const char* name = "Michaelis-Menten, 5 x 2";
  static constexpr auto function = [](const auto& parameters, const auto& substrate,
                                      const auto& rate) {
    const auto& [fastest, half] = parameters;
    std::array<std::remove_cvref_t<decltype(fastest)>, 5> residuals{};
    for (std::size_t i = 0; i < 5; ++i) {
      residuals[i] = fastest * substrate[i] / (half + substrate[i]) - rate[i];
    }
    return residuals;
  };
  static constexpr auto by_ctgrad = cg::value_and_jacobian<cg::wrt<0>>(function);
  static constexpr auto by_hand = hand::michaelis_menten;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{std::array{2.0 + 0.1 * t, 0.5 + 0.2 * t}, std::array{0.1, 0.3, 0.9, 2.7, 8.1},
                      std::array{0.2, 0.6, 1.1, 1.5 + 0.1 * t, 1.9}};
  }
};

}  // namespace workloads
