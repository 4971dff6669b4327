// Where is a planet? Kepler's equation E - e sin E = M gives the angle E of its orbit for the time
// M only by iteration: Newton's method, whose slope is derived while this file is compiled.
#include <ctgrad/ctgrad.hpp>

#include <cmath>
#include <iomanip>
#include <iostream>
#include <vector>

#include "chart.hpp"

namespace cg = ctgrad;

constexpr double eccentricity = 0.9, time_as_angle = 0.5;

constexpr auto kepler = [](auto angle) {
  return angle - eccentricity * sin(angle) - time_as_angle;
};

int main() {
  std::cout << std::fixed << std::setprecision(12) << "step           angle         residual\n";
  std::vector<picture::point> path;
  double angle = 3;
  for (int step = 0; step < 10; ++step) {
    const auto [residual, slope] = cg::value_and_derivative(kepler)(angle);
    std::cout << std::setw(4) << step << std::setw(16) << angle << std::setw(17) << residual
              << '\n';
    path.push_back({angle, 0});
    path.push_back({angle, residual});
    if (std::abs(residual) < 1e-11) break;
    angle -= residual / slope;
  }

  // Halley's method takes the curvature too and needs fewer steps.
  double faster = 3;
  int steps = 0;
  for (; std::abs(faster - angle) > 1e-12 && steps < 10; ++steps) {
    const double f = kepler(cg::dual<double, 1>(faster)).primal();
    const double slope = cg::derivative(kepler)(faster), bend = cg::derivative<2>(kepler)(faster);
    faster -= 2 * f * slope / (2 * slope * slope - f * bend);
  }
  std::cout << "Halley's method arrives after " << steps << " steps\n";

  const picture::range x{0, 3.2}, y{-0.8, 3};
  picture::chart chart("Newton's method", "Kepler's equation for an eccentricity of 0.9", x, y);
  chart.line(
      "E - 0.9 sin E - 0.5",
      picture::curve([](double e) { return e - eccentricity * std::sin(e) - time_as_angle; }, x),
      picture::blue);
  chart.line("tangents", path, picture::orange, "stroke-width='1.4'");
  chart.dots("solution", {{angle, 0}}, picture::ink);
  chart.save("newton.svg", "angle E", "residual");
  return std::abs(kepler(cg::dual<double, 1>(angle)).primal()) < 1e-12 ? 0 : 1;
}
