// Two moons by batches: the network of moons.cpp learns from 4,000 points, 100 in every step.
//
// The loss of one point is recorded once, with its gradient by all 337 parameters; vmean runs it
// over a batch, in SIMD lanes. Beside it stands the same loss on Values, which records all points
// anew. It writes moons_batch_decision.svg and moons_batch_loss.svg into the current folder.
#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/nn/nn.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <numeric>
#include <random>
#include <span>
#include <sstream>
#include <type_traits>
#include <utility>
#include <vector>

#include "moons_batch_pictures.hpp"

namespace {

namespace cg = ctgrad;
using numbers = std::vector<double>;

constexpr std::size_t points = 4000, batch = 100, epochs = 40, steps = points / batch;
constexpr std::size_t width = 16, first = 3 * width, second = (width + 1) * width;
constexpr std::size_t parameters = first + second + width + 1;

// -- the network -------------------------------------------------------------------------------

template <class W>
using scalar = std::remove_cvref_t<decltype(std::declval<const W&>()[0])>;

/// The weights of a neuron stand before its bias.
template <class W>
scalar<W> neuron(const W& w, std::size_t from, const auto& x) {
  scalar<W> sum = w[from + x.size()];
  for (std::size_t i = 0; i < x.size(); ++i) sum += w[from + i] * x[i];
  return sum;
}

constexpr auto score = [](const auto& w, const auto& x) {
  std::array<scalar<std::remove_cvref_t<decltype(w)>>, width> a, b;
  for (std::size_t j = 0; j < width; ++j) a[j] = cg::relu(neuron(w, 3 * j, x));
  for (std::size_t j = 0; j < width; ++j) b[j] = cg::relu(neuron(w, first + j * (width + 1), a));
  return neuron(w, first + second, b);
};

constexpr auto loss = [](const auto& w, const auto& x, const auto& label) {
  return cg::nn::max_margin(score(w, x), label);
};

numbers first_weights(std::mt19937_64& engine) {
  numbers w(parameters, 0.0);
  const auto draw = [&](std::size_t from, std::size_t inputs) {
    const double deviation = std::sqrt(2 / static_cast<double>(inputs));
    for (std::size_t i = 0; i < inputs; ++i) w[from + i] = deviation * cg::nn::normal(engine);
  };
  for (std::size_t j = 0; j < width; ++j) draw(3 * j, 2);
  for (std::size_t j = 0; j < width; ++j) draw(first + j * (width + 1), width);
  draw(first + second, width);
  return w;
}

// -- the data ----------------------------------------------------------------------------------

/// Columns, in a random order, so that a batch is a part of each.
moons two_moons(std::mt19937_64& engine) {
  moons m{numbers(points), numbers(points), numbers(points)};
  for (std::size_t i = 0; i < points; ++i) {
    const bool upper = cg::nn::uniform(engine) < 0.5;
    const double angle = std::numbers::pi * cg::nn::uniform(engine);
    const double dx = 0.2 * cg::nn::normal(engine), dy = 0.2 * cg::nn::normal(engine);
    m.x[i] = (upper ? std::cos(angle) : 1 - std::cos(angle)) + dx;
    m.y[i] = (upper ? std::sin(angle) : 0.5 - std::sin(angle)) + dy;
    m.label[i] = upper ? 1 : -1;
  }
  return m;
}

using coordinates = std::array<std::span<const double>, 2>;

struct part {
  coordinates at;
  std::span<const double> label;
};

part part_of(const moons& m, std::size_t from, std::size_t count) {
  const auto cut = [&](const numbers& x) { return std::span(x).subspan(from, count); };
  return {{cut(m.x), cut(m.y)}, cut(m.label)};
}

// -- the training ------------------------------------------------------------------------------

/// Gradient descent with momentum. The decay of the weights is part of the step.
std::vector<double> train(const auto& derivative, numbers& w, const moons& m) {
  numbers velocity(parameters, 0.0), losses;
  cg::nn::progress_bar bar(epochs * steps, std::cout);
  for (std::size_t step = 0; step < epochs * steps; ++step) {
    const auto [at, label] = part_of(m, step % steps * batch, batch);
    const auto mean = cg::vmean(derivative)(w, at, label);
    const double rate = 0.1 * (1 - 0.95 * static_cast<double>(step) / (epochs * steps));
    for (std::size_t i = 0; i < parameters; ++i) {
      velocity[i] = 0.9 * velocity[i] + mean.gradient[i] + 1e-4 * w[i];
      w[i] -= rate * velocity[i];
    }
    losses.push_back(mean.value);
    bar.show(step + 1, "loss");
  }
  return losses;
}

double accuracy(const numbers& w, const moons& m) {
  const auto [at, label] = part_of(m, 0, points);
  const auto scores = cg::vmap(cg::record(score, w, std::array{0.0, 0.0}))(w, at);
  std::size_t right = 0;
  for (std::size_t i = 0; i < points; ++i) right += scores[i] * label[i] > 0 ? 1 : 0;
  return 100.0 * static_cast<double>(right) / points;
}

// -- beside Values -----------------------------------------------------------------------------

/// The gradient of a batch, recorded by Values.
numbers by_values(const numbers& at, const moons& m) {
  const cg::scope recording;
  const auto w = cg::variables(at);
  cg::Value sum = 0.0;
  for (std::size_t i = 0; i < batch; ++i) {
    sum += loss(w, std::array{m.x[i], m.y[i]}, m.label[i]);
  }
  cg::Value(sum / batch).backward();
  numbers gradient;
  for (const auto& weight : w) gradient.push_back(weight.grad());
  return gradient;
}

/// Microseconds, the least of many runs.
double least_time(int runs, auto run) {
  using clock = std::chrono::steady_clock;
  double least = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = clock::now();
    run();
    const std::chrono::duration<double, std::micro> taken = clock::now() - start;
    least = std::min(least, taken.count());
  }
  return least;
}

