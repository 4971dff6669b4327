#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <numbers>
#include <tuple>

#include "../field/workloads/black_scholes.hpp"

namespace workloads {

namespace cg = ctgrad;

/// Price of a European call and five Greeks: delta, dual delta, rho, vega and theta, the partials
/// by spot, strike, rate, volatility and time to expiry.
struct black_scholes {
  static constexpr const char* name = "Black-Scholes";
  static constexpr auto function = [](const auto& spot, const auto& strike, const auto& rate,
                                      const auto& volatility, const auto& expiry) {
    return field::black_scholes::price(spot, strike, rate, volatility, expiry);
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::black_scholes;
  static constexpr std::size_t partials = 5;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{95.0 + 2.0 * t, 100.0, 0.01 + 0.005 * t, 0.4 - 0.03 * t, 0.25 + 0.25 * t};
  }
};

}  // namespace workloads
