#pragma once

#include <array>
#include <cmath>

#include "../field/workloads/network.hpp"
#include "../hand/slopes.hpp"
#include "workload.hpp"

namespace batch_workloads {

using field::bend;

/// A 2-16-16-1 network on a hundred points: the mean hinge loss and 1e-4 of the squared parameters,
/// by all 337 of them. A point is two coordinates and a label.
template <bend Bend>
struct network {
  static constexpr std::size_t width = 16, points = field::two_moons::count;
  static constexpr std::size_t first = 3 * width, second = (width + 1) * width;
  static constexpr std::size_t parameters = first + second + width + 1;
  static constexpr double decay = 1e-4, share = 1.0 / points;

  static std::string name() {
    return Bend == bend::relu ? "network 2-16-16-1, relu" : "network 2-16-16-1, tanh";
  }
  static numbers point() { return noises(parameters, 1000); }
  static columns data() {
    const field::two_moons moons;
    columns x(3, numbers(points));
    for (std::size_t i = 0; i < points; ++i) {
      x[0][i] = moons.points[i][0];
      x[1][i] = moons.points[i][1];
      x[2][i] = moons.labels[i];
    }
    return x;
  }

  template <class W, class X>
  auto operator()(const W& w, const X& x) const {
    return field::network<Bend>::template term<element<W>>(w, x, x[2]) * share;
  }

  template <class W>
  auto rest(const W& w) const {
    return field::network<Bend>::template rest<element<W>>(w);
  }

  static void add_rest(const numbers& w, std::span<double> out) {
    double squares = 0;
    for (std::size_t i = 0; i < parameters; ++i) {
      squares += w[i] * w[i];
      out[1 + i] += 2 * decay * w[i];
    }
    out[0] += decay * squares;
  }

  static void by_hand(const numbers& w, const columns& x, std::span<double> out) {
    std::array<hand::pack, 1 + parameters> sums;
    sums.fill(hand::pack(0.0));
    hand::for_each_pack(x[0].size(), [&](std::size_t, const auto& here, std::size_t count) {
      add(w.data(), here(x[0]), here(x[1]), here(x[2]), hand::ones(count), sums);
    });
    for (std::size_t i = 0; i < sums.size(); ++i) out[i] = hand::sum_of(sums[i]);
  }

 private:
  // -- by hand -----------------------------------------------------------------------------------

  using pack = hand::pack;
  using layer = std::array<pack, width>;

  struct bent_and_slope {
    pack y, slope;
  };

  static bent_and_slope bend_by_hand(const pack& x) {
    const pack zero(0.0), one(1.0);
    if constexpr (Bend == bend::relu) {
      return {hand::where_greater(x, zero, x, zero), hand::where_greater(x, zero, one, zero)};
    } else {
      const pack y = hand::tanh(x);
      return {y, one - y * y};
    }
  }

  /// Four neurons at a time, so that four sums are under way.
  static void second_layer(const double* w, const layer& a, layer& b, layer& slopes) {
    for (std::size_t j = 0; j < width; j += 4) {
      const double* const v = w + j * (width + 1);
      std::array<pack, 4> sums;
      for (std::size_t k = 0; k < 4; ++k) sums[k] = pack(v[k * (width + 1) + width]);
      for (std::size_t i = 0; i < width; ++i) {
        for (std::size_t k = 0; k < 4; ++k) {
          sums[k] = hand::fma(pack(v[k * (width + 1) + i]), a[i], sums[k]);
        }
      }
      for (std::size_t k = 0; k < 4; ++k) {
        const auto [y, slope] = bend_by_hand(sums[k]);
        b[j + k] = y;
        slopes[j + k] = slope;
      }
    }
  }

  static void add(const double* w, const pack& x, const pack& y, const pack& label,
                  const pack& real, std::array<pack, 1 + parameters>& sums) {
    layer a, b, slopes_a, slopes_b;
    for (std::size_t j = 0; j < width; ++j) {
      const double* const v = w + 3 * j;
      const auto [bent_sum, slope] =
          bend_by_hand(hand::fma(pack(v[0]), x, hand::fma(pack(v[1]), y, pack(v[2]))));
      a[j] = bent_sum;
      slopes_a[j] = slope;
    }
    second_layer(w + first, a, b, slopes_b);
    const double* const last = w + first + second;
    pack score(last[width]);
    for (std::size_t j = 0; j < width; ++j) score = hand::fma(pack(last[j]), b[j], score);
    const pack margin = pack(1.0) - label * score, zero(0.0), part = real * pack(share);
    sums[0] += hand::where_greater(margin, zero, margin * part, zero);
    const pack by_score = hand::where_greater(margin, zero, -label * part, zero);
    for (std::size_t j = 0; j < width; ++j) slopes_b[j] = slopes_b[j] * (by_score * pack(last[j]));
    pack* const by_w = sums.data() + 1;
    add_neuron(b, by_score, by_w + first + second);
    sweep(w + first, a, slopes_b, slopes_a, by_w + first);
    for (std::size_t j = 0; j < width; ++j) {
      by_w[3 * j] = hand::fma(slopes_a[j], x, by_w[3 * j]);
      by_w[3 * j + 1] = hand::fma(slopes_a[j], y, by_w[3 * j + 1]);
      by_w[3 * j + 2] += slopes_a[j];
    }
  }

  /// Through the second layer: from the adjoints of its sums to those of the first.
  static void sweep(const double* w, const layer& a, const layer& by_b, layer& slopes_a,
                    pack* by_w) {
    layer by_a;
    by_a.fill(pack(0.0));
    for (std::size_t j = 0; j < width; ++j) {
      const double* const v = w + j * (width + 1);
      add_neuron(a, by_b[j], by_w + j * (width + 1));
      for (std::size_t i = 0; i < width; ++i) by_a[i] = hand::fma(by_b[j], pack(v[i]), by_a[i]);
    }
    for (std::size_t i = 0; i < width; ++i) slopes_a[i] = slopes_a[i] * by_a[i];
  }

  static void add_neuron(const layer& x, const pack& by_sum, pack* by_w) {
    for (std::size_t i = 0; i < width; ++i) by_w[i] = hand::fma(by_sum, x[i], by_w[i]);
    by_w[width] += by_sum;
  }
};

}  // namespace batch_workloads
