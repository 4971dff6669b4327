// What a function differentiated by hand returns: the same in memory as what ctgrad returns.
#pragma once

#include <array>
#include <cstddef>

namespace hand {

template <std::size_t Inputs>
struct with_gradient {
  double value;
  std::array<double, Inputs> gradient;
};

template <std::size_t Inputs>
struct with_hessian {
  double value;
  std::array<double, Inputs> gradient;
  std::array<std::array<double, Inputs>, Inputs> hessian;
};

template <std::size_t Outputs, std::size_t Inputs>
struct with_jacobian {
  std::array<double, Outputs> value;
  std::array<std::array<double, Inputs>, Outputs> jacobian;
};

}  // namespace hand
