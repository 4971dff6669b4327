#pragma once

#include <array>

#include "workload.hpp"

namespace batch_workloads {

/// Half of the squared residuals of 1,024 equations in 128 unknowns. A point is a row of the matrix
/// and the right side.
struct least_squares {
  static constexpr std::size_t equations = 1024, unknowns = 128;

  static std::string name() { return "least squares"; }
  static numbers point() { return noises(unknowns, 31); }
  static columns data() { return noise_columns(unknowns + 1, equations, 900, 1); }

  template <class W, class X>
  auto operator()(const W& w, const X& x) const {
    element<W> residual = -x[unknowns];
    for (std::size_t j = 0; j < unknowns; ++j) residual += w[j] * x[j];
    return 0.5 * (residual * residual);
  }
  static double rest(const auto&) { return 0; }
  static void add_rest(const numbers&, std::span<double>) {}

  /// Blocks of eight packs: a weight is read once for them, and so is a sum of the gradient.
  static void by_hand(const numbers& w, const columns& x, std::span<double> out) {
    std::array<pack, 1 + unknowns> sums;
    sums.fill(pack(0.0));
    static_assert(equations % block == 0);
    for (std::size_t i = 0; i < equations; i += block) add(w, x, i, sums);
    for (std::size_t j = 0; j < sums.size(); ++j) out[j] = hand::sum_of(sums[j]);
  }

 private:
  using pack = hand::pack;
  static constexpr std::size_t packs = 8, block = packs * hand::pack_size;

  static void add(const numbers& w, const columns& x, std::size_t i,
                  std::array<pack, 1 + unknowns>& sums) {
    const auto at = [&](std::size_t j, std::size_t k) {
      return hand::load(x[j].data() + i + k * hand::pack_size);
    };
    std::array<pack, packs> residuals;
    for (std::size_t k = 0; k < packs; ++k) residuals[k] = -at(unknowns, k);
    for (std::size_t j = 0; j < unknowns; ++j) {
      const pack weight(w[j]);
      for (std::size_t k = 0; k < packs; ++k) {
        residuals[k] = hand::fma(weight, at(j, k), residuals[k]);
      }
    }
    for (std::size_t k = 0; k < packs; ++k) {
      sums[0] = hand::fma(residuals[k] * pack(0.5), residuals[k], sums[0]);
    }
    for (std::size_t j = 0; j < unknowns; ++j) {
      pack even = sums[1 + j], odd(0.0);
      for (std::size_t k = 0; k < packs; k += 2) {
        even = hand::fma(residuals[k], at(j, k), even);
        odd = hand::fma(residuals[k + 1], at(j, k + 1), odd);
      }
      sums[1 + j] = even + odd;
    }
  }
};

}  // namespace batch_workloads
