// Functions with several results, for Jacobians, and functions for Hessians; with boxes to take
// points from. Written on std::array of any scalar with the mathematical functions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <type_traits>

namespace support {

template <class F, std::size_t Inputs>
struct vector_function {
  static constexpr std::size_t inputs = Inputs;
  const char* name;
  F f;
  std::array<double, Inputs> low, high;
  double truth;             // how far from the oracle entries may lie, in ulps
  std::uint64_t apart = 0;  // and how far from each other when accumulated in another order

  /// The k-th of a fixed sequence of random points of the box.
  [[nodiscard]] std::array<double, Inputs> point(unsigned k) const {
    std::mt19937_64 random(k);
    std::array<double, Inputs> x{};
    for (std::size_t j = 0; j < Inputs; ++j) {
      const double share = static_cast<double>(random() >> 11) * 0x1p-53;
      x[j] = low[j] + (high[j] - low[j]) * share;
    }
    return x;
  }
};

namespace vector_functions {

template <class T>
using vector3 = std::array<T, 3>;

constexpr auto cross = [](const auto& a, const auto& b) {
  return std::array{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2],
                    a[0] * b[1] - a[1] * b[0]};
};

/// A pinhole camera with radial distortion, as in bundle adjustment. Arguments: rotation vector,
/// translation, focal lengths, centre, two distortion coefficients, the point.
constexpr auto camera = []<class T>(const std::array<T, 15>& x) {
  const T angle = sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  const vector3<T> axis{x[0] / angle, x[1] / angle, x[2] / angle}, p{x[12], x[13], x[14]};
  const T c = cos(angle), s = sin(angle);
  const auto turned = cross(axis, p);
  const T along = (axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2]) * (1 - c);
  vector3<T> q;
  for (std::size_t k = 0; k < 3; ++k) {
    q[k] = p[k] * c + turned[k] * s + axis[k] * along + x[3 + k];
  }
  const T u = q[0] / q[2], v = q[1] / q[2];
  const T r2 = u * u + v * v;
  const T distortion = 1 + r2 * (x[10] + r2 * x[11]);
  return std::array{x[6] * distortion * u + x[8], x[7] * distortion * v + x[9]};
};

/// p + 2 u x (u x p + w p) with the quaternion (w, u) and the point p.
constexpr auto quaternion = []<class T>(const std::array<T, 7>& x) {
  const vector3<T> u{x[1], x[2], x[3]}, p{x[4], x[5], x[6]};
  auto t = cross(u, p);
  for (auto& component : t) component = 2 * component;
  const auto s = cross(u, t);
  return vector3<T>{p[0] + x[0] * t[0] + s[0], p[1] + x[0] * t[1] + s[1],
                    p[2] + x[0] * t[2] + s[2]};
};

/// Where the hand of an arm of two links is: two angles, two lengths.
constexpr auto arm = []<class T>(const std::array<T, 4>& x) {
  const T both = x[0] + x[1];
  return std::array{x[2] * cos(x[0]) + x[3] * cos(both), x[2] * sin(x[0]) + x[3] * sin(both)};
};

/// Few inputs and many outputs: forward mode.
constexpr auto harmonics = []<class T>(const std::array<T, 2>& x) {
  std::array<T, 8> y;
  T power = x[0];
  for (std::size_t k = 0; k < 8; ++k) {
    y[k] = power * sin(x[1] * (static_cast<double>(k) + 0.5));
    power = power * x[0];
  }
  return y;
};

/// Pairs of inputs, two sums, two outputs.
constexpr auto moments = []<class T>(const std::array<T, 10>& x) {
  T first = x[0] * x[1], second = exp(x[0]) * x[1];
  for (std::size_t k = 2; k < 10; k += 2) {
    first = first + x[k] * x[k + 1];
    second = second + exp(x[k]) * x[k + 1];
  }
  return std::array{sin(first) * second, first / second};
};

/// Everything goes through one number: neither forward nor reverse.
constexpr auto bottleneck = []<class T>(const std::array<T, 8>& x) {
  T s = sin(x[0]);
  for (std::size_t k = 1; k < 8; ++k) s = s + sin(x[k]) * x[k];
  const T t = tanh(exp(-s * s) * s);
  std::array<T, 8> y;
  for (std::size_t k = 0; k < 8; ++k) y[k] = cos(t + static_cast<double>(k)) * t;
  return y;
};

/// A chain of narrow links, each with a fan of its own: y_k depends on x_0 to x_k.
constexpr auto chain = []<class T>(const std::array<T, 8>& x) {
  std::array<T, 8> y;
  T state = x[0];
  for (std::size_t k = 0; k < 8; ++k) {
    const T a = sin(state), b = exp(-state), c = state * state;
    state = a * b + c * x[k] + a / (1 + c);
    y[k] = state;
  }
  return y;
};

/// Neighbours only: a Jacobian with three entries in a row.
constexpr auto stencil = []<class T>(const std::array<T, 10>& x) {
  std::array<T, 10> y;
  for (std::size_t k = 0; k < 10; ++k) {
    const T flow = exp(x[k] - x[(k + 1) % 10]);
    y[k] = flow * x[(k + 9) % 10] + x[k] * x[k];
  }
  return y;
};

