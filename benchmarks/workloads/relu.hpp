#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../field/workloads/relu.hpp"

namespace workloads {

namespace cg = ctgrad;

struct relu {
  static constexpr const char* name = "relu(a+b*c)";
  static constexpr auto function = [](const auto& a, const auto& b, const auto& c) {
    return field::relu_of_product{}(std::array{a, b, c});
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::relu;
  static constexpr std::size_t partials = 3;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{2.0 - 0.1 * t, i % 4 == 1 ? -3.0 : 3.0, 10.0 + 0.5 * t};
  }
};

}  // namespace workloads
