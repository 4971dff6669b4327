// Where a workload is evaluated. The points are few enough for the branch predictor to learn and
// different enough to keep anything from being computed in advance.
#pragma once

#include <array>
#include <cstddef>

namespace workloads {

inline constexpr std::size_t number_of_points = 8;  // a power of two

template <class Workload>
constexpr auto points() {
  std::array<decltype(Workload::point(0)), number_of_points> result{};
  for (std::size_t i = 0; i < number_of_points; ++i) result[i] = Workload::point(i);
  return result;
}

}  // namespace workloads
