// Two moons: a network of 2-16-16-1 neurons learns to tell two interlocking crescents apart.
//
// It writes moons_decision.svg (what the network has learned), moons_loss.svg (how it got there)
// and moons.csv (the data) into the current folder.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <cmath>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <random>
#include <sstream>
#include <vector>

#include "moons_pictures.hpp"

namespace cg = ctgrad;
using cg::Value;
using cg::nn::activation;

constexpr int points = 100;
constexpr int steps = 100;

/// Nearly Gaussian: the sum of twelve uniform numbers has variance 1. Unlike
/// std::normal_distribution it gives the same numbers on every standard library.
double gaussian(std::mt19937_64& engine) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += cg::nn::uniform(engine);
  return sum;
}

/// The upper half of a circle, labelled +1, and a lower half that reaches into it, labelled -1.
std::vector<sample> two_moons(double noise, std::mt19937_64& engine) {
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

/// The network's opinion about a point: positive for the upper moon, negative for the lower one.
Value score(const cg::nn::mlp& net, picture::point p) {
  return net({p.x, p.y})[0];
}

double accuracy(const cg::nn::mlp& net, const std::vector<sample>& data) {
  const cg::no_grad only_numbers;
  int right = 0;
  for (const auto& [at, label] : data) right += score(net, at).data() * label > 0 ? 1 : 0;
  return 100.0 * right / points;
}

/// Max-margin loss, 0 for a point that is on its side of the boundary with a score beyond 1, and a
/// little for the size of the parameters.
Value loss_of(const cg::nn::mlp& net, const std::vector<Value*>& parameters,
              const std::vector<sample>& data) {
  Value margins = 0.0;
  for (const auto& [at, label] : data) margins += cg::nn::max_margin(score(net, at), label);
  Value squares = 0.0;
  for (const Value* p : parameters) squares += *p * *p;
  return margins / points + 1e-4 * squares;
}

/// How far the training is: a bar that grows on a terminal, a line every ten steps elsewhere.
void show(cg::nn::progress_bar& bar, int step, const progress& now) {
  std::ostringstream text;
  text << "step " << std::setw(3) << step << std::fixed << std::setprecision(4) << "  loss "
       << now.loss << std::setprecision(0) << "  accuracy " << std::setw(3) << now.accuracy << " %";
  bar.show(static_cast<std::size_t>(step), text.str());
  if (!bar.is_live() && step % 10 == 0) std::cout << text.str() << '\n';
}

std::vector<progress> train(cg::nn::mlp& net, const std::vector<sample>& data) {
  const auto parameters = net.parameters();
  cg::nn::sgd optimizer(parameters, 1.0);
  cg::nn::progress_bar bar(steps, std::cout);
  std::vector<progress> history;
  for (int step = 0; step < steps; ++step) {
    const cg::scope recording;  // what this step records is released at its end
    const Value loss = loss_of(net, parameters, data);
    optimizer.zero_grad();
    loss.backward();
    optimizer.set_rate(1.0 - 0.9 * step / steps);
    optimizer.step();
    history.push_back({loss.data(), accuracy(net, data)});
    show(bar, step + 1, history.back());
  }
  return history;
}

int main() {
  std::mt19937_64 engine(13);
  const auto data = two_moons(0.1, engine);
  cg::nn::mlp net({2, 16, 16, 1}, {activation::relu, activation::relu, activation::linear}, engine);
  std::cout << "two moons: " << points << " points, a network of 2-16-16-1 with "
            << net.parameters().size() << " parameters\n";

  const auto history = train(net, data);
  const double reached = accuracy(net, data);
  std::cout << "training accuracy " << reached << " %\n";

  const cg::no_grad only_numbers;
  draw_decision("moons_decision.svg", data, [&](auto p) { return score(net, p).data(); });
  draw_history("moons_loss.svg", history);
  write_table("moons.csv", data);
  std::cout << "see moons_decision.svg, moons_loss.svg and moons.csv\n";
  return reached == 100 ? 0 : 1;
}
