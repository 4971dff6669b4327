#pragma once

#include <array>

#include "workload.hpp"

namespace tape_workloads {

/// The trace of the product of two 25 x 25 matrices, all of which is computed.
struct product {
  static constexpr std::size_t n = 25;

  static std::string name() { return "trace of a product, 25x25"; }
  static numbers point() { return noises(2 * n * n, 5); }
  static std::size_t longest_sum() { return n * n; }

  template <class T>
  T operator()(std::span<const T> x) const {
    const auto a = x.first(n * n), b = x.last(n * n);
    std::vector<T> c(n * n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        T sum = 0.0;
        for (std::size_t k = 0; k < n; ++k) sum += a[i * n + k] * b[k * n + j];
        c[i * n + j] = sum;
      }
    }
    T trace = 0.0;
    for (std::size_t i = 0; i < n; ++i) trace += c[i * n + i];
    return trace;
  }

  static cg::Value fused(std::span<const cg::Value> x) {
    const auto a = x.first(n * n), b = x.last(n * n);
    std::vector<cg::Value> c(n * n), column(n), diagonal(n);
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t k = 0; k < n; ++k) column[k] = b[k * n + j];
      for (std::size_t i = 0; i < n; ++i) c[i * n + j] = cg::dot(a.subspan(i * n, n), column);
    }
    for (std::size_t i = 0; i < n; ++i) diagonal[i] = c[i * n + i];
    return cg::sum(diagonal);
  }

  static double by_hand(std::span<const double> x, std::span<double> gradient) {
    const auto a = x.first(n * n), b = x.last(n * n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        gradient[i * n + k] = b[k * n + i];
        gradient[n * n + k * n + i] = a[i * n + k];
      }
    }
    return trace_by_hand(a, b);
  }

 private:
  static double trace_by_hand(std::span<const double> a, std::span<const double> b) {
    static std::array<double, n * n> c;  // static: all of it has to be there
    c.fill(0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t j = 0; j < n; ++j) c[i * n + j] += a[i * n + k] * b[k * n + j];
      }
    }
    double trace = 0;
    for (std::size_t i = 0; i < n; ++i) trace += c[i * n + i];
    return trace;
  }
};

}  // namespace tape_workloads
