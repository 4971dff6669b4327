// Functions of lanes<T>: what `using std::exp; exp(x)` in the text of an op finds.
#pragma once

#include <ctgrad/batch/each_lane.hpp>
#include <ctgrad/batch/lane_cube_root.hpp>
#include <ctgrad/batch/lane_error_function.hpp>
#include <ctgrad/batch/lane_exponential.hpp>
#include <ctgrad/batch/lane_hypotenuse.hpp>
#include <ctgrad/batch/lane_inverse_hyperbolic.hpp>
#include <ctgrad/batch/lane_logarithm.hpp>
#include <ctgrad/batch/lane_power.hpp>
#include <ctgrad/batch/lane_trigonometric.hpp>
#include <ctgrad/batch/register.hpp>

#include <cmath>
#include <cstddef>
#include <limits>

namespace ctgrad::detail {

#ifdef CTGRAD_REGISTERS_BY_XSIMD
#define CTGRAD_ON_REGISTERS(name) return Lanes(name(x.numbers()));
#define CTGRAD_ON_LANES(name) return name##_on_lanes(x);
#else
#define CTGRAD_ON_REGISTERS(name) return each_lane<Lanes>([](T x_) { return std::name(x_); }, x);
#define CTGRAD_ON_LANES(name) CTGRAD_ON_REGISTERS(name)
#endif

/// Base of Lanes.
template <class Lanes, class T>
struct lane_functions {
#define CTGRAD_OF_LANES(name) \
  CTGRAD_RECORD friend Lanes name(const Lanes& x) { CTGRAD_ON_REGISTERS(name) }
  CTGRAD_OF_LANES(sqrt)
  CTGRAD_OF_LANES(asin)
  CTGRAD_OF_LANES(acos)
  CTGRAD_OF_LANES(atan)
#undef CTGRAD_OF_LANES
#define CTGRAD_OF_LANES(name) \
  CTGRAD_RECORD friend Lanes name(const Lanes& x) { CTGRAD_ON_LANES(name) }
  CTGRAD_OF_LANES(exp)
  CTGRAD_OF_LANES(exp2)
  CTGRAD_OF_LANES(expm1)
  CTGRAD_OF_LANES(log)
  CTGRAD_OF_LANES(log2)
  CTGRAD_OF_LANES(log10)
  CTGRAD_OF_LANES(log1p)
  CTGRAD_OF_LANES(sin)
  CTGRAD_OF_LANES(cos)
  CTGRAD_OF_LANES(tan)
  CTGRAD_OF_LANES(sinh)
  CTGRAD_OF_LANES(cosh)
  CTGRAD_OF_LANES(tanh)
  CTGRAD_OF_LANES(asinh)
  CTGRAD_OF_LANES(acosh)
  CTGRAD_OF_LANES(atanh)
  CTGRAD_OF_LANES(cbrt)
  CTGRAD_OF_LANES(erf)
  CTGRAD_OF_LANES(erfc)
#undef CTGRAD_OF_LANES

  CTGRAD_RECORD friend Lanes hypot(const Lanes& x, const Lanes& y) {
#ifdef CTGRAD_REGISTERS_BY_XSIMD
    return hypot_on_lanes(x, y);
#else
    return each_lane<Lanes>([](T x_, T y_) { return std::hypot(x_, y_); }, x, y);
#endif
  }
  /// With so many products of which the rest is needed, registers pay where one instruction has it.
  CTGRAD_RECORD friend Lanes pow(const Lanes& x, const Lanes& y) {
    if constexpr (fuses) {
      return pow_on_lanes(x, y);
    } else {
      return each_lane<Lanes>([](T x_, T y_) { return std::pow(x_, y_); }, x, y);
    }
  }
  CTGRAD_RECORD friend Lanes copysign(const Lanes& x, const Lanes& s) {
#ifdef CTGRAD_REGISTERS_BY_XSIMD
    return with_sign_of(s, magnitude(x));
#else
    return each_lane<Lanes>([](T x_, T s_) { return std::copysign(x_, s_); }, x, s);
#endif
  }

  /// a b + c, rounded once.
  CTGRAD_RECORD friend Lanes fma(const Lanes& a, const Lanes& b, const Lanes& c) {
    if constexpr (fuses) {
      return multiply_add(a, b, c);
    } else {
      return each_lane<Lanes>([](T a_, T b_, T c_) { return std::fma(a_, b_, c_); }, a, b, c);
    }
  }

  /// a b + c, in one instruction and rounded once where the processor has it, else rounded twice.
  CTGRAD_RECORD friend Lanes multiply_add(const Lanes& a, const Lanes& b, const Lanes& c) {
#ifdef CTGRAD_REGISTERS_BY_XSIMD
    if constexpr (fuses) return Lanes(fused<T>(a.numbers(), b.numbers(), c.numbers()));
#endif
    return a * b + c;
  }
};

#undef CTGRAD_ON_LANES
#undef CTGRAD_ON_REGISTERS

}  // namespace ctgrad::detail