// -- for Hessians: one result ------------------------------------------------------------------

constexpr auto rosenbrock = []<class T>(const std::array<T, 6>& x) {
  T sum = (1 - x[0]) * (1 - x[0]);
  for (std::size_t k = 0; k + 1 < 6; ++k) {
    const T valley = x[k + 1] - x[k] * x[k];
    sum = sum + 100 * valley * valley;
    if (k > 0) sum = sum + (1 - x[k]) * (1 - x[k]);
  }
  return sum;
};

constexpr auto lennard_jones = []<class T>(const std::array<T, 6>& x) {
  T r2 = (x[0] - x[3]) * (x[0] - x[3]);
  for (std::size_t k = 1; k < 3; ++k) r2 = r2 + (x[k] - x[k + 3]) * (x[k] - x[k + 3]);
  const T s6 = 1 / (r2 * r2 * r2);
  return 4 * (s6 * s6 - s6);
};

constexpr auto black_scholes = []<class T>(const std::array<T, 5>& x) {
  const auto& [spot, strike, rate, volatility, years] = x;
  const T deviation = volatility * sqrt(years);
  const T d1 = (log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
  const T d2 = d1 - deviation;
  const double root_half = 0.70710678118654752440;
  return spot * (0.5 * erfc(-d1 * root_half)) -
         strike * exp(-rate * years) * (0.5 * erfc(-d2 * root_half));
};

constexpr auto log_sum_exp = []<class T>(const std::array<T, 6>& x) {
  T sum = exp(x[0]);
  for (std::size_t k = 1; k < 6; ++k) sum = sum + exp(x[k]);
  return log(sum);
};

constexpr auto norm = []<class T>(const std::array<T, 6>& x) {
  T sum = x[0] * x[0];
  for (std::size_t k = 1; k < 6; ++k) sum = sum + x[k] * x[k];
  return sqrt(sum);
};

constexpr auto product = []<class T>(const std::array<T, 8>& x) {
  T all = x[0];
  for (std::size_t k = 1; k < 8; ++k) all = all * x[k];
  return all;
};

template <std::size_t N>
constexpr std::array<double, N> all(double value) {
  std::array<double, N> result{};
  for (auto& x : result) x = value;
  return result;
}

template <std::size_t N, class F>
constexpr vector_function<F, N> entry(const char* name, F f, const std::array<double, N>& low,
                                      const std::array<double, N>& high, double truth,
                                      std::uint64_t apart = 0) {
  return {name, f, low, high, truth, apart};
}

}  // namespace vector_functions

// The bounds are what is reached at the points, rounded up.

/// Calls visit with every function with several results.
constexpr void for_each_vector_function(auto visit) {
  using namespace vector_functions;
  visit(entry<15>("camera 2x15", camera,
                  {-1, -1, 0.2, -1, -1, 4, 300, 300, -9, -9, -.1, -.1, -1, -1, -1},
                  {1, 1, 1, 1, 1, 9, 500, 500, 9, 9, .1, .1, 1, 1, 1}, 9.5, 7));
  visit(entry<7>("quaternion 3x7", quaternion, all<7>(0.1), all<7>(2), 20.2, 8));
  visit(entry<4>("arm 2x4", arm, {-3, -3, .5, .5}, {3, 3, 2, 2}, 1, 0));
  visit(entry<2>("harmonics 8x2", harmonics, {0.5, 0}, {1.5, 6}, 41.5, 1));
  visit(entry<10>("moments 2x10", moments, all<10>(-1), all<10>(1), 19.4, 4));
  visit(entry<8>("bottleneck 8x8", bottleneck, all<8>(-1), all<8>(1), 7.4, 4));
  visit(entry<8>("chain 8x8", chain, all<8>(0.2), all<8>(0.8), 11.5, 9));
  visit(entry<10>("stencil 10x10", stencil, all<10>(-1), all<10>(1), 1.5, 0));
}

/// The i-th result as a function of N numbers.
template <std::size_t N>
constexpr auto component(auto f, std::size_t i) {
  return [=]<class... X>(const X&... x) {
    return f(std::array<std::common_type_t<X...>, N>{x...})[i];
  };
}

/// Calls visit with every function of several arguments and one result.
constexpr void for_each_scalar_function(auto visit) {
  using namespace vector_functions;
  visit(entry<6>("Rosenbrock 6", rosenbrock, all<6>(-1.5), all<6>(1.5), 6.9));
  visit(entry<6>("Lennard-Jones 6", lennard_jones, {.5, .5, .5, -1, -1, -1}, {1, 1, 1, 0, 0, 0},
                 13.2));
  visit(entry<5>("Black-Scholes 5", black_scholes, {80, 80, .01, .1, .25}, {120, 120, .1, .5, 3},
                 29.5));
  visit(entry<6>("log-sum-exp 6", log_sum_exp, all<6>(-2), all<6>(2), 4.8));
  visit(entry<6>("norm 6", norm, all<6>(-2), all<6>(2), 2.2));
  visit(entry<8>("product 8", product, all<8>(0.5), all<8>(2), 2.1));
}

}  // namespace support
