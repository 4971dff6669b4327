#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "../hand/rosenbrock.hpp"

namespace workloads {

namespace cg = ctgrad;

struct rosenbrock_10 {
  static constexpr const char* name = "Rosenbrock, 10";
  static constexpr auto function = [](const auto& x) {
    std::remove_cvref_t<decltype(x[0])> sum = 0;
    for (std::size_t i = 0; i + 1 < 10; ++i) {
      const auto t = x[i + 1] - x[i] * x[i];
      const auto u = 1 - x[i];
      sum = sum + (100 * t * t + u * u);
    }
    return sum;
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::rosenbrock_10;
  static constexpr std::size_t partials = 10;

  static constexpr auto point(std::size_t i) {
    std::array<double, 10> x{};
    for (std::size_t k = 0; k < 10; ++k) {
      x[k] = 1.2 - 0.1 * static_cast<double>((k + i) % 5);
    }
    return std::tuple{x};
  }
};

}  // namespace workloads
