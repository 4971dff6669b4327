// Two ways down Rosenbrock's curved valley: the gradient alone, and Newton's method with the
// Hessian. Both halve a step until it leads downwards.
// H. Rosenbrock: An automatic method for finding the greatest or least value of a function, 1960.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <vector>

#include "chart.hpp"
#include "contour.hpp"
#include "solve.hpp"

namespace cg = ctgrad;

using plane = std::array<double, 2>;

constexpr auto rosenbrock = [](const auto& x) {
  const auto across = x[1] - x[0] * x[0], along = 1 - x[0];
  return 100 * across * across + along * along;
};
constexpr auto derivatives = cg::value_gradient_hessian(rosenbrock);

plane downhill(const auto& at) {
  return at.gradient;
}
plane newton(const auto& at) {
  return solve(at.hessian, at.gradient);
}

/// The path until the gradient is small, or for 10,000 steps.
template <class Direction>
std::vector<picture::point> descend(Direction direction, double first) {
  plane x{-1.2, 1.0};
  std::vector<picture::point> path{{x[0], x[1]}};
  for (int step = 0; step < 10'000; ++step) {
    const auto here = derivatives(x);
    if (std::hypot(here.gradient[0], here.gradient[1]) < 1e-8) break;
    const plane by = direction(here);
    const double slope = by[0] * here.gradient[0] + by[1] * here.gradient[1];
    const auto after = [&](double t) { return plane{x[0] - t * by[0], x[1] - t * by[1]}; };
    double t = first;
    while (derivatives(after(t)).value > here.value - 1e-4 * t * slope && t > 1e-12) t /= 2;
    x = after(t);
    path.push_back({x[0], x[1]});
  }
  return path;
}

int main() {
  const auto slow = descend([](const auto& here) { return downhill(here); }, 1.0 / 512);
  const auto fast = descend([](const auto& here) { return newton(here); }, 1);
  for (const auto& p : fast) {
    const auto here = derivatives(plane{p.x, p.y});
    std::cout << std::fixed << std::setprecision(6) << std::setw(10) << p.x << std::setw(10) << p.y
              << std::scientific << std::setprecision(1) << std::setw(10) << here.value << '\n';
  }
  std::cout << "Newton's method: " << fast.size() - 1 << " steps, the gradient alone: "
            << (slow.size() > 1000 ? "more than a thousand" : "fewer than a thousand") << '\n';

  picture::chart chart("Rosenbrock's valley", "The way to the lowest point, (1, 1)", {-1.6, 1.4},
                       {-0.5, 1.6});
  const auto height =
      picture::sample([](picture::point p) { return -derivatives(plane{p.x, p.y}).value; },
                      {-1.7, 1.5}, {-0.6, 1.7}, 81, 61);
  for (double level = 1; level < 1000; level *= 2.5) {
    chart.axes().path(picture::outlines(height, -level),
                      "fill='none' stroke='" + picture::frame + "'");
  }
  chart.line("gradient alone, 600 steps", {slow.begin(), slow.begin() + 600}, picture::blue,
             "stroke-width='7' stroke-opacity='0.4'");  // wide, for the other lies upon it
  chart.line("Newton", fast, picture::orange);
  chart.dots("", fast, picture::orange);
  chart.save("rosenbrock.svg", "x", "y");
  return fast.size() < 40 ? 0 : 1;
}
