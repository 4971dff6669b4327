// The images that digits.cpp learns from; data/README.md says whose they are.
#pragma once

#include <array>
#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

/// An image of 8x8 pixels, row by row, from 0 (paper) to 1 (ink), and the digit that it shows.
struct digit {
  std::array<double, 64> pixels;
  int label;
};

struct digit_sets {
  std::vector<digit> training, validation, test;
};

inline std::vector<digit> read_digits(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read: give its path as an argument");
  std::vector<digit> result;
  digit d{};
  char comma = 0;
  for (int number = 0; file >> number;) {
    for (double& pixel : d.pixels) {
      pixel = number / 16.0;
      file >> comma >> number;
    }
    d.label = number;
    result.push_back(d);
  }
  return result;
}

/// A fifth to test, a sixth to see when to stop, the rest to learn from.
inline digit_sets split(const std::vector<digit>& digits) {
  const auto place = [&](std::size_t share) {
    return digits.begin() + static_cast<std::ptrdiff_t>(digits.size() * share / 30);
  };
  return {{place(0), place(19)}, {place(19), place(24)}, {place(24), place(30)}};
}
