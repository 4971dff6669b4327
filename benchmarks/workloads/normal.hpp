#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/normal.hpp"

namespace workloads {

namespace cg = ctgrad;

struct normal {
  static constexpr const char* name = "log-density of a normal";
  static constexpr auto function = [](const auto& x, const auto& mean, const auto& deviation) {
    constexpr double half_log_2pi = 0.91893853320467274178;
    const auto z = (x - mean) / deviation;
    return -half_log_2pi - cg::log(deviation) - z * z / 2;
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::normal;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{1.5 - 0.4 * t, 0.2 + 0.1 * t, 0.5 + 0.25 * t};
  }
};

}  // namespace workloads
