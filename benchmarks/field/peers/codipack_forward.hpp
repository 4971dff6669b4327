// CoDiPack in forward mode: RealForwardVec, numbers with a slope for every input.
#pragma once

#include "forward.hpp"

#include <codi.hpp>

namespace peer {

using field::kind;

template <std::size_t N>
struct number {
  using type = codi::RealForwardVec<N>;
  static type seeded(double x, std::size_t i) {
    type seed = x;
    seed.gradient()[i] = 1;
    return seed;
  }
  static double value(const type& y) { return y.getValue(); }
  static double slope(const type& y, std::size_t i) { return y.getGradient()[i]; }
};

/// Numbers whose value and slopes have slopes.
template <std::size_t N>
struct number_of_numbers {
  using inside = number<N>;
  using type =
      codi::RealForwardGen<typename inside::type, codi::Direction<typename inside::type, N>>;
  static type seeded(double x, std::size_t i) {
    type seed = inside::seeded(x, i);
    seed.gradient()[i] = 1;
    return seed;
  }
  static double value(const type& y) { return inside::value(y.getValue()); }
  static double slope(const type& y, std::size_t i) { return inside::slope(y.getValue(), i); }
  static double slope(const type& y, std::size_t i, std::size_t j) {
    return inside::slope(y.getGradient()[i], j);
  }
};

template <class Workload>
using evaluation = field::forward_evaluation<
    Workload, std::conditional_t<Workload::what == kind::hessian,
                                 number_of_numbers<Workload::inputs>, number<Workload::inputs>>>;

}  // namespace peer
