// Ceres: Jets, numbers with the slopes by all inputs. Evaluated as its cost functions do it, with
// the number of inputs known to the compiler.
#pragma once

#include "forward.hpp"

#include <ceres/jet.h>
#include <ceres/version.h>

namespace peer {

template <std::size_t N>
struct number {
  using type = ceres::Jet<double, static_cast<int>(N)>;
  static type seeded(double x, std::size_t i) { return type(x, static_cast<int>(i)); }
  static double value(const type& y) { return y.a; }
  static double slope(const type& y, std::size_t i) { return y.v[static_cast<int>(i)]; }
};

template <class Workload>
using evaluation = field::forward_evaluation<Workload, number<Workload::inputs>>;

}  // namespace peer
