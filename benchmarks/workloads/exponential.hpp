#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../field/workloads/exponential.hpp"

namespace workloads {

namespace cg = ctgrad;

struct exponential {
  static constexpr const char* name = "(x+y+z)*exp(x*y*z)";
  static constexpr auto function = [](const auto& x, const auto& y, const auto& z) {
    return field::exponential{}(std::array{x, y, z});
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::exponential;
  static constexpr std::size_t partials = 3;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{0.5 + 0.1 * t, 1.25 - 0.2 * t, 0.75 + 0.05 * t};
  }
};

}  // namespace workloads