double difference(const numbers& a, const numbers& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

/// True if both gradients agree.
bool compare(const auto& derivative, const numbers& w, const moons& m) {
  const part p = part_of(m, 0, batch);
  numbers recorded, swept;
  const auto vmean = cg::vmean(derivative);
  const double fast = least_time(200, [&] { recorded = vmean(w, p.at, p.label).gradient; });
  const double slow = least_time(50, [&] { swept = by_values(w, m); });
  std::cout << std::fixed << std::setprecision(1) << "a gradient of 100 points takes " << fast
            << " us, by Values " << slow << " us: " << slow / fast << " times\n";
  return difference(recorded, swept) < 1e-12;
}

}  // namespace

int main() {
  std::mt19937_64 engine(13);
  const moons m = two_moons(engine);
  numbers w = first_weights(engine);
  const auto derivative =
      cg::value_and_gradient<cg::wrt<0>>(cg::record(loss, w, std::array{0.0, 0.0}, 1.0));
  const bool agree = compare(derivative, w, m);
  std::cout << "both agree: " << (agree ? "yes" : "NO") << '\n';

  const auto losses = train(derivative, w, m);
  const double reached = accuracy(w, m);
  std::cout << epochs * steps << " steps of 100 points each\nloss " << std::setprecision(3)
            << losses.front() << " -> "
            << std::accumulate(losses.end() - steps, losses.end(), 0.0) / steps << "\naccuracy "
            << std::setprecision(1) << reached << " %\n";
  draw_decision("moons_batch_decision.svg", m,
                [&](picture::point p) { return score(w, std::array{p.x, p.y}); });
  draw_losses("moons_batch_loss.svg", losses, steps);
  std::cout << "see moons_batch_decision.svg and moons_batch_loss.svg\n";
  return agree && reached > 95 ? 0 : 1;
}
