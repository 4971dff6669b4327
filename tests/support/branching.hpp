// Functions whose control flow depends on the data.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace support {

/// The root of y^3 + a y = b, by Newton's method until it stands, and then some: what is
/// differentiated converges later than the value.
inline constexpr auto newton = [](auto a, auto b) {
  auto y = b / (1 + a);
  int more = 5;
  while (more > 0) {
    const auto step = (y * y * y + a * y - b) / (3 * y * y + a);
    y = y - step;
    if (step < 1e-9 && step > -1e-9) --more;
  }
  return y * y;
};

/// Gauss: the arithmetic-geometric mean.
inline constexpr auto agm = [](auto a, auto b) {
  int more = 4;
  while (more > 0) {
    const auto mean = (a + b) / 2;
    b = sqrt(a * b);
    a = mean;
    if (a - b < 1e-9 && b - a < 1e-9) --more;
  }
  return a;
};

/// A different polynomial in every order of the arguments.
inline constexpr auto sorted = [](auto x, auto y, auto z) {
  std::array all{x, y, z};
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a < b; });
  return all[0] * all[1] * all[1] + exp(all[2] / 4) * all[0];
};

/// Powers by repeated squaring, as deep as the data says.
template <class T>
T nested_power(const T& x, const T& bound) {
  if (x > bound || x < 0) return x * bound;
  return nested_power<T>(x * x + x, bound) + x;
}
inline constexpr auto recursive = [](auto x, auto bound) { return nested_power(x, bound); };

/// A spline: the piece is looked up, its coefficients too.
inline constexpr auto spline = [](auto x, auto y) {
  const std::array knots{-1.0, 0.25, 0.5, 2.0};
  std::size_t piece = 0;
  while (piece + 1 < knots.size() && x > knots[piece + 1]) ++piece;
  const auto t = x - knots[piece];
  return t * t * (3 - t) * y + static_cast<double>(piece) * t * y * y;
};

/// Steps whose size follows from the error, until the time is up.
inline constexpr auto adaptive = [](auto rate, auto start) {
  auto y = start;
  auto t = 0 * rate;
  while (t < 1) {
    auto h = 0.3 / (1 + rate * y * y);
    if (t + h > 1) h = 1 - t;
    const auto half = y + h / 2 * (-rate * y * y);
    y = y + h * (-rate * half * half);
    t = t + h;
    if (h == 0) break;
  }
  return y;
};

}  // namespace support
