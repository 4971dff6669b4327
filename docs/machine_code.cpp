// The functions of machine_code.md, the first of README.md too: each differentiated by ctgrad and by hand, under a plain name.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cmath>

template <std::size_t N>
using result = ctgrad::value_with_gradient<double, std::array<double, N>>;

// -- x² y + 4 y -------------------------------------------------------------------------------

std::array<double, 2> cubic_by_ctgrad(double x, double y) {
  constexpr auto f = [](auto u, auto v) { return u * u * v + 4 * v; };
  return ctgrad::gradient(f)(x, y);
}

std::array<double, 2> cubic_by_hand(double x, double y) {
  return {2 * x * y, x * x + 4};
}

// -- relu(a + b*c) -----------------------------------------------------------------------------

result<3> relu_by_ctgrad(double a, double b, double c) {
  constexpr auto f = [](auto u, auto v, auto w) { return relu(u + v * w); };
  return ctgrad::value_and_gradient(f)(a, b, c);
}

result<3> relu_by_hand(double a, double b, double c) {
  const double d = a + b * c;
  if (d > 0) return {d, {1, c, b}};
  return {d < 0 ? 0 : d, {0, 0, 0}};  // NaN stays NaN
}

// -- (x + y + z) * exp(x*y*z) ------------------------------------------------------------------

result<3> exponential_by_ctgrad(double x, double y, double z) {
  constexpr auto f = [](auto u, auto v, auto w) { return (u + v + w) * exp(u * v * w); };
  return ctgrad::value_and_gradient(f)(x, y, z);
}

result<3> exponential_by_hand(double x, double y, double z) {
  const double xy = x * y;
  const double e = std::exp(xy * z);
  const double value = (x + y + z) * e;
  const double value_z = value * z;
  return {value, {e + value_z * y, e + value_z * x, e + value * xy}};
}

// -- the energy of a planet, p²/2 - 1/|q| ------------------------------------------------------

result<4> kepler_by_ctgrad(double qx, double qy, double px, double py) {
  constexpr auto f = [](auto x, auto y, auto u, auto v) {
    return (u * u + v * v) / 2 - 1 / sqrt(x * x + y * y);
  };
  return ctgrad::value_and_gradient(f)(qx, qy, px, py);
}

result<4> kepler_by_hand(double qx, double qy, double px, double py) {
  const double square = qx * qx + qy * qy;
  const double inverse = 1 / std::sqrt(square);
  const double cube = inverse / square;
  return {0.5 * (px * px + py * py) - inverse, {qx * cube, qy * cube, px, py}};
}
