// XOR, the smallest problem that a single neuron cannot solve: a hidden layer of four learns it.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <array>
#include <iomanip>
#include <iostream>
#include <random>

namespace cg = ctgrad;
using cg::Value;
using cg::nn::activation;

struct example {
  std::array<int, 2> inputs;
  int target;
};
constexpr std::array<example, 4> examples{{{{0, 0}, 0}, {{0, 1}, 1}, {{1, 0}, 1}, {{1, 1}, 0}}};

Value squared_error(const cg::nn::mlp& net) {
  Value sum = 0.0;
  for (const auto& [inputs, target] : examples) sum += pow(net(inputs)[0] - target, 2);
  return sum;
}

int main() {
  std::mt19937_64 engine(1);
  cg::nn::mlp net({2, 4, 1}, {activation::tanh, activation::sigmoid}, engine);
  cg::nn::sgd optimizer(net.parameters(), 0.5, 0.9);

  std::cout << std::fixed << std::setprecision(4);
  for (int step = 0; step <= 200; ++step) {
    const cg::scope recording;  // what this step records is released at its end
    const Value loss = squared_error(net);
    if (step % 50 == 0)
      std::cout << "step " << std::setw(3) << step << "  loss " << loss.data() << '\n';
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
  }

  const cg::no_grad only_numbers;  // nothing is recorded from here on
  int right = 0;
  for (const auto& [inputs, target] : examples) {
    const double output = net(inputs)[0].data();
    const bool good = (output > 0.5) == (target == 1);
    right += good ? 1 : 0;
    std::cout << inputs[0] << " xor " << inputs[1] << " = " << output
              << (good ? "  right\n" : "  WRONG\n");
  }
  std::cout << right << " of 4 right\n";
  return right == 4 ? 0 : 1;
}
