// Logistic regression: which line tells two groups apart, and how sure is it? Three weights by
// Newton's method; gradient and Hessian are those of a function on data that is known at run time.
#include <ctgrad/ctgrad.hpp>

#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <vector>

#include "chart.hpp"
#include "solve.hpp"

namespace cg = ctgrad;

struct groups {
  std::vector<picture::point> low, high;
};

/// Two clouds that overlap, the same on every machine.
groups draw_groups() {
  groups result;
  for (int i = 0; i < 40; ++i) {
    const double x = 1.3 * std::sin(12.9898 * i + 1), y = 1.3 * std::sin(78.233 * i + 2);
    result.low.push_back({x - 0.7, y - 0.5});
    result.high.push_back({0.8 - y, 0.6 + x});
  }
  return result;
}

int main() {
  const groups data = draw_groups();
  // -log of the likelihood, and a little for the size of the weights.
  const auto loss = [&](const auto& w) {
    const auto score = [&](const picture::point& p) { return w[0] * p.x + w[1] * p.y + w[2]; };
    auto sum = 0.01 * (w[0] * w[0] + w[1] * w[1]);
    for (const auto& p : data.low) sum += softplus(score(p));
    for (const auto& p : data.high) sum += softplus(-score(p));
    return sum;
  };

  std::vector<double> w(3, 0.0);
  double slope = 1;
  std::cout << std::fixed << std::setprecision(6) << "step       loss     slope\n";
  for (int step = 0; slope > 1e-9 && step < 12; ++step) {
    const auto [value, gradient, hessian] = cg::value_gradient_hessian(cg::dynamic(loss))(w);
    const std::vector<double> by = solve(hessian, gradient);
    slope = std::hypot(gradient[0], gradient[1], gradient[2]);
    for (std::size_t k = 0; k < w.size(); ++k) w[k] -= by[k];
    std::cout << std::setw(4) << step << std::setw(11) << value << std::setw(10) << slope << '\n';
  }
  std::cout << "weights " << w[0] << ' ' << w[1] << ' ' << w[2] << '\n';

  picture::chart chart("Logistic regression", "A line between two groups, and where it is sure",
                       {-2.5, 2.5}, {-2.2, 2.4});
  const auto where = [&](double odds) {  // the line on which log(odds) is the score
    return picture::curve([&, odds](double x) { return (odds - w[2] - w[0] * x) / w[1]; },
                          {-2.5, 2.5}, 1);
  };
  chart.dots("one group", data.low, picture::blue);
  chart.dots("the other", data.high, picture::orange);
  chart.line("as likely as not", where(0), picture::ink);
  const std::string thin = "stroke-opacity='0.6' stroke-dasharray='6 5'";
  chart.line("one in ten", where(std::log(9)), picture::ink, thin);
  chart.line("", where(-std::log(9)), picture::ink, thin);
  chart.save("logistic_line.svg", "x", "y");
  return slope < 1e-9 ? 0 : 1;
}
