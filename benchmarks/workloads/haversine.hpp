#pragma once

#include <ctgrad/diff/gradient.hpp>

#include <cstddef>
#include <tuple>

#include "../hand/haversine.hpp"

namespace workloads {

namespace cg = ctgrad;

/// The distance of two places on a sphere, in kilometres on the Earth, by the haversine formula.
struct haversine {
  static constexpr const char* name = "spherical distance";
  static constexpr auto function = [](const auto& latitude_1, const auto& longitude_1,
                                      const auto& latitude_2, const auto& longitude_2) {
    constexpr double radius = 6371.0088;
    const auto s1 = cg::sin((latitude_2 - latitude_1) / 2);
    const auto s2 = cg::sin((longitude_2 - longitude_1) / 2);
    const auto h = s1 * s1 + cg::cos(latitude_1) * cg::cos(latitude_2) * (s2 * s2);
    return 2 * radius * cg::asin(cg::sqrt(h));
  };
  static constexpr auto by_ctgrad = cg::value_and_gradient(function);
  static constexpr auto by_hand = hand::haversine;

  static constexpr auto point(std::size_t i) {
    const double t = static_cast<double>(i);
    return std::tuple{0.8 - 0.1 * t, 0.2 + 0.1 * t, 0.5 + 0.05 * t, -0.4 + 0.3 * t};
  }
};

}  // namespace workloads
