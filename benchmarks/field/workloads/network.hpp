#pragma once

#include "../../hand/slopes.hpp"
#include "../workload.hpp"
#include "two_moons.hpp"

namespace field {

enum class bend { relu, tanh };

/// A 2-16-16-1 network on a hundred points: the mean hinge loss and 1e-4 of the squared parameters,
/// by all 337 of them.
template <bend Bend>
struct network {
  static constexpr std::size_t width = 16;
  static constexpr std::size_t first = 3 * width, second = (width + 1) * width;
  static constexpr std::size_t parameters = first + second + width + 1;
  static constexpr double decay = 1e-4, share = 1.0 / two_moons::count;

  static constexpr const char* key = Bend == bend::relu ? "network_relu" : "network_tanh";
  static constexpr const char* title =
      Bend == bend::relu ? "network 2-16-16-1, relu" : "network 2-16-16-1, tanh";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = parameters, outputs = 1, longest_sum = parameters,
                               operations = two_moons::count * (2 * parameters + 4);

  static numbers point() { return noises(parameters, 1000); }
  two_moons moons;

  template <class X>
  element<X> operator()(const X& w) const {
    using T = element<X>;
    T loss(0.0);
    for (std::size_t k = 0; k < two_moons::count; ++k) {
      loss += term<T>(w, moons.points[k], moons.labels[k]);
    }
    return loss * share + rest<T>(w);
  }

  /// The loss of one point.
  template <class T>
  static T term(const auto& w, const auto& x, const auto& label) {
    std::array<T, width> a, b;
    for (std::size_t j = 0; j < width; ++j) {
      const T sum = w[3 * j] * x[0] + w[3 * j + 1] * x[1] + w[3 * j + 2];
      a[j] = bent(sum);
    }
    for (std::size_t j = 0; j < width; ++j) b[j] = bent(neuron<T>(w, first + j * (width + 1), a));
    const T margin = 1.0 - label * neuron<T>(w, first + second, b);
    return relu(margin);
  }

  /// What is added once.
  template <class T>
  static T rest(const auto& w) {
    T squares(0.0);
    for (std::size_t i = 0; i < parameters; ++i) squares += w[i] * w[i];
    return decay * squares;
  }

  void by_hand(std::span<const double> w, std::span<double> out) const {
    const std::span gradient = out.subspan(1);
    std::fill(gradient.begin(), gradient.end(), 0.0);
    double loss = 0, squares = 0;
    for (std::size_t k = 0; k < two_moons::count; ++k) loss += sample_by_hand(k, w, gradient);
    for (std::size_t i = 0; i < parameters; ++i) {
      squares += w[i] * w[i];
      gradient[i] += 2 * decay * w[i];
    }
    out[0] = loss * share + decay * squares;
  }

 private:
  // -- the text ----------------------------------------------------------------------------------

  template <class T>
  static T bent(const T& x) {
    using std::tanh;
    if constexpr (Bend == bend::relu) return relu(x);
    if constexpr (Bend == bend::tanh) return tanh(x);
  }

  /// The weights of a neuron stand before its bias.
  template <class T>
  static T neuron(const auto& w, std::size_t from, const std::array<T, width>& x) {
    T sum = w[from + width];
    for (std::size_t i = 0; i < width; ++i) sum += w[from + i] * x[i];
    return sum;
  }

  // -- by hand -----------------------------------------------------------------------------------

  using lanes = std::array<double, width>;

  template <std::size_t N>
  static double sum_of(std::span<const double> w, const std::array<double, N>& x) {
    double sum = w[N];
    for (std::size_t i = 0; i < N; ++i) sum += w[i] * x[i];
    return sum;
  }

  static double slope([[maybe_unused]] double x, double y) {
    if constexpr (Bend == bend::relu) return y > 0 ? 1 : 0;
    if constexpr (Bend == bend::tanh) return hand::tanh_slope(x, y);
  }

  template <std::size_t N>
  static void layer_by_hand(std::span<const double> w, const std::array<double, N>& x, lanes& y,
                            lanes& slopes) {
    for (std::size_t j = 0; j < width; ++j) {
      const double sum = sum_of(w.subspan(j * (N + 1), N + 1), x);
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
    const double margin = 1 - moons.labels[k] * sum_of(w3, b);
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
};

}  // namespace field
