// Sacado: Fad in forward mode, with a number of slopes that the compiler knows; of Hessians one Fad
// in another.
#pragma once

#include <cmath>
#include <numbers>

#include <Sacado_No_Kokkos.hpp>
#include <Trilinos_version.h>

namespace Sacado::ELRFad {

/// Sacado has no error function.
template <class Expression>
auto erfc(const Expr<Expression>& x) {
  using T = typename Expr<Expression>::base_expr_type;
  const T argument(x);
  const double slope = -2 * std::numbers::inv_sqrtpi * std::exp(-argument.val() * argument.val());
  T y = slope * argument;
  y.val() = std::erfc(argument.val());
  return y;
}

}  // namespace Sacado::ELRFad

#include "forward.hpp"

namespace peer {

using field::kind;

template <std::size_t N>
struct number {
  using type = Sacado::ELRFad::SFad<double, static_cast<int>(N)>;
  static type seeded(double x, std::size_t i) {
    return type(static_cast<int>(N), static_cast<int>(i), x);
  }
  static double value(const type& y) { return y.val(); }
  static double slope(const type& y, std::size_t i) { return y.fastAccessDx(static_cast<int>(i)); }
};

/// Numbers whose value and slopes have slopes.
template <std::size_t N>
struct number_of_numbers {
  using inside = number<N>;
  using type = Sacado::ELRFad::SFad<typename inside::type, static_cast<int>(N)>;
  static type seeded(double x, std::size_t i) {
    type seed(static_cast<int>(N), static_cast<int>(i), x);
    seed.val() = inside::seeded(x, i);
    return seed;
  }
  static double value(const type& y) { return inside::value(y.val()); }
  static double slope(const type& y, std::size_t i) { return inside::slope(y.val(), i); }
  static double slope(const type& y, std::size_t i, std::size_t j) {
    return inside::slope(y.fastAccessDx(static_cast<int>(i)), j);
  }
};

template <class Workload>
using evaluation = field::forward_evaluation<
    Workload, std::conditional_t<Workload::what == kind::hessian,
                                 number_of_numbers<Workload::inputs>, number<Workload::inputs>>>;

}  // namespace peer
