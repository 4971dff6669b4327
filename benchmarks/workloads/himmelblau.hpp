#pragma once

#include <ctgrad/diff/hessian.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/himmelblau.hpp"

namespace workloads {

namespace cg = ctgrad;

struct himmelblau {
  static constexpr const char* name = "Himmelblau, Hessian";
  static constexpr auto function = [](const auto& x, const auto& y) {
    const auto a = x * x + y - 11;
    const auto b = x + y * y - 7;
    return a * a + b * b;
  };
  static constexpr auto by_ctgrad = cg::value_gradient_hessian(function);
  static constexpr auto by_hand = hand::himmelblau;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{3.5 - 0.9 * t, -2.0 + 0.7 * t};
  }
};

}  // namespace workloads
