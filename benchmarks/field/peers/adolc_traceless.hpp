// ADOL-C in forward mode without a tape: adtl::adouble, with as many slopes as were asked for while
// the program runs.
#pragma once

#include <adolc/adtl.h>

namespace adtl {

/// It has no complementary error function.
inline adouble erfc(const adouble& x) {
  return 1.0 - erf(x);
}

}  // namespace adtl

#include "forward.hpp"

namespace peer {

struct number {
  using type = adtl::adouble;
  static type seeded(double x, std::size_t i) {
    type seed = x;
    seed.setADValue(static_cast<unsigned>(i), 1.0);
    return seed;
  }
  static double value(const type& y) { return y.getValue(); }
  static double slope(const type& y, std::size_t i) {
    return y.getADValue(static_cast<unsigned>(i));
  }
};

/// The number of slopes has to be known before there is a number.
struct slopes {
  explicit slopes(std::size_t count) { adtl::setNumDir(count); }
};

template <class Workload>
struct evaluation : slopes, field::forward_evaluation<Workload, number> {
  evaluation(const Workload& text, std::span<const double> x)
      : slopes(Workload::inputs), field::forward_evaluation<Workload, number>(text, x) {}
};

}  // namespace peer
