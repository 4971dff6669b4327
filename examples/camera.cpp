// Where did the camera stand? Its pose from eight corners of a box that it has seen: the residual
// of bundle adjustment, its 2x6 Jacobian and the method of Levenberg and Marquardt.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "box.hpp"
#include "chart.hpp"
#include "solve.hpp"

namespace cg = ctgrad;

using pose = std::array<double, 6>;  // axis times angle, then position

/// Rotates by Rodrigues' formula, moves, and divides by the distance; focal length 600 pixels.
/// Where nothing turns, sin(angle)/angle would be NaN: `where` takes its limit, slopes included.
constexpr auto project = [](const auto& c, const auto& p) {
  const auto square = c[0] * c[0] + c[1] * c[1] + c[2] * c[2];
  const auto turns = square > 0.0;
  const auto angle = sqrt(where(turns, square, 1.0));
  const auto sine = where(turns, sin(angle) / angle, 1.0);
  const auto versine = where(turns, (1 - cos(angle)) / (angle * angle), 0.5);
  const auto along = (c[0] * p[0] + c[1] * p[1] + c[2] * p[2]) * versine;
  const auto turned = [&](std::size_t i) {
    const std::size_t j = (i + 1) % 3, l = (i + 2) % 3;
    const auto across = c[j] * p[l] - c[l] * p[j];
    return p[i] * (1 - square * versine) + across * sine + c[i] * along + c[3 + i];
  };
  const auto focal = 600 / turned(2);
  return std::array{focal * turned(0), focal * turned(1)};
};

constexpr auto project_and_slopes = cg::value_and_jacobian<cg::wrt<0>>(project);

std::vector<picture::point> see(const pose& c) {
  std::vector<picture::point> image;
  for (std::size_t i = 0; i < 8; ++i) {
    const auto [x, y] = project_and_slopes(c, corner(i)).value;
    image.push_back({x, y});
  }
  return image;
}

int main() {
  const pose truth{0.3, -0.5, 0.2, 0.2, -0.1, 6}, start{0, 0, 0, 0, 0, 8};
  const auto seen = see(truth);
  pose guess = start;
  std::cout << std::fixed << std::setprecision(4) << "step   misfit in pixels\n";
  double misfit = 0;
  for (int step = 0; step < 8; ++step) {
    normal_equations<6> equations;
    misfit = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      const auto [at, J] = project_and_slopes(guess, corner(i));
      equations.add(J[0], at[0] - seen[i].x);
      equations.add(J[1], at[1] - seen[i].y);
      misfit += std::pow(at[0] - seen[i].x, 2) + std::pow(at[1] - seen[i].y, 2);
    }
    misfit = std::sqrt(misfit / 8);
    std::cout << std::setw(4) << step << std::setw(19) << misfit << '\n';
    const pose by = equations.step(1e-4);
    for (std::size_t k = 0; k < 6; ++k) guess[k] += by[k];
  }
  for (std::size_t k = 0; k < 6; ++k) std::cout << guess[k] << (k < 5 ? ' ' : '\n');

  picture::chart chart("Where did the camera stand?", "Eight corners of a box, in pixels",
                       {-250, 250}, {-200, 200});
  const std::string dashed = "stroke-dasharray='6 5'", whole = "stroke-width='2.2'";
  chart.lines("first guess", edges(see(start)), picture::faint, dashed);
  chart.lines("solution", edges(see(guess)), picture::orange, whole);
  chart.dots("seen", seen, picture::blue, 6);
  chart.save("camera.svg", "", "");
  return misfit < 1e-3 ? 0 : 1;
}
