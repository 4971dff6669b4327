#pragma once

#include <ctgrad/diff/hessian.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/rosenbrock.hpp"

namespace workloads {

namespace cg = ctgrad;

struct rosenbrock_4 {
  static constexpr const char* name = "Rosenbrock, 4, Hessian";
  static constexpr auto function = [](const auto& a, const auto& b, const auto& c, const auto& d) {
    const auto valley = [](const auto& x, const auto& next) {
      const auto t = next - x * x;
      const auto u = 1 - x;
      return 100 * t * t + u * u;
    };
    return valley(a, b) + valley(b, c) + valley(c, d);
  };
  static constexpr auto by_ctgrad = cg::value_gradient_hessian(function);
  static constexpr auto by_hand = hand::rosenbrock_4;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{1.2 - 0.1 * t, 1.1 - 0.2 * t, 0.5 + 0.1 * t, -0.3 + 0.3 * t};
  }
};

}  // namespace workloads
