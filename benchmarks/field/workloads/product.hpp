#pragma once

#include "../workload.hpp"

namespace field {

/// The trace of the product of two 25 x 25 matrices, all of which is computed.
struct product {
  static constexpr std::size_t n = 25;

  static constexpr const char *key = "product", *title = "trace of a product, 25x25";
  static constexpr kind what = kind::gradient;
  static constexpr std::size_t inputs = 2 * n * n, outputs = 1, operations = 2 * n * n * n,
                               longest_sum = n * n;

  static numbers point() { return noises(2 * n * n, 5); }

  template <class X>
  element<X> operator()(const X& x) const {
    using T = element<X>;
    std::vector<T> c(n * n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        T sum(0.0);
        for (std::size_t k = 0; k < n; ++k) sum += x[i * n + k] * x[n * n + k * n + j];
        c[i * n + j] = sum;
      }
    }
    T trace(0.0);
    for (std::size_t i = 0; i < n; ++i) trace += c[i * n + i];
    return trace;
  }

  static void by_hand(std::span<const double> x, std::span<double> out) {
    const std::span gradient = out.subspan(1);
    const auto a = x.first(n * n), b = x.last(n * n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        gradient[i * n + k] = b[k * n + i];
        gradient[n * n + k * n + i] = a[i * n + k];
      }
    }
    out[0] = trace_by_hand(a, b);
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

}  // namespace field
