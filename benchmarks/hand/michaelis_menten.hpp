#pragma once

#include <array>
#include <cstddef>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_jacobian<5, 2> michaelis_menten(const std::array<double, 2>& parameters,
                                                    const std::array<double, 5>& substrate,
                                                    const std::array<double, 5>& rate) {
  const auto [fastest, half] = parameters;
  with_jacobian<5, 2> out;
#pragma GCC unroll 16
  for (std::size_t i = 0; i < 5; ++i) {
    const double s = substrate[i];
    const double sum = half + s;
    const double expected = fastest * s / sum;
    out.value[i] = expected - rate[i];
    out.jacobian[i] = {s / sum, -expected / sum};
  }
  return out;
}

}  // namespace hand
