// Handwritten digits: a network of 64-32-10 neurons learns to read 8x8 pixels.
//
// It writes digits_mistakes.svg (what it misreads), digits_confusion.svg (which digit it takes for
// which), digits_training.svg (how it got there) and digits.txt (its parameters) into the current
// folder.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iomanip>
#include <iostream>
#include <random>
#include <vector>

#include "digits_data.hpp"
#include "digits_pictures.hpp"

namespace cg = ctgrad;
namespace nn = ctgrad::nn;
using nn::activation;

#ifndef DIGITS  // where the data is; the build knows it
#define DIGITS "examples/data/digits.csv"
#endif

constexpr std::size_t epochs = 30;

std::array<double, 10> probabilities(const nn::mlp& net, const digit& d) {
  const cg::no_grad only_numbers;
  const auto shares = cg::softmax(net(d.pixels));
  std::array<double, 10> result{};
  for (std::size_t k = 0; k < 10; ++k) result[k] = shares[k].data();
  return result;
}

nn::confusion_matrix confusion(const nn::mlp& net, const std::vector<digit>& digits) {
  nn::confusion_matrix result(10);
  for (const digit& d : digits) result.add(d.label, nn::argmax(probabilities(net, d)));
  return result;
}

void print(const progress& p) {
  std::cout << "epoch " << std::setw(2) << p.epoch << std::fixed << std::setprecision(4)
            << "  loss " << p.loss << "  held out " << p.held_out_loss << std::setprecision(1)
            << "  accuracy " << 100 * p.held_out_accuracy << " %\n";
}

std::vector<progress> train(nn::mlp& net, const digit_sets& digits) {
  const auto loss = [&](const digit& d) {
    return nn::softmax_cross_entropy(net(d.pixels), d.label);
  };
  std::vector<progress> history;
  const auto note = [&](const nn::epoch_report& r) {
    history.push_back({r.epoch, r.loss, r.watched, confusion(net, digits.training).accuracy(),
                       confusion(net, digits.validation).accuracy()});
    if (r.epoch % 5 == 0) print(history.back());
  };
  nn::adam optimizer(net.parameters(), {.weight_decay = 0.01});
  nn::train(optimizer, digits.training, loss,
            {.epochs = epochs,
             .rate = nn::warm_up(1, nn::cosine_decay(0.01, epochs - 1)),
             .watch = [&] { return nn::mean_loss(digits.validation, loss); },
             .patience = epochs,  // all of them, and then the best parameters
             .on_epoch = note});
  return history;
}

void print(const nn::confusion_matrix& seen) {
  std::cout << "digit  images  precision   recall       F1\n" << std::fixed << std::setprecision(1);
  for (std::size_t k = 0; k < 10; ++k) {
    std::cout << std::setw(5) << k << std::setw(8) << seen.actual(k) << std::setw(9)
              << 100 * seen.precision(k) << " %" << std::setw(7) << 100 * seen.recall(k) << " %"
              << std::setw(7) << 100 * seen.f1(k) << " %\n";
  }
}

std::vector<mistake> mistakes(const nn::mlp& net, const std::vector<digit>& digits) {
  std::vector<mistake> result;
  for (const digit& d : digits) {
    const auto p = probabilities(net, d);
    const auto read_as = static_cast<int>(nn::argmax(p));
    if (read_as != d.label) result.push_back({d, read_as, p});
  }
  std::ranges::sort(result, std::greater(), &mistake::certainty);  // the worst first
  return result;
}

int main(int count, char** arguments) {
  auto digits = read_digits(count > 1 ? arguments[1] : DIGITS);
  std::mt19937_64 engine(1);
  nn::shuffle(digits, engine);
  const digit_sets sets = split(digits);
  nn::mlp net({64, 32, 10}, {activation::relu, activation::linear}, engine);
  std::cout << "digits: " << sets.training.size() << " images to learn from, "
            << sets.validation.size() << " held out, " << sets.test.size()
            << " to test; a network of 64-32-10 with " << net.parameters().size()
            << " parameters\n";

  const auto history = train(net, sets);
  const nn::confusion_matrix seen = confusion(net, sets.test);
  print(seen);
  std::cout << "test accuracy " << 100 * seen.accuracy() << " %\n";

  draw_mistakes("digits_mistakes.svg", mistakes(net, sets.test), sets.test.size());
  draw_confusion("digits_confusion.svg", seen);
  draw_history("digits_training.svg", history);
  nn::save("digits.txt", net);
  std::cout
      << "see digits_mistakes.svg, digits_confusion.svg, digits_training.svg and digits.txt\n";
  return seen.accuracy() >= 0.95 ? 0 : 1;
}
