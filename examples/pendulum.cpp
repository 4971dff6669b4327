// A double pendulum from its energy alone: the equations of motion are the gradient of the
// Hamiltonian H(q, p), dq/dt = dH/dp and dp/dt = -dH/dq. How well do three methods keep the energy?
// Length, mass and gravity are 1.
#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

#include "chart.hpp"

namespace cg = ctgrad;

using state = std::array<double, 4>;  // two angles, two momenta

constexpr auto energy = [](const auto& z) {
  const auto c = cos(z[0] - z[1]);
  const auto moving = z[2] * z[2] + 2 * z[3] * z[3] - 2 * z[2] * z[3] * c;
  return moving / (2 * (2 - c * c)) - 2 * cos(z[0]) - cos(z[1]);
};
constexpr auto value_and_slopes = cg::value_and_gradient(energy);

state motion(const state& z) {
  const state g = value_and_slopes(z).gradient;
  return {g[2], g[3], -g[0], -g[1]};
}

state plus(state z, double factor, const state& d) {
  for (unsigned k = 0; k < 4; ++k) z[k] += factor * d[k];
  return z;
}

constexpr double dt = 0.05;

state euler(const state& z) {
  return plus(z, dt, motion(z));
}

state heun(const state& z) {  // second order
  const state first = motion(z), second = motion(plus(z, dt, first));
  return plus(plus(z, dt / 2, first), dt / 2, second);
}

state midpoint(const state& z) {  // second order and symplectic; the middle by iteration
  state middle = z;
  for (int i = 0; i < 30; ++i) middle = plus(z, dt / 2, motion(middle));
  return plus(z, dt, motion(middle));
}

/// How far the energy is off after every step.
std::vector<picture::point> drift(state (*step)(const state&)) {
  state z{1.2, 0.6, 0, 0};
  const double at_first = value_and_slopes(z).value;
  std::vector<picture::point> result;
  for (int i = 1; i <= 2000; ++i) {
    z = step(z);
    const double off = std::abs(value_and_slopes(z).value - at_first);
    if (i % 10 == 0) result.push_back({i * dt, std::max(off, 1e-7)});
  }
  return result;
}

int main() {
  picture::chart chart("Double pendulum", "Error of the energy in three methods, step 0.05",
                       {0, 100}, {1e-7, 100}, picture::plot::scale::logarithmic);
  const auto show = [&](const std::string& name, const auto& errors, const std::string& colour) {
    chart.line(name, errors, colour, "stroke-width='1.4'");
    return errors.back().y;
  };
  const double by_euler = show("Euler", drift(euler), picture::faint);
  const double by_heun = show("Heun", drift(heun), picture::blue);
  const double by_midpoint = show("implicit midpoint", drift(midpoint), picture::orange);
  chart.save("pendulum.svg", "time", "error of the energy");
  std::cout << std::boolalpha << "energy kept to 0.001 by Euler: " << (by_euler < 1e-3)
            << ", Heun: " << (by_heun < 1e-3) << ", midpoint: " << (by_midpoint < 1e-3) << '\n';
  return by_midpoint < 1e-3 ? 0 : 1;
}
