#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/sabr.hpp"

namespace workloads {

namespace cg = ctgrad;

/// Implied volatility of the SABR model (Hagan et al. 2002, equation 2.17a), differentiated by its
/// four parameters; forward, strike and time to expiry are data.
struct sabr {
  static constexpr const char* name = "SABR volatility";
  static constexpr auto function = [](const auto& alpha, const auto& beta, const auto& rho,
                                      const auto& nu, const auto& forward, const auto& strike,
                                      const auto& expiry) {
    const auto l = cg::log(forward / strike);
    const auto b = 1 - beta;
    const auto middle = cg::pow(forward * strike, b / 2);
    const auto lb = l * l * (b * b);
    const auto z = nu / alpha * middle * l;
    const auto x = cg::log((cg::sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
    const auto a = alpha / middle;
    const auto e =
        a * a * (b * b) / 24 + rho * beta * nu * a / 4 + (2 - 3 * rho * rho) * nu * nu / 24;
    return a / (1 + lb / 24 + lb * lb / 1920) * (z / x) * (1 + e * expiry);
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient<cg::wrt<0, 1, 2, 3>>(function);
  static constexpr auto by_hand = hand::sabr;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{0.2 + 0.02 * t, 0.9 - 0.1 * t,  -0.4 + 0.1 * t, 0.5 - 0.03 * t,
                      1.0 + 0.05 * t, 1.5 - 0.07 * t, 0.5 + 0.5 * t};
  }
};

}  // namespace workloads
