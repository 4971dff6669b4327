// Functions of lanes<T>: what `using std::exp; exp(x)` in the text of an op finds.
#pragma once

#include <ctgrad/batch/register.hpp>

#include <cmath>
#include <cstddef>

namespace ctgrad::detail {

/// f of every lane, one after the other.
template <class Lanes, class T>
CTGRAD_RECORD Lanes each_lane(const Lanes& x, T (*f)(T)) {
  T numbers[Lanes::size];
  x.store(numbers);
  for (T& number : numbers) number = f(number);
  return Lanes::load(numbers);
}

/// Base of Lanes.
template <class Lanes, class T>
struct lane_functions {
#define CTGRAD_OF_LANES(name)                                            \
  CTGRAD_RECORD friend Lanes name(const Lanes& x) {                      \
    if constexpr (by_xsimd) {                                            \
      return Lanes(name(x.numbers()));                                   \
    } else {                                                             \
      return each_lane<Lanes, T>(x, [](T x_) { return std::name(x_); }); \
    }                                                                    \
  }
  CTGRAD_OF_LANES(sqrt)
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
  CTGRAD_OF_LANES(asin)
  CTGRAD_OF_LANES(acos)
  CTGRAD_OF_LANES(atan)
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

  /// a b + c, in one instruction and rounded once where the processor has it, else rounded twice.
  CTGRAD_RECORD friend Lanes multiply_add(const Lanes& a, const Lanes& b, const Lanes& c) {
    if constexpr (fuses) {
      return Lanes(fma(a.numbers(), b.numbers(), c.numbers()));
    } else {
      return a * b + c;
    }
  }
};

}  // namespace ctgrad::detail
