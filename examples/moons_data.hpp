// The points that moons.cpp learns from, and what it says while it learns.
#pragma once

#include <ctgrad/nn/progress_bar.hpp>
#include <ctgrad/nn/random.hpp>

#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <random>
#include <sstream>
#include <vector>

#include "picture.hpp"

struct sample {
  picture::point at;
  int label;  // +1 or -1
};

struct progress {
  double loss, accuracy;
};

/// Nearly Gaussian: the sum of twelve uniform numbers has variance 1. Unlike
/// std::normal_distribution it gives the same numbers on every standard library.
inline double gaussian(std::mt19937_64& engine) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += ctgrad::nn::uniform(engine);
  return sum;
}

/// The upper half of a circle, labelled +1, and a lower half that reaches into it, labelled -1.
inline std::vector<sample> two_moons(int points, double noise, std::mt19937_64& engine) {
  std::vector<sample> result;
  for (int i = 0; i < points; ++i) {
    const bool upper = i % 2 == 0;
    const double angle = std::numbers::pi * (i / 2) / (points / 2 - 1);
    const double x = upper ? std::cos(angle) : 1 - std::cos(angle);
    const double y = upper ? std::sin(angle) : 0.5 - std::sin(angle);
    const double dx = noise * gaussian(engine);
    const double dy = noise * gaussian(engine);
    result.push_back({{x + dx, y + dy}, upper ? 1 : -1});
  }
  return result;
}

/// How far the training is: a bar that grows on a terminal, a line every ten steps elsewhere.
inline void show(ctgrad::nn::progress_bar& bar, int step, const progress& now) {
  std::ostringstream text;
  text << "step " << std::setw(3) << step << std::fixed << std::setprecision(4) << "  loss "
       << now.loss << std::setprecision(0) << "  accuracy " << std::setw(3) << now.accuracy << " %";
  bar.show(static_cast<std::size_t>(step), text.str());
  if (!bar.is_live() && step % 10 == 0) std::cout << text.str() << '\n';
}
