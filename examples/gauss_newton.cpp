// A curve through 100,000 points: a damped oscillation, found by the method of Gauss and Newton.
//
// vmap computes the model and its slopes by the four parameters at all points in one go. It writes
// gauss_newton.svg (the fit and what is left of it) into the current folder.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <random>
#include <utility>
#include <vector>

#include "gauss_newton_picture.hpp"

namespace {

namespace cg = ctgrad;
using numbers = std::vector<double>;
using parameters = std::array<double, 4>;  // amplitude, damping, frequency, offset

constexpr std::size_t points = 100'000;
constexpr double noise = 0.25;
constexpr parameters truth{2.0, 0.35, 4.0, 0.5};

/// A weight that rings down.
constexpr auto model = [](const auto& p, const auto& t) {
  return p[0] * cg::exp(-p[1] * t) * cg::cos(p[2] * t) + p[3];
};
constexpr auto model_and_slopes = cg::value_and_gradient<cg::wrt<0>>(model);

/// Nearly Gaussian: the sum of twelve uniform numbers has variance 1.
double gaussian(std::mt19937_64& engine) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += static_cast<double>(engine() >> 11) * 0x1p-53;
  return sum;
}

measurements measure() {
  std::mt19937_64 engine(5);
  measurements m{numbers(points), numbers(points)};
  for (std::size_t i = 0; i < points; ++i) {
    m.time[i] = 8.0 * (static_cast<double>(i) + 0.5) / points;
    m.value[i] = model(truth, m.time[i]) + noise * gaussian(engine);
  }
  return m;
}

/// J'J and J'r, of which J'J x = J'r is the step.
struct normal_equations {
  std::array<std::array<double, 4>, 4> a{};
  parameters b{};
  double squares = 0;
};

normal_equations add_up(const auto& fit, const measurements& m) {
  normal_equations n;
  for (std::size_t i = 0; i < points; ++i) {
    const double r = m.value[i] - fit.value[i];
    n.squares += r * r;
    for (std::size_t k = 0; k < 4; ++k) {
      const double slope = fit.gradient[k][i];
      n.b[k] += slope * r;
      for (std::size_t l = 0; l <= k; ++l) n.a[k][l] += slope * fit.gradient[l][i];
    }
  }
  return n;
}

/// By Cholesky's method, of the lower triangle.
parameters solve(normal_equations n) {
  auto& [a, b, squares] = n;
  for (std::size_t k = 0; k < 4; ++k) {
    for (std::size_t j = 0; j < k; ++j) a[k][k] -= a[k][j] * a[k][j];
    a[k][k] = std::sqrt(a[k][k]);
    for (std::size_t i = k + 1; i < 4; ++i) {
      for (std::size_t j = 0; j < k; ++j) a[i][k] -= a[i][j] * a[k][j];
      a[i][k] /= a[k][k];
    }
    for (std::size_t j = 0; j < k; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  for (std::size_t k = 4; k-- > 0;) {
    for (std::size_t i = k + 1; i < 4; ++i) b[k] -= a[i][k] * b[i];
    b[k] /= a[k][k];
  }
  return b;
}

void print(int step, const parameters& p, double deviation) {
  std::cout << std::setw(4) << step;
  for (const double number : p) std::cout << std::setw(12) << number;
  std::cout << std::setw(12) << deviation << '\n';
}

}  // namespace

int main() {
  const measurements m = measure();
  parameters p{1.2, 0.2, 3.8, 0.0};
  const parameters start = p;
  std::cout << std::fixed << std::setprecision(5)
            << "step   amplitude     damping   frequency      offset   deviation\n";
  double longest = 1;
  for (int step = 0; step < 12 && longest > 1e-9; ++step) {
    const auto fit = cg::vmap(model_and_slopes)(p, m.time);
    const auto equations = add_up(fit, m);
    print(step, p, std::sqrt(equations.squares / points));
    const parameters by = solve(equations);
    longest = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      p[k] += by[k];
      longest = std::max(longest, std::abs(by[k]));
    }
  }
  double error = 0;
  for (std::size_t k = 0; k < 4; ++k) error = std::max(error, std::abs(p[k] - truth[k]));
  std::cout << "the parameters of the data, within a hundredth: " << (error < 0.01 ? "yes" : "NO")
            << '\n';
  const auto curve = [](const parameters& at) { return [at](double t) { return model(at, t); }; };
  draw_fit("gauss_newton.svg", m, curve(p), curve(start));
  std::cout << "see gauss_newton.svg\n";
  return error < 0.01 && longest <= 1e-9 ? 0 : 1;
}
