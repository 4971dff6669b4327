#pragma once

#include <array>

#include "workload.hpp"

namespace batch_workloads {

/// The sum of the squared distances of 10,000 points in 8 dimensions from the nearest of 10
/// centres, by the centres.
struct k_means {
  static constexpr std::size_t points = 10'000, centres = 10, dimensions = 8;

  static std::string name() { return "k-means"; }
  static numbers point() { return noises(centres * dimensions, 77); }
  static columns data() { return noise_columns(dimensions, points, 500, 1.5); }

  template <class W, class X>
  auto operator()(const W& w, const X& x) const {
    auto least = squared_distance(w, 0, x);
    for (std::size_t c = 1; c < centres; ++c) {
      const auto other = squared_distance(w, c, x);
      least = cg::where(other < least, other, least);
    }
    return least;
  }
  static double rest(const auto&) { return 0; }
  static void add_rest(const numbers&, std::span<double>) {}

  static void by_hand(const numbers& w, const columns& x, std::span<double> out) {
    std::array<pack, 1 + centres * dimensions> sums;
    sums.fill(pack(0.0));
    hand::for_each_pack(points, [&](std::size_t, const auto& here, std::size_t count) {
      position at;
      for (std::size_t d = 0; d < dimensions; ++d) at[d] = here(x[d]);
      add(w.data(), at, hand::ones(count), sums);
    });
    for (std::size_t i = 0; i < sums.size(); ++i) out[i] = hand::sum_of(sums[i]);
  }

 private:
  using pack = hand::pack;
  using position = std::array<pack, dimensions>;

  template <class W>
  static element<W> squared_distance(const W& w, std::size_t c, const auto& x) {
    element<W> sum = 0.0;
    for (std::size_t d = 0; d < dimensions; ++d) {
      const auto difference = x[d] - w[c * dimensions + d];
      sum += difference * difference;
    }
    return sum;
  }

  /// Only the nearest centre has a slope; which one it is, is a number in a lane.
  static void add(const double* w, const position& at, const pack& real,
                  std::array<pack, 1 + centres * dimensions>& sums) {
    pack least = distance_by_hand(w, at), nearest(0.0);
    for (std::size_t c = 1; c < centres; ++c) {
      const pack other = distance_by_hand(w + c * dimensions, at);
      nearest = hand::where_greater(least, other, pack(static_cast<double>(c)), nearest);
      least = hand::where_greater(least, other, other, least);
    }
    sums[0] = hand::fma(least, real, sums[0]);
    for (std::size_t c = 0; c < centres; ++c) {
      const pack here = real * pack(2.0);
      const pack k(static_cast<double>(c));
      const pack low = hand::where_greater(k + pack(0.5), nearest, here, pack(0.0));
      const pack slope = hand::where_greater(nearest, k - pack(0.5), low, pack(0.0));
      for (std::size_t d = 0; d < dimensions; ++d) {
        pack& sum = sums[1 + c * dimensions + d];
        sum = hand::fma(slope, pack(w[c * dimensions + d]) - at[d], sum);
      }
    }
  }

  static pack distance_by_hand(const double* centre, const position& at) {
    pack sum(0.0);
    for (std::size_t d = 0; d < dimensions; ++d) {
      const pack difference = at[d] - pack(centre[d]);
      sum = hand::fma(difference, difference, sum);
    }
    return sum;
  }
};

}  // namespace batch_workloads
