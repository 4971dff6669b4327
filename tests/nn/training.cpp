// Whole trainings: the last three rows of the seed cases, and flat memory while they run.
#include <boost/test/unit_test.hpp>

#include <array>
#include <numbers>

#include "support.hpp"

using cg::nn::mlp;
using cg::nn::sgd;

BOOST_AUTO_TEST_SUITE(training)

struct sample {
  std::vector<double> x;
  double y;
};

Value squared_errors(const mlp& net, const std::vector<sample>& samples) {
  Value sum = 0.0;
  for (const auto& [x, y] : samples) sum += pow(net(x)[0] - y, 2);
  return sum;
}

/// One step of gradient descent in a scope of its own; returns the loss before it.
template <class Loss>
double descend(sgd& optimizer, Loss loss) {
  const cg::scope recording;
  const Value l = loss();
  optimizer.zero_grad();
  l.backward();
  optimizer.step();
  return l.data();
}

BOOST_AUTO_TEST_CASE(the_loss_of_a_small_tanh_network_falls_at_every_step) {
  const std::vector<sample> samples{
      {{2, 3, -1}, 1}, {{3, -1, .5}, -1}, {{.5, 1, 1}, -1}, {{1, 1, -1}, 1}};
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    std::mt19937_64 engine(seed);
    mlp net({3, 4, 4, 1}, {activation::tanh, activation::tanh, activation::tanh}, engine);
    sgd optimizer(net.parameters(), 0.01);
    const auto loss = [&] { return squared_errors(net, samples); };
    double before = loss().data() + 1;
    for (int step = 0; step < 20; ++step) {
      const double now = descend(optimizer, loss);
      BOOST_TEST(now < before, "seed " << seed << ", step " << step);
      before = now;
    }
    BOOST_TEST(loss().data() < before);
  }
}

BOOST_AUTO_TEST_CASE(xor_is_learned) {
  const std::vector<sample> samples{{{0, 0}, 0}, {{0, 1}, 1}, {{1, 0}, 1}, {{1, 1}, 0}};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    std::mt19937_64 engine(seed);
    mlp net({2, 4, 1}, {activation::tanh, activation::sigmoid}, engine);
    sgd optimizer(net.parameters(), 0.5, 0.9);
    for (int step = 0; step < 200; ++step) {
      descend(optimizer, [&] { return squared_errors(net, samples); });
    }
    for (const auto& [x, y] : samples) BOOST_TEST(std::abs(net(x)[0].data() - y) < 0.1);
  }
}

// -- two moons ---------------------------------------------------------------------------------

double gaussian(std::mt19937_64& engine) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += cg::nn::uniform(engine);
  return sum;
}

std::vector<sample> two_moons(std::mt19937_64& engine) {
  std::vector<sample> result;
  for (int i = 0; i < 50; ++i) {
    const double c = std::cos(std::numbers::pi * i / 49), s = std::sin(std::numbers::pi * i / 49);
    for (const double label : {1.0, -1.0}) {
      const double x = (label > 0 ? c : 1 - c) + 0.1 * gaussian(engine);
      const double y = (label > 0 ? s : 0.5 - s) + 0.1 * gaussian(engine);
      result.push_back({{x, y}, label});
    }
  }
  return result;
}

Value margin_loss(const mlp& net, const std::vector<Value*>& parameters,
                  const std::vector<sample>& samples) {
  Value margins = 0.0, squares = 0.0;
  for (const auto& [x, y] : samples) margins += relu(1 - y * net(x)[0]);
  for (const Value* p : parameters) squares += *p * *p;
  return margins / static_cast<double>(samples.size()) + 1e-4 * squares;
}

auto count_right(const mlp& net, const std::vector<sample>& samples) {
  const cg::no_grad only_numbers;
  return std::ranges::count_if(samples,
                               [&](const sample& s) { return net(s.x)[0].data() * s.y > 0; });
}

BOOST_AUTO_TEST_CASE(two_moons_are_learned_in_flat_memory) {
  const auto& tape = cg::basic_tape<double>::current();
  for (const std::uint64_t seed : {4U, 6U, 13U}) {
    std::mt19937_64 engine(seed);
    const auto samples = two_moons(engine);
    mlp net({2, 16, 16, 1}, {activation::relu, activation::relu, activation::linear}, engine);
    const auto parameters = net.parameters();
    sgd optimizer(parameters, 1.0);
    const auto before = tape.size();
    for (int step = 0; step < 100; ++step) {
      optimizer.set_rate(1.0 - 0.9 * step / 100);
      descend(optimizer, [&] { return margin_loss(net, parameters, samples); });
      BOOST_TEST_REQUIRE(tape.size() == before);
    }
    BOOST_TEST(count_right(net, samples) == 100, "seed " << seed);
  }
}

BOOST_AUTO_TEST_SUITE_END()
