// Complex numbers as a kind of operand, for the complex step: Im f(x + ih) / h is f'(x) without any
// difference of values, so h may be as small as 1e-100 and only rounding is left of the error.
//
// Functions look at the real part where they compare. An op with a complex version in std uses
// that; any other is computed by its own `value`, so an op of your own that is written in terms of
// such ops needs nothing. The rest (erf, floor, ...) is [ctgrad-E30].
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/tape/error.hpp>

#include <cmath>
#include <complex>
#include <type_traits>

namespace ctgrad {

struct complex_engine;

class complex_number {
 public:
  using ctgrad_engine = complex_engine;
  using number_type = std::complex<double>;

  complex_number() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): mixes with numbers
  complex_number(const number auto& real) : z_(static_cast<double>(real)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  complex_number(const number_type& z) : z_(z) {}

  [[nodiscard]] const number_type& z() const { return z_; }
  template <number T>
  explicit operator T() const {
    return static_cast<T>(z_.real());
  }

 private:
  number_type z_;
};

namespace detail {

// The ops that std has for complex numbers; power's two forms are one there.
using complex = std::complex<double>;
inline complex complex_value(ops::add, complex a, complex b) { return a + b; }
inline complex complex_value(ops::subtract, complex a, complex b) { return a - b; }
inline complex complex_value(ops::multiply, complex a, complex b) { return a * b; }
inline complex complex_value(ops::divide, complex a, complex b) { return a / b; }
inline complex complex_value(ops::negate, complex a) { return -a; }
