// Functions as users write them, each one text for all engines, with the box they are tested in.
//
// `engines` is how far the gradients of two engines may lie apart and `truth` how far from the
// oracle, in ulps; `forward` and `forward_truth` say the same of forward mode, which multiplies and
// adds in another order. All are what is reached on the points of the box, rounded up. Values of
// all engines are identical to the last bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engines.hpp"

namespace support {

template <class F, std::size_t N>
struct corpus_function {
  static constexpr std::size_t arguments = N;
  const char* name;
  F f;
  std::array<double, N> low, high;
  std::uint64_t engines;
  double truth;
  std::uint64_t forward;
  double forward_truth;

  /// Fixed pseudo-random points of the box (splitmix64).
  [[nodiscard]] std::vector<std::array<double, N>> points(std::size_t count) const {
    std::uint64_t state = 20240607;
    std::vector<std::array<double, N>> result(count);
    for (auto& point : result) {
      for (std::size_t k = 0; k < N; ++k) {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        const double share = static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
        point[k] = low[k] + (high[k] - low[k]) * share;
      }
    }
    return result;
  }
};

namespace corpus_functions {

using namespace functions;

inline constexpr auto neuron = [](auto x1, auto x2, auto w1, auto w2, auto b) {
  return tanh(x1 * w1 + x2 * w2 + b);
};

inline constexpr auto sum_times_exp = [](auto x, auto y, auto z) {
  return (x + y + z) * exp(x * y * z);
};

inline constexpr auto himmelblau = [](auto x, auto y) {
  auto u = x * x + y - 11;
  auto v = x + y * y - 7;
  return u * u + v * v;
};

inline constexpr auto rosenbrock = [](auto x, auto y) {
  auto valley = y - x * x;
  return 100 * valley * valley + (1 - x) * (1 - x);
};

inline constexpr auto black_scholes = [](auto spot, auto strike, auto rate, auto volatility,
                                         auto years) {
  auto deviation = volatility * sqrt(years);
  auto d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
  auto d2 = d1 - deviation;
  const double root_half = 0.70710678118654752440;
  return spot * (0.5 * erfc(-d1 * root_half)) -
         strike * exp(-rate * years) * (0.5 * erfc(-d2 * root_half));
};

inline constexpr auto logistic_loss = [](auto x, auto y, auto w, auto b) {
  return log(1 + exp(-y * (w * x + b)));
};

inline constexpr auto gate = [](auto x, auto y, auto z) {
  auto open = sigmoid(x);
  return open * tanh(y) + (1 - open) * z;
};

inline constexpr auto powers = [](auto x, auto y) {
  return pow(x, y) + pow(x, 2.5) + pow(y, 3) * pow(2, x);
};

inline constexpr auto whole_powers = [](auto x, auto y) {
  return pow(x, -3) + pow(y, 7) - pow(x * y, 2) / pow(x + y, 5);
};

inline constexpr auto rational = [](auto x, auto y, auto z) {
  return (x * y + z / (x + y)) / (3 + z * y);
};

inline constexpr auto lennard_jones = [](auto x, auto y, auto z) {
  auto r2 = x * x + y * y + z * z;
  auto s6 = 1 / (r2 * r2 * r2);
  return 4 * (s6 * s6 - s6);
};

inline constexpr auto bell = [](auto x, auto mean, auto sigma) {
  auto t = (x - mean) / sigma;
  return exp(-t * t / 2) / (sigma * 2.5066282746310002);
};

inline constexpr auto huber = [](auto x, auto y) {
  auto d = x - y;
  return where(abs(d) < 1, d * d / 2, abs(d) - 0.5);
};

inline constexpr auto kepler = [](auto anomaly, auto eccentricity, auto mean) {
  auto residual = anomaly - eccentricity * sin(anomaly) - mean;
  return residual * residual;
};

inline constexpr auto great_circle = [](auto lat1, auto lat2, auto lon) {
  auto a = sin((lat2 - lat1) / 2);
  auto b = sin(lon / 2);
  return sqrt(a * a + cos(lat1) * cos(lat2) * b * b);
};

inline constexpr auto cross_entropy = [](auto a, auto b, auto c) {
  auto top = max(a, max(b, c));
  return log(exp(a - top) + exp(b - top) + exp(c - top)) + top - b;
};

inline constexpr auto hinge = [](auto x, auto y, auto margin) {
  return relu(margin - x * y) * max(x, 0.5) + 3 * min(x * y, 2.0) + abs(x) / 4;
};

inline constexpr auto damped = [](auto t, auto rate, auto omega) {
  return exp(-rate * t) * (cos(omega * t) + rate / omega * sin(omega * t));
};

// Loops and reassignment: functions and Values, not formulas.

inline constexpr auto horner = [](auto x, auto a) {
  auto sum = x - x;
  for (int i = 0; i < 8; ++i) sum = sum * x + (a + i);
  return sum;
};

inline constexpr auto newton_root = [](auto x) {
  auto y = x;
  for (int i = 0; i < 6; ++i) y = (y + x / y) / 2;
  return y;
};

inline constexpr auto logistic_map = [](auto x, auto rate) {
  for (int i = 0; i < 3; ++i) x = rate * x * (1 - x);
  return x;
};

inline constexpr auto runge_kutta = [](auto x, auto v, auto k) {
  const auto force = [&](const auto& at) { return -k * at; };  // a local lambda
  for (int i = 0; i < 3; ++i) {
    const double h = 0.125;
    auto half_x = x + v * (h / 2), half_v = v + force(x) * (h / 2);
    x += half_v * h;
    v += force(half_x) * h;
  }
  return x * x * k + v * v;
};

template <class F, std::size_t N>
constexpr corpus_function<F, N> entry(const char* name, F f, const double (&low)[N],
                                      const double (&high)[N], std::uint64_t engines, double truth,
                                      std::uint64_t forward, double forward_truth) {
  corpus_function<F, N> result{name, f, {}, {}, engines, truth, forward, forward_truth};
  for (std::size_t k = 0; k < N; ++k) result.low[k] = low[k], result.high[k] = high[k];
  return result;
}

}  // namespace corpus_functions

/// Calls visit with every function of the corpus that is a formula too.
void for_each_formula(auto visit) {
  using namespace corpus_functions;
  visit(entry("neuron", neuron, {-1, -1, -1, -1, -0.5}, {1, 1, 1, 1, 0.5}, 0, 2.7, 0, 2.7));
  visit(entry("sum times exp", sum_times_exp, {0.1, 0.1, 0.1}, {2, 2, 2}, 0, 3.2, 2, 3.2));
  visit(entry("Himmelblau", himmelblau, {-5, -5}, {5, 5}, 2, 14.2, 0, 14.2));
  visit(entry("Rosenbrock", rosenbrock, {-2, -2}, {2, 2}, 1, 12.9, 2, 13.9));
  visit(entry("Black-Scholes", black_scholes, {80, 80, 0.01, 0.1, 0.25}, {120, 120, 0.1, 0.5, 3},
              39, 18.4, 65, 12.1));
  visit(entry("logistic loss", logistic_loss, {-2, -1, -2, -1}, {2, 1, 2, 1}, 2, 2.5, 2, 1.9));
  visit(entry("gate", gate, {-3, -2, -2}, {3, 2, 2}, 0, 17.6, 6, 17.6));
  visit(entry("powers", powers, {1.1, 0.2}, {3, 3}, 2, 1.5, 1, 1.5));
  visit(entry("whole powers", whole_powers, {0.5, 0.5}, {2, 2}, 3, 3.7, 3, 3.7));
  visit(entry("rational", rational, {0.5, 0.5, 0.5}, {4, 4, 4}, 16, 34, 16, 34));
  visit(entry("Lennard-Jones", lennard_jones, {0.4, 0.4, 0.4}, {1, 1, 1}, 19, 34.1, 24, 44.4));
  visit(entry("bell", bell, {-2, -1, 0.5}, {2, 1, 2}, 32, 23.9, 16, 18.1));
  visit(entry("Huber", huber, {-2, -2}, {2, 2}, 0, 0, 0, 0));
  visit(entry("Kepler", kepler, {0, 0.1, 0}, {6, 0.9, 6}, 0, 29.8, 4, 29.8));
  visit(entry("great circle", great_circle, {-1, -1, 0.1}, {1, 1, 3}, 8, 10.4, 17, 10.5));
  visit(entry("cross entropy", cross_entropy, {-3, -3, -3}, {3, 3, 3}, 8, 2.5, 4, 5.6));
  visit(entry("hinge", hinge, {0.1, 0.1, 0.5}, {2, 2, 1.5}, 2, 1.8, 2, 1.8));
  visit(entry("damped", damped, {0, 0.1, 1}, {3, 1, 5}, 64, 7, 16, 9.3));
}

/// Calls visit with every function of the corpus.
void for_each_function(auto visit) {
  using namespace corpus_functions;
  for_each_formula(visit);
  visit(entry("Horner", horner, {-1.5, -2}, {1.5, 2}, 1, 3.5, 8, 2.4));
  visit(entry("Newton's root", newton_root, {0.5}, {4}, 0, 1.2, 1, 1.2));
  visit(entry("logistic map", logistic_map, {0.02, 2}, {0.08, 2.5}, 0, 2.8, 4, 4.2));
  visit(entry("Runge-Kutta", runge_kutta, {-1, -1, 0.5}, {1, 1, 4}, 27, 32.3, 23, 30.3));
}

}  // namespace support
