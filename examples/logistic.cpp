// Logistic regression: 20,000 points, 12 features, and the weights that they were made with.
//
// The loss of one point is recorded and differentiated once; vmean runs it over all points in every
// step. The gradient goes to an optimizer of nn, and the Hessian to Newton's method, which needs
// five steps.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <random>
#include <utility>
#include <vector>

#include "solve.hpp"

namespace {

namespace cg = ctgrad;
using numbers = std::vector<double>;

constexpr std::size_t points = 20'000, features = 12;

struct data {
  std::vector<numbers> x;  // a column for every feature
  numbers label;           // 0 or 1
};

/// The last weight is that of a constant.
template <class W>
auto logit(const W& w, const auto& x) {
  auto sum = w[features] + 0;
  for (std::size_t k = 0; k < features; ++k) sum += w[k] * x[k];
  return sum;
}

constexpr auto loss = [](const auto& w, const auto& x, const auto& label) {
  return cg::nn::binary_cross_entropy(logit(w, x), label);
};

numbers true_weights() {
  numbers w(features + 1);
  for (std::size_t k = 0; k <= features; ++k) w[k] = 0.4 * (static_cast<double>(k % 5) - 2);
  return w;
}

data draw_data(std::mt19937_64& engine) {
  data d{std::vector(features, numbers(points)), numbers(points)};
  const numbers w = true_weights();
  numbers x(features);
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t k = 0; k < features; ++k) {
      d.x[k][i] = x[k] = 4 * cg::nn::uniform(engine) - 2;
    }
    d.label[i] = cg::nn::uniform(engine) < cg::sigmoid(logit(w, x)) ? 1 : 0;
  }
  return d;
}

/// Gives the variables this gradient: that of a linear function.
void set_gradient(const std::vector<cg::Value>& w, const numbers& gradient) {
  const cg::scope s;
  cg::dot(w, gradient).backward();
}

numbers numbers_of(const std::vector<cg::Value>& w) {
  numbers x;
  for (const auto& weight : w) x.push_back(weight.data());
  return x;
}

double length(const numbers& x) {
  double sum = 0;
  for (const double number : x) sum += number * number;
  return std::sqrt(sum);
}

numbers train_with_adam(const auto& derivative, const data& d) {
  auto w = cg::variables(numbers(features + 1, 0.0));
  std::vector<cg::Value*> parameters;
  for (auto& weight : w) parameters.push_back(&weight);
  cg::nn::adam optimizer(parameters, 0.1);
  constexpr std::size_t steps = 150;
  cg::nn::progress_bar bar(steps);
  for (std::size_t step = 0; step <= steps; ++step) {
    const auto mean = cg::vmean(derivative)(numbers_of(w), d.x, d.label);
    if (step % 30 == 0) {
      std::cout << "step " << std::setw(3) << step << "  loss " << mean.value << "  slope "
                << length(mean.gradient) << '\n';
    }
    optimizer.zero_grad();
    set_gradient(w, mean.gradient);
    optimizer.set_rate(0.1 * (1 - 0.95 * static_cast<double>(step) / steps));
    optimizer.step();
    bar.show(step, "adam");
  }
  return numbers_of(w);
}

numbers train_with_newton(const auto& derivative, const data& d) {
  numbers w(features + 1, 0.0);
  for (int step = 0; step <= 5; ++step) {
    const auto mean = cg::vmean(derivative)(w, d.x, d.label);
    std::cout << "step " << step << "  loss " << mean.value << "  slope " << length(mean.gradient)
              << '\n';
    const numbers by = solve(mean.hessian, mean.gradient);
    for (std::size_t k = 0; k <= features; ++k) w[k] -= by[k];
  }
  return w;
}

double distance(const numbers& a, const numbers& b) {
  double most = 0;
  for (std::size_t k = 0; k < a.size(); ++k) most = std::max(most, std::abs(a[k] - b[k]));
  return most;
}

}  // namespace

int main() {
  std::mt19937_64 engine(7);
  const data d = draw_data(engine);
  const auto recorded = cg::record(loss, numbers(features + 1, 0.0), numbers(features, 0.0), 0.0);

  std::cout << std::fixed << std::setprecision(6) << "adam\n";
  const numbers by_adam = train_with_adam(cg::value_and_gradient<cg::wrt<0>>(recorded), d);
  std::cout << "Newton\n";
  const numbers best = train_with_newton(cg::value_gradient_hessian<cg::wrt<0>>(recorded), d);

  const double from_best = distance(by_adam, best), from_truth = distance(best, true_weights());
  std::cout << "both end at the same weights: " << (from_best < 0.01 ? "yes" : "NO")
            << "\nthe weights that made the data are near: " << (from_truth < 0.1 ? "yes" : "NO")
            << '\n';
  return from_best < 0.01 && from_truth < 0.1 ? 0 : 1;
}
