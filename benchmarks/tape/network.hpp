#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "../hand/slopes.hpp"
#include "two_moons.hpp"
#include "workload.hpp"

namespace tape_workloads {

enum class bend { relu, tanh };

/// A 2-16-16-1 network on a hundred points: the mean hinge loss and 1e-4 of the squared parameters,
/// by all 337 of them.
template <bend Bend>
struct network {
  static constexpr std::size_t width = 16;
  static constexpr std::size_t first = 3 * width, second = (width + 1) * width;
  static constexpr std::size_t parameters = first + second + width + 1;
  static constexpr double decay = 1e-4, share = 1.0 / two_moons::count;

  static std::string name() {
    return Bend == bend::relu ? "network 2-16-16-1, relu" : "network 2-16-16-1, tanh";
  }
  static numbers point() { return noises(parameters, 1000); }
  static std::size_t longest_sum() { return parameters; }

  template <class T>
  T operator()(std::span<const T> w) const {
    std::array<T, width> a, b;
    T loss = 0.0;
    for (std::size_t k = 0; k < two_moons::count; ++k) {
      layer(w.first(first), std::span(moons.points[k]), a);
      layer(w.subspan(first, second), std::span(std::as_const(a)), b);
      const T score = sum_of(w.last(width + 1), std::span(std::as_const(b)));
      loss += relu(1.0 - moons.labels[k] * score);
    }
    T squares = 0.0;
    for (const T& parameter : w) squares += parameter * parameter;
    return loss * share + decay * squares;
  }

  cg::Value fused(std::span<const cg::Value> w) const {
    constexpr auto hinge =
        cg::fused([](auto sum, auto bias, auto label) { return relu(1.0 - label * (sum + bias)); });
    std::array<cg::Value, width> a, b;
    std::array<cg::Value, two_moons::count> losses;
    const auto last = w.last(width + 1);
    for (std::size_t k = 0; k < two_moons::count; ++k) {
      first_fused(w.first(first), moons.points[k], a);
      second_fused(w.subspan(first, second), a, b);
      losses[k] = hinge(cg::dot(last.first(width), b), last[width], moons.labels[k]);
    }
    return cg::sum(losses) * share + decay * cg::dot(w, w);
  }

  double by_hand(std::span<const double> w, std::span<double> gradient) const {
    std::fill(gradient.begin(), gradient.end(), 0.0);
    double loss = 0, squares = 0;
    for (std::size_t k = 0; k < two_moons::count; ++k) loss += sample_by_hand(k, w, gradient);
    for (std::size_t i = 0; i < parameters; ++i) {
      squares += w[i] * w[i];
      gradient[i] += 2 * decay * w[i];
    }
    return loss * share + decay * squares;
  }

 private:
  // -- the text ----------------------------------------------------------------------------------

  template <class T>
  static constexpr T bent(const T& x) {
    using std::tanh;
    if constexpr (Bend == bend::relu) return relu(x);
    if constexpr (Bend == bend::tanh) return tanh(x);
  }

  /// The weights of a neuron stand before its bias.
  template <class T, class X, std::size_t N>
  static T sum_of(std::span<const T> w, std::span<const X, N> x) {
    T sum = w[x.size()];
    for (std::size_t i = 0; i < x.size(); ++i) sum += w[i] * x[i];
    return sum;
  }

  template <class T, class X, std::size_t N>
  static void layer(std::span<const T> w, std::span<const X, N> x, std::array<T, width>& y) {
    for (std::size_t j = 0; j < width; ++j) {
      y[j] = bent(sum_of(w.subspan(j * (x.size() + 1), x.size() + 1), x));
    }
  }

  // -- fused -------------------------------------------------------------------------------------

  using row = std::array<cg::Value, width>;

  static void first_fused(std::span<const cg::Value> w, const std::array<double, 2>& x, row& y) {
    constexpr auto neuron = cg::fused(
        [](auto w0, auto w1, auto b, auto x0, auto x1) { return bent(b + w0 * x0 + w1 * x1); });
    for (std::size_t j = 0; j < width; ++j) {
      y[j] = neuron(w[3 * j], w[3 * j + 1], w[3 * j + 2], x[0], x[1]);
    }
  }

  static void second_fused(std::span<const cg::Value> w, const row& x, row& y) {
    constexpr auto ending = cg::fused([](auto sum, auto bias) { return bent(sum + bias); });
    for (std::size_t j = 0; j < width; ++j) {
      const auto own = w.subspan(j * (width + 1), width + 1);
      y[j] = ending(cg::dot(own.first(width), x), own[width]);
    }
  }

  // -- by hand -----------------------------------------------------------------------------------

  using lanes = std::array<double, width>;

  static double slope([[maybe_unused]] double x, double y) {
    if constexpr (Bend == bend::relu) return y > 0 ? 1 : 0;
    if constexpr (Bend == bend::tanh) return hand::tanh_slope(x, y);
  }

  template <std::size_t N>
  static void layer_by_hand(std::span<const double> w, const std::array<double, N>& x, lanes& y,
                            lanes& slopes) {
    for (std::size_t j = 0; j < width; ++j) {
      const double sum = sum_of(w.subspan(j * (N + 1), N + 1), std::span(x));
      y[j] = bent(sum);
      slopes[j] = slope(sum, y[j]);
    }
  }

  double sample_by_hand(std::size_t k, std::span<const double> w,
                        std::span<double> gradient) const {
    const auto w2 = w.subspan(first, second), w3 = w.last(width + 1);
    lanes a, b, slopes_a, slopes_b, by_a{}, by_b;
    layer_by_hand(w.first(first), moons.points[k], a, slopes_a);
    layer_by_hand(w2, a, b, slopes_b);
    const double margin = 1 - moons.labels[k] * sum_of(w3, std::span(std::as_const(b)));
    if (!(margin > 0)) return 0;
    const double by_score = -moons.labels[k] * share;
    add_neuron(b, by_score, gradient.last(width + 1));
    for (std::size_t j = 0; j < width; ++j) by_b[j] = by_score * w3[j] * slopes_b[j];
    add_layer(a, by_b, gradient.subspan(first, second));
    for (std::size_t j = 0; j < width; ++j) {
      for (std::size_t i = 0; i < width; ++i) by_a[i] += by_b[j] * w2[j * (width + 1) + i];
    }
    for (std::size_t j = 0; j < width; ++j) by_a[j] *= slopes_a[j];
    add_layer(moons.points[k], by_a, gradient.first(first));
    return margin;
  }

  template <std::size_t N>
  static void add_layer(const std::array<double, N>& x, const lanes& by_sums,
                        std::span<double> gradient) {
    for (std::size_t j = 0; j < width; ++j) {
      add_neuron(x, by_sums[j], gradient.subspan(j * (N + 1), N + 1));
    }
  }

  /// Adds the gradient of one neuron by its weights and bias.
  template <std::size_t N>
  static void add_neuron(const std::array<double, N>& x, double by_sum,
                         std::span<double> gradient) {
    for (std::size_t i = 0; i < N; ++i) gradient[i] += by_sum * x[i];
    gradient[N] += by_sum;
  }

  two_moons moons;
};

}  // namespace tape_workloads
