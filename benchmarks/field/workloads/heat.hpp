#pragma once

#include "../workload.hpp"

namespace field {

/// The heat equation by explicit steps: the sum of the squares of the last state, by the first
/// state and by the diffusivity, which is the last number.
struct heat {
  static constexpr std::size_t n = 200, steps = 500;
  static constexpr double scale = 0.25;  // step in time / (step in space)²
  using state = std::array<double, n>;

  static constexpr const char *key = "heat", *title = "heat equation, 200 x 500";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = n + 1, outputs = 1, operations = 5 * n * steps,
                               longest_sum = n * steps;

  static numbers point() {
    numbers x = noises(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
      const double place = static_cast<double>(i) / static_cast<double>(n - 1);
      x[i] = std::sin(3.141592653589793 * place) + 0.1 * x[i];
    }
    x[n] = 0.9;
    return x;
  }

  template <class X>
  element<X> operator()(const X& x) const {
    using T = element<X>;
    const T rate = x[n] * scale;
    std::vector<T> u(x.begin(), x.begin() + n), next = u;
    for (std::size_t t = 0; t < steps; ++t) {
      for (std::size_t i = 1; i + 1 < n; ++i) {
        next[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
      }
      std::swap(u, next);
    }
    return squares(u);
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    static std::vector<state> history(steps + 1);
    const double rate = x[n] * scale;
    std::copy_n(x.begin(), n, history[0].begin());
    for (std::size_t t = 0; t < steps; ++t) step(history[t], history[t + 1], rate);
    double by_rate = 0;
    state by_u;
    for (std::size_t i = 0; i < n; ++i) by_u[i] = 2 * history[steps][i];
    for (std::size_t t = steps; t-- > 0;) {
      for (std::size_t i = 1; i + 1 < n; ++i) by_rate += by_u[i] * curvature(history[t], i);
      by_u = step_back(by_u, rate);
    }
    out[0] = squares(history[steps]);
    std::copy(by_u.begin(), by_u.end(), out.begin() + 1);
    out[1 + n] = by_rate * scale;
  }

 private:
  template <class State>
  static typename State::value_type squares(const State& u) {
    typename State::value_type sum(0.0);
    for (std::size_t i = 0; i < n; ++i) sum += u[i] * u[i];
    return sum;
  }

  static double curvature(const state& u, std::size_t i) { return u[i - 1] - 2 * u[i] + u[i + 1]; }

  static void step(const state& u, state& next, double rate) {
    next[0] = u[0];
    next[n - 1] = u[n - 1];
    for (std::size_t i = 1; i + 1 < n; ++i) next[i] = u[i] + rate * curvature(u, i);
  }

  /// The ends stay as they are in a step, so nothing but themselves depends on the ends before.
  static state step_back(state by_next, double rate) {
    const double first = by_next[0], last = by_next[n - 1];
    by_next[0] = by_next[n - 1] = 0;
    state by_u;
    for (std::size_t i = 1; i + 1 < n; ++i) by_u[i] = by_next[i] + rate * curvature(by_next, i);
    by_u[0] = first + rate * by_next[1];
    by_u[n - 1] = last + rate * by_next[n - 2];
    return by_u;
  }
};

}  // namespace field
