#pragma once

#include <array>

#include "result.hpp"

namespace hand {

inline with_jacobian<5, 2> michaelis_menten(const std::array<double, 2>& parameters,
                                            const std::array<double, 5>& substrate,
                                            const std::array<double, 5>& rate) {
  const auto [fastest, half] = parameters;
  with_jacobian<5, 2> out;
  for (std::size_t i = 0; i < 5; ++i) {
    const double sum = half + substrate[i];
    const double share = substrate[i] / sum;
    const double expected = fastest * share;
    out.value[i] = expected - rate[i];
    out.jacobian[i] = {share, -expected / sum};
  }
  return out;
}

}  // namespace hand
