#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "workload.hpp"

namespace batch_workloads {

/// The logarithm of the likelihood of 1,000 points in 10 dimensions under a mixture of 25
/// Gaussians, without its constants, by all 1,650 parameters, arranged as in ADBench: logarithms of
/// weights, means, and for each Gaussian the triangular root of the inverse covariance: the
/// logarithms of its diagonal, then what is below, column by column.
struct gaussian_mixture {
  static constexpr std::size_t points = 1000, count = 25, dimensions = 10;
  static constexpr std::size_t below = dimensions * (dimensions - 1) / 2;
  static constexpr std::size_t means = count, roots = means + count * dimensions;
  static constexpr std::size_t parameters = roots + count * (dimensions + below);

  static std::string name() { return "Gaussian mixture"; }
  static numbers point() { return noises(parameters, 333); }
  static columns data() { return noise_columns(dimensions, points, 60'000, 3); }

  template <class W, class X>
  auto operator()(const W& w, const X& x) const {
    std::array<element<W>, count> terms;
    for (std::size_t k = 0; k < count; ++k) terms[k] = w[k] + logarithm(w, k, x);
    return cg::log_sum_exp(terms);
  }

  template <class W>
  auto rest(const W& w) const {
    std::array<element<W>, count> weights;
    for (std::size_t k = 0; k < count; ++k) weights[k] = w[k];
    return -static_cast<double>(points) * cg::log_sum_exp(weights);
  }

  static void add_rest(const numbers& w, std::span<double> out) {
    double top = w[0], total = 0;
    for (std::size_t k = 1; k < count; ++k) top = std::max(top, w[k]);
    for (std::size_t k = 0; k < count; ++k) total += std::exp(w[k] - top);
    out[0] -= static_cast<double>(points) * (top + std::log(total));
    for (std::size_t k = 0; k < count; ++k) {
      out[1 + k] -= static_cast<double>(points) * std::exp(w[k] - top) / total;
    }
  }

  /// Tiles of points: the shares of all Gaussians in them first, then one Gaussian after the other,
  /// so that the sums of its slopes stay in the cache. What is below an exponential of a parameter
  /// is computed once.
  static void by_hand(const numbers& w, const columns& x, std::span<double> out) {
    std::fill(out.begin(), out.end(), 0.0);
    std::array<root, count> q;
    for (std::size_t k = 0; k < count; ++k) q[k] = root_of(w, k);
    for (std::size_t i = 0; i < points; i += tile * hand::pack_size) add_tile(w, q, x, i, out);
  }

 private:
  // -- the text ----------------------------------------------------------------------------------

  template <class W>
  static element<W> logarithm(const W& w, std::size_t k, const auto& x) {
    const std::size_t mean = means + k * dimensions, q = roots + k * (dimensions + below);
    std::array<element<W>, dimensions> centred, whitened;
    element<W> logs = 0.0, square = 0.0;
    for (std::size_t d = 0; d < dimensions; ++d) centred[d] = x[d] - w[mean + d];
    for (std::size_t d = 0; d < dimensions; ++d) {
      whitened[d] = cg::exp(w[q + d]) * centred[d];
      logs += w[q + d];
    }
    std::size_t next = q + dimensions;
    for (std::size_t e = 0; e < dimensions; ++e) {
      for (std::size_t d = e + 1; d < dimensions; ++d) whitened[d] += w[next++] * centred[e];
    }
    for (const auto& t : whitened) square += t * t;
    return logs - 0.5 * square;
  }

  // -- by hand -----------------------------------------------------------------------------------

  using pack = hand::pack;
  using position = std::array<pack, dimensions>;
  static constexpr std::size_t tile = 16;

  struct root {
    std::array<double, dimensions> diagonal;
    const double* below;
    const double* mean;
    double offset;  // the weight and the determinant, as logarithms
  };

  static root root_of(const numbers& w, std::size_t k) {
    const double* const logs = w.data() + roots + k * (dimensions + below);
    root q{{}, logs + dimensions, w.data() + means + k * dimensions, w[k]};
    for (std::size_t d = 0; d < dimensions; ++d) {
      q.diagonal[d] = std::exp(logs[d]);
      q.offset += logs[d];
    }
    return q;
  }

  struct tile_of_points {
    std::size_t packs = 0;
    std::array<position, tile> at;
    std::array<pack, tile> real;
    std::array<std::array<pack, tile>, count> shares;
  };

  static void add_tile(const numbers&, const std::array<root, count>& q, const columns& x,
                       std::size_t i, std::span<double> out) {
    tile_of_points t;
    const std::size_t n = std::min(points - i, tile * hand::pack_size);
    hand::for_each_pack(n, [&](std::size_t from, const auto& here, std::size_t real) {
      static_cast<void>(from);
      for (std::size_t d = 0; d < dimensions; ++d) {
        t.at[t.packs][d] = here(std::span(x[d]).subspan(i, n));
      }
      t.real[t.packs++] = hand::ones(real);
    });
    for (std::size_t p = 0; p < t.packs; ++p) out[0] += hand::sum_of(find_shares(q, t, p));
    for (std::size_t k = 0; k < count; ++k) add_slopes(q[k], t, k, out);
  }

  static void whiten(const root& q, const position& at, position& centred, position& whitened) {
    for (std::size_t d = 0; d < dimensions; ++d) {
      centred[d] = at[d] - pack(q.mean[d]);
      whitened[d] = pack(q.diagonal[d]) * centred[d];
    }
    const double* l = q.below;
    for (std::size_t e = 0; e < dimensions; ++e) {
      for (std::size_t d = e + 1; d < dimensions; ++d) {
        whitened[d] = hand::fma(pack(*l++), centred[e], whitened[d]);
      }
    }
  }

  /// Returns the logarithms of the likelihoods of a pack of points.
  static pack find_shares(const std::array<root, count>& q, tile_of_points& t, std::size_t p) {
    position centred, whitened;
    std::array<pack, count> logs;
    for (std::size_t k = 0; k < count; ++k) {
      whiten(q[k], t.at[p], centred, whitened);
      pack square(0.0);
      for (const pack& y : whitened) square = hand::fma(y, y, square);
      logs[k] = hand::fma(pack(-0.5), square, pack(q[k].offset));
    }
    pack top = logs[0], total(0.0);
    for (const pack& y : logs) top = hand::where_greater(y, top, y, top);
    for (pack& y : logs) {
      y = hand::exp(y - top);
      total += y;
    }
    const pack scale = t.real[p] / total;
    for (std::size_t k = 0; k < count; ++k) t.shares[k][p] = logs[k] * scale;
    return t.real[p] * (top + hand::log(total));
  }

  static void add_slopes(const root& q, const tile_of_points& t, std::size_t k,
                         std::span<double> out) {
    pack by_weight(0.0);
    position by_mean, by_log;
    std::array<pack, below> by_below;
    by_mean.fill(pack(0.0));
    by_log.fill(pack(0.0));
    by_below.fill(pack(0.0));
    for (std::size_t p = 0; p < t.packs; ++p) {
      by_weight += t.shares[k][p];
      add_slopes_at(q, t.at[p], t.shares[k][p], by_mean, by_log, by_below);
    }
    double* const slopes = out.data() + 1;
    slopes[k] += hand::sum_of(by_weight);
    for (std::size_t d = 0; d < dimensions; ++d) {
      slopes[means + k * dimensions + d] += hand::sum_of(by_mean[d]);
      slopes[roots + k * (dimensions + below) + d] +=
          hand::sum_of(by_weight) - q.diagonal[d] * hand::sum_of(by_log[d]);
    }
    double* const by_root = slopes + roots + k * (dimensions + below) + dimensions;
    for (std::size_t j = 0; j < below; ++j) by_root[j] -= hand::sum_of(by_below[j]);
  }

  static void add_slopes_at(const root& q, const position& at, const pack& share, position& by_mean,
                            position& by_log, std::array<pack, below>& by_below) {
    position centred, whitened;
    whiten(q, at, centred, whitened);
    for (pack& y : whitened) y = y * share;
    for (std::size_t d = 0; d < dimensions; ++d) {
      by_log[d] = hand::fma(whitened[d], centred[d], by_log[d]);
      by_mean[d] = hand::fma(pack(q.diagonal[d]), whitened[d], by_mean[d]);
    }
    std::size_t next = 0;
    for (std::size_t e = 0; e < dimensions; ++e) {
      for (std::size_t d = e + 1; d < dimensions; ++d, ++next) {
        by_below[next] = hand::fma(whitened[d], centred[e], by_below[next]);
        by_mean[e] = hand::fma(pack(q.below[next]), whitened[d], by_mean[e]);
      }
    }
  }
};

}  // namespace batch_workloads
