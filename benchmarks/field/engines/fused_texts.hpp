// The workloads as one writes them for Values with the body of the loop as one node.
#pragma once

#include <ctgrad/ctgrad.hpp>
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include "../workloads.hpp"

namespace field {

namespace cg = ctgrad;
using values = std::span<const cg::Value>;

/// A small function is one node as a whole.
template <class Workload>
  requires(std::is_empty_v<Workload> && Workload::inputs <= 21)
cg::Value fused_text(const Workload&, values x) {
  constexpr auto all = cg::fused(Workload{});
  std::array<cg::Value, Workload::inputs> point;
  std::ranges::copy(x, point.begin());
  return all(point);
}

template <std::size_t N>
  requires(N > 21)
cg::Value fused_text(const rosenbrock<N>&, values x) {
  constexpr auto step = cg::fused([](auto sum, auto x_in, auto next) {
    const auto a = next - x_in * x_in;
    const auto b = 1.0 - x_in;
    return sum + (100.0 * a * a + b * b);
  });
  cg::Value sum = 0.0;
  for (std::size_t i = 0; i + 1 < N; ++i) sum = step(sum, x[i], x[i + 1]);
  return sum;
}

template <std::size_t Steps>
cg::Value fused_text(const chain<Steps>&, values x) {
  constexpr auto step = cg::fused([](auto y, auto x_in) { return sin(y) * x_in + y; });
  cg::Value y = x[1];
  for (std::size_t i = 0; i < Steps; ++i) y = step(y, x[0]);
  return y;
}

inline cg::Value fused_text(const asian_call& f, values x) {
  constexpr auto step = cg::fused([](auto spot, auto drift, auto deviation, auto move) {
    return spot * exp(drift + deviation * move);
  });
  const cg::Value drift = (x[1] - 0.5 * x[2] * x[2]) * f.dt, deviation = x[2] * std::sqrt(f.dt);
  std::array<cg::Value, asian_call::steps> spots;
  cg::Value spot = x[0];
  for (std::size_t t = 0; t < f.steps; ++t) {
    spots[t] = spot = step(spot, drift, deviation, f.moves[t]);
  }
  return relu(cg::sum(spots) * (1.0 / f.steps) - f.strike) * exp(-f.expiry * x[1]);
}

inline cg::Value fused_text(const log_sum_exp&, values x) {
  return cg::log_sum_exp(x);
}

// -- the network: a neuron is one node -----------------------------------------------------------

template <bend Bend>
struct fused_layers {
  static constexpr std::size_t width = network<Bend>::width;
  using row = std::array<cg::Value, width>;

  static constexpr auto bent(const auto& x) {
    if constexpr (Bend == bend::relu) return relu(x);
    if constexpr (Bend == bend::tanh) return tanh(x);
  }

  static void first(values w, const std::array<double, 2>& x, row& y) {
    constexpr auto neuron = cg::fused(
        [](auto w0, auto w1, auto b, auto x0, auto x1) { return bent(w0 * x0 + w1 * x1 + b); });
    for (std::size_t j = 0; j < width; ++j) {
      y[j] = neuron(w[3 * j], w[3 * j + 1], w[3 * j + 2], x[0], x[1]);
    }
  }

  static void second(values w, const row& x, row& y) {
    constexpr auto ending = cg::fused([](auto sum, auto bias) { return bent(sum + bias); });
    for (std::size_t j = 0; j < width; ++j) {
      const auto own = w.subspan(j * (width + 1), width + 1);
      y[j] = ending(cg::dot(own.first(width), x), own[width]);
    }
  }
};

template <bend Bend>
cg::Value fused_text(const network<Bend>& f, values w) {
  constexpr auto hinge =
      cg::fused([](auto sum, auto bias, auto label) { return relu(1.0 - label * (sum + bias)); });
  using layers = fused_layers<Bend>;
  typename layers::row a, b;
  std::array<cg::Value, two_moons::count> losses;
  const auto last = w.last(f.width + 1);
  for (std::size_t k = 0; k < losses.size(); ++k) {
    layers::first(w.first(f.first), f.moons.points[k], a);
    layers::second(w.subspan(f.first, f.second), a, b);
    losses[k] = hinge(cg::dot(last.first(f.width), b), last[f.width], f.moons.labels[k]);
  }
  return cg::sum(losses) * f.share + f.decay * cg::dot(w, w);
}

// -- many sums -----------------------------------------------------------------------------------

inline cg::Value fused_text(const product&, values x) {
  constexpr std::size_t n = product::n;
  const auto a = x.first(n * n), b = x.last(n * n);
  std::vector<cg::Value> c(n * n), column(n), diagonal(n);
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < n; ++k) column[k] = b[k * n + j];
    for (std::size_t i = 0; i < n; ++i) c[i * n + j] = cg::dot(a.subspan(i * n, n), column);
  }
  for (std::size_t i = 0; i < n; ++i) diagonal[i] = c[i * n + i];
  return cg::sum(diagonal);
}

inline cg::Value fused_text(const heat&, values x) {
  constexpr auto point_of = cg::fused(
      [](auto left, auto u, auto right, auto rate) { return u + rate * (left - 2.0 * u + right); });
  constexpr std::size_t n = heat::n;
  const cg::Value rate = x[n] * heat::scale;
  std::vector<cg::Value> u(x.begin(), x.begin() + n), next = u;
  for (std::size_t t = 0; t < heat::steps; ++t) {
    for (std::size_t i = 1; i + 1 < n; ++i) next[i] = point_of(u[i - 1], u[i], u[i + 1], rate);
    std::swap(u, next);
  }
  return cg::dot(u, u);
}

}  // namespace field
