// The box that camera.cpp looks at.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "picture.hpp"

/// Eight corners, numbered by the signs of their coordinates.
inline std::array<double, 3> corner(std::size_t i) {
  return {i & 1 ? 1. : -1., i & 2 ? 1. : -1., i & 4 ? 1. : -1.};
}

/// The edges of its image: corners are joined whose numbers differ in one bit.
inline std::vector<std::vector<picture::point>> edges(const std::vector<picture::point>& image) {
  std::vector<std::vector<picture::point>> lines;
  for (std::size_t i = 0; i < 8; ++i) {
    for (std::size_t bit = 1; bit < 8; bit *= 2) {
      if (!(i & bit)) lines.push_back({image[i], image[i | bit]});
    }
  }
  return lines;
}
