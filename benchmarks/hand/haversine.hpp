#pragma once

#include <cmath>

#include "result.hpp"

namespace hand {

CTGRAD_INLINED with_gradient<4> haversine(double latitude_1, double longitude_1, double latitude_2,
                                          double longitude_2) {
  constexpr double radius = 6371.0088;
  const double half_latitude = 0.5 * (latitude_2 - latitude_1);
  const double half_longitude = 0.5 * (longitude_2 - longitude_1);
  const double s1 = std::sin(half_latitude), c1 = std::cos(half_latitude);
  const double s2 = std::sin(half_longitude), c2 = std::cos(half_longitude);
  const double cos_1 = std::cos(latitude_1), cos_2 = std::cos(latitude_2);
  const double cosines = cos_1 * cos_2;
  const double square = s2 * s2;
  const double h = s1 * s1 + cosines * square;
  const double root = std::sqrt(h);

  const double to_h = radius / (root * std::sqrt(1 - h));
  const double by_latitude = to_h * s1 * c1;
  const double by_longitude = to_h * cosines * s2 * c2;
  const double to_cosines = to_h * square;
  return {2 * radius * std::asin(root),
          {-by_latitude - to_cosines * cos_2 * std::sin(latitude_1), -by_longitude,
           by_latitude - to_cosines * cos_1 * std::sin(latitude_2), by_longitude}};
}

}  // namespace hand
