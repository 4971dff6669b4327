// Two moons: a network of 2-16-16-1 neurons learns to tell two interlocking crescents apart.
//
// It writes moons_decision.svg (what the network has learned), moons_loss.svg (how it got there)
// and moons.csv (the data) into the current folder.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <iostream>
#include <random>
#include <vector>

#include "moons_data.hpp"
#include "moons_pictures.hpp"

namespace cg = ctgrad;
using cg::Value;
using cg::nn::activation;

constexpr int points = 100, steps = 100;

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
  const auto data = two_moons(points, 0.1, engine);
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
