// One function on every scalar and in every engine.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>

namespace support::scalars {

namespace cg = ctgrad;

/// One function with an op of every family.
constexpr auto f = [](auto x, auto y) {
  using cg::abs, cg::max, cg::min, cg::relu, cg::sigmoid, cg::where, cg::pow;
  using std::erfc, std::exp, std::log, std::sin, std::sqrt, std::tanh;
  auto smooth = (x + y) * exp(x * y) - sin(x) / sqrt(y) + tanh(y) * log(x) + erfc(x * y);
  auto kinks = relu(x - y) * abs(y) + max(x, 3 * y) / 7 - min(x, y);
  auto powers = pow(x, 3) + pow(y, -2) + pow(x, 2.5) + pow(x, y);
  return smooth + kinks * sigmoid(y) + where(x < y, x * y, powers);
};

template <class T>
using result = std::array<T, 3>;  // the value and both partials

template <class T>
result<T> by_function(const T& x, const T& y) {
  const auto [value, d] = cg::value_and_gradient(f)(x, y);
  static_assert(std::same_as<decltype(value), const T> &&
                std::same_as<decltype(d), const std::array<T, 2>>);
  return {value, d[0], d[1]};
}

template <class T>
result<T> by_tape(const T& x, const T& y) {
  const cg::basic_scope<T> s;
  const cg::basic_value<T> a{x}, b{y};
  const auto z = f(a, b);
  static_assert(std::same_as<decltype(z), const cg::basic_value<T>> &&
                std::same_as<decltype(z.data()), const T&> && std::same_as<decltype(z.grad()), T>);
  z.backward();
  return {z.data(), a.grad(), b.grad()};
}

template <class T>
result<T> by_dual(const T& x, const T& y) {
  using dual = cg::dual<T, 2>;
  const auto z = f(dual::variable(x, 0), dual::variable(y, 1));
  static_assert(std::same_as<decltype(z), const dual> &&
                std::same_as<decltype(z.primal()), const T&> &&
                std::same_as<decltype(z.tangent(0)), const T&>);
  return {z.primal(), z.tangent(0), z.tangent(1)};
}

/// The steps between a and b, counted in units of the last place of the larger one.
template <class T>
double distance(const T& a, const T& b) {
  using std::abs;
  const T larger = abs(a) < abs(b) ? abs(b) : abs(a);
  if (larger == 0) return 0;
  return static_cast<double>(abs(a - b) / larger / std::numeric_limits<T>::epsilon());
}

template <class T>
void check(const result<T>& got, const result<T>& expected, double bound) {
  BOOST_TEST(distance(got[0], expected[0]) == 0);
  BOOST_TEST(distance(got[1], expected[1]) <= bound);
  BOOST_TEST(distance(got[2], expected[2]) <= bound);
}

template <class T>
void check_engines() {
  for (const T& x : {T(0.375), T(0.75), T(1), T(2.5)}) {
    for (const T& y : {T(0.25), T(0.8125), T(1), T(3)}) {
      BOOST_TEST_CONTEXT("at " << x << ", " << y) {
        const auto function = by_function<T>(x, y);
        check(by_tape<T>(x, y), function, 4);
        check(by_dual<T>(x, y), function, 8);
      }
    }
  }
}

}  // namespace support::scalars
