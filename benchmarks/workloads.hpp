// The functions that the benchmarks differentiate, each written once for every engine.
//
// A workload has a name, the generic function, `gradient`: value and partials compiled by ctgrad,
// `by_hand`: the same in plain C++, and its arguments at several points. The points are few enough
// for the branch predictor to learn and different enough to keep anything from being computed in
// advance.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cstddef>
#include <numbers>
#include <tuple>
#include <type_traits>

#include "hand.hpp"

namespace workloads {

namespace cg = ctgrad;

inline constexpr std::size_t number_of_points = 8;  // a power of two

struct relu {
  static constexpr const char* name = "relu(a+b*c)";
  static constexpr auto function = [](const auto& a, const auto& b, const auto& c) {
    return cg::relu(a + b * c);
  };
  static constexpr auto gradient = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::relu;
  static constexpr std::size_t partials = 3;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{2.0 - 0.1 * t, i % 4 == 1 ? -3.0 : 3.0, 10.0 + 0.5 * t};
  }
};

struct exponential {
  static constexpr const char* name = "(x+y+z)*exp(x*y*z)";
  static constexpr auto function = [](const auto& x, const auto& y, const auto& z) {
    return (x + y + z) * cg::exp(x * y * z);
  };
  static constexpr auto gradient = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::exponential;
  static constexpr std::size_t partials = 3;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{0.5 + 0.1 * t, 1.25 - 0.2 * t, 0.75 + 0.05 * t};
  }
};

/// One neuron as it is trained: differentiated by its 10 weights and its bias (parameters[10]), not
/// by its inputs.
struct neuron {
  static constexpr const char* name = "tanh neuron, 11 of 21";
  static constexpr auto function = [](const auto& parameters, const auto& inputs) {
    auto sum = parameters[10];
    for (std::size_t i = 0; i < 10; ++i) sum = sum + parameters[i] * inputs[i];
    return cg::tanh(sum);
  };
  static constexpr auto gradient = cg::value_and_gradient<cg::wrt<0>>(function);
  static constexpr auto by_hand = hand::neuron;
  static constexpr std::size_t partials = 11;

  static constexpr auto point(std::size_t i) {
    std::array<double, 11> parameters{};
    std::array<double, 10> inputs{};
    for (std::size_t k = 0; k < 10; ++k) {
      parameters[k] = 0.3 - 0.05 * static_cast<double>(k) + 0.01 * static_cast<double>(i);
      inputs[k] = 0.2 + 0.1 * static_cast<double>((3 * k + i) % 7);
    }
    parameters[10] = 0.1 * static_cast<double>(i);
    return std::tuple{parameters, inputs};
  }
};

/// Price of a European call and five Greeks: delta, dual delta, rho, vega and theta, the partials
/// by spot, strike, rate, volatility and time to expiry. By hand: the closed form of the Greeks.
struct black_scholes {
  static constexpr const char* name = "Black-Scholes, closed form";
  static constexpr auto function = [](const auto& spot, const auto& strike, const auto& rate,
                                      const auto& volatility, const auto& expiry) {
    const auto normal = [](const auto& x) {  // the cumulative normal distribution
      return 0.5 * cg::erfc(x * (-1 / std::numbers::sqrt2));
    };
    const auto deviation = volatility * cg::sqrt(expiry);
    const auto drift = (rate + 0.5 * volatility * volatility) * expiry;
    const auto d1 = (cg::log(spot / strike) + drift) / deviation;
    const auto d2 = d1 - deviation;
    return spot * normal(d1) - strike * cg::exp(-rate * expiry) * normal(d2);
  };
  static constexpr auto gradient = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::black_scholes;
  static constexpr std::size_t partials = 5;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{95.0 + 2.0 * t, 100.0, 0.01 + 0.005 * t, 0.4 - 0.03 * t, 0.25 + 0.25 * t};
  }
};

/// The same, compared to a reverse sweep by hand, which is the arithmetic that ctgrad does.
struct black_scholes_reverse : black_scholes {
  static constexpr const char* name = "Black-Scholes, reverse";
  static constexpr auto by_hand = hand::black_scholes_reverse;
};

struct rosenbrock {
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
  static constexpr auto gradient = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::rosenbrock;
  static constexpr std::size_t partials = 10;

  static constexpr auto point(std::size_t i) {
    std::array<double, 10> x{};
    for (std::size_t k = 0; k < 10; ++k) {
      x[k] = 1.2 - 0.1 * static_cast<double>((k + i) % 5);
    }
    return std::tuple{x};
  }
};

template <class Workload>
constexpr auto points() {
  std::array<decltype(Workload::point(0)), number_of_points> result{};
  for (std::size_t i = 0; i < number_of_points; ++i) result[i] = Workload::point(i);
  return result;
}

}  // namespace workloads
