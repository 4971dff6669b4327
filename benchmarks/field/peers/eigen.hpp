// Eigen: AutoDiffScalar of its unsupported modules, with a vector of slopes of a fixed size.
#pragma once

#include <cmath>
#include <numbers>

#include <Eigen/Core>
#include <unsupported/Eigen/AutoDiff>

namespace Eigen {

/// It has no error function.
template <class Slopes>
auto erfc(const AutoDiffScalar<Slopes>& x) {
  using plain = typename std::remove_cvref_t<Slopes>::PlainObject;
  const double slope = -2 * std::numbers::inv_sqrtpi * std::exp(-x.value() * x.value());
  return AutoDiffScalar<plain>(std::erfc(x.value()), slope * x.derivatives());
}

}  // namespace Eigen

#include "forward.hpp"

namespace peer {

template <std::size_t N>
struct number {
  using slopes = Eigen::Matrix<double, static_cast<int>(N), 1>;
  using type = Eigen::AutoDiffScalar<slopes>;
  static type seeded(double x, std::size_t i) {
    return type(x, static_cast<int>(N), static_cast<int>(i));
  }
  static double value(const type& y) { return y.value(); }
  static double slope(const type& y, std::size_t i) { return y.derivatives()[static_cast<int>(i)]; }
};

/// Numbers whose value and slopes have slopes.
template <std::size_t N>
struct number_of_numbers {
  using inside = number<N>;
  using slopes = Eigen::Matrix<typename inside::type, static_cast<int>(N), 1>;
  using type = Eigen::AutoDiffScalar<slopes>;
  static type seeded(double x, std::size_t i) {
    return type(inside::seeded(x, i), static_cast<int>(N), static_cast<int>(i));
  }
  static double value(const type& y) { return inside::value(y.value()); }
  static double slope(const type& y, std::size_t i) { return inside::slope(y.value(), i); }
  static double slope(const type& y, std::size_t i, std::size_t j) {
    return inside::slope(y.derivatives()[static_cast<int>(i)], j);
  }
};

template <class Workload>
using evaluation = field::forward_evaluation<
    Workload, std::conditional_t<Workload::what == field::kind::hessian,
                                 number_of_numbers<Workload::inputs>, number<Workload::inputs>>>;

}  // namespace peer
