// Complex numbers as a kind of operand, for the complex step: Im f(x + ih) / h is f'(x) without any
// difference of values, so h may be as small as 1e-100 and only rounding is left of the error.
//
// Functions look at the real part where they compare. An op with a complex version in std uses
// that; any other is computed by its own `value`, so an op of your own that is written in terms of
// such ops needs nothing. The rest (erf, floor, ...) is [ctgrad-E30].
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/op/registry.hpp>

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
  complex_number(const number auto& real_) : z_(static_cast<double>(real_)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  complex_number(const number_type& z_in) : z_(z_in) {}

  [[nodiscard]] const number_type& z() const { return z_; }
  template <number T>
  explicit operator T() const {
    return static_cast<T>(z_.real());
  }

 private:
  number_type z_;
};

namespace detail {

// What std has for complex numbers, and what is one line of it.
using complex = std::complex<double>;
inline complex complex_value(ops::add, complex a, complex b) {
  return a + b;
}
inline complex complex_value(ops::subtract, complex a, complex b) {
  return a - b;
}
inline complex complex_value(ops::multiply, complex a, complex b) {
  return a * b;
}
inline complex complex_value(ops::divide, complex a, complex b) {
  return a / b;
}
inline complex complex_value(ops::negate, complex a) {
  return -a;
}
inline complex complex_value(ops::fma, complex a, complex b, complex c) {
  return a * b + c;
}
inline complex complex_value(ops::exp, complex z) {
  return std::exp(z);
}
inline complex complex_value(ops::exp2, complex z) {
  return std::exp(z * std::log(2.0));
}
inline complex complex_value(ops::expm1, complex z) {
  return {std::expm1(z.real()), std::exp(z).imag()};  // Im z is too small to show in the real part
}
inline complex complex_value(ops::log, complex z) {
  return std::log(z);
}
inline complex complex_value(ops::log2, complex z) {
  return std::log(z) / std::log(2.0);
}
inline complex complex_value(ops::log10, complex z) {
  return std::log10(z);
}
inline complex complex_value(ops::log1p, complex z) {
  return {std::log1p(z.real()), std::log(1.0 + z).imag()};
}
inline complex complex_value(ops::sqrt, complex z) {
  return std::sqrt(z);
}
inline complex complex_value(ops::cbrt, complex z) {
  return z.real() < 0 ? -std::pow(-z, 1.0 / 3) : std::pow(z, 1.0 / 3);
}
inline complex complex_value(ops::constant_power, complex z, complex p) {
  return p.imag() == 0 ? std::pow(z, p.real()) : std::pow(z, p);
}
inline complex complex_value(ops::power, complex z, complex p) {
  return complex_value(ops::constant_power{}, z, p);
}
inline complex complex_value(ops::hypot, complex a, complex b) {
  return std::sqrt(a * a + b * b);
}
inline complex complex_value(ops::sin, complex z) {
  return std::sin(z);
}
inline complex complex_value(ops::cos, complex z) {
  return std::cos(z);
}
inline complex complex_value(ops::tan, complex z) {
  return std::tan(z);
}
inline complex complex_value(ops::asin, complex z) {
  return std::asin(z);
}
inline complex complex_value(ops::acos, complex z) {
  return std::acos(z);
}
inline complex complex_value(ops::atan, complex z) {
  return std::atan(z);
}
inline complex complex_value(ops::sinh, complex z) {
  return std::sinh(z);
}
inline complex complex_value(ops::cosh, complex z) {
  return std::cosh(z);
}
inline complex complex_value(ops::tanh, complex z) {
  return std::tanh(z);
}
inline complex complex_value(ops::asinh, complex z) {
  return std::asinh(z);
}
inline complex complex_value(ops::acosh, complex z) {
  return std::acosh(z);
}
inline complex complex_value(ops::atanh, complex z) {
  return std::atanh(z);
}

/// An op whose value calls the function that applies it never comes to an end.
class op_depth {
 public:
  op_depth(int& depth_in, std::string_view name_) : depth_(depth_in) {
    if (depth_ == 64) {
      detail::raise("ctgrad-E30",
                    text("the complex step cannot pass through ", name_,
                         ": there is no version of it for complex numbers. Check with "
                         "finite differences, which need none"));
    }
    ++depth_;
  }
  ~op_depth() { --depth_; }
  op_depth(const op_depth&) = delete;
  op_depth& operator=(const op_depth&) = delete;

 private:
  int& depth_;
};

}  // namespace detail

/// Computes ops on complex numbers.
struct complex_engine {
  using scalar = double;
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, bool, complex_number>;

  template <class Op, class... X>
  static result<Op, X...> apply(const X&... x) {
    if constexpr (is_predicate<Op>) {
      return static_cast<bool>(Op::value(static_cast<double>(x)...));
    } else if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(x...);
    } else if constexpr (requires { detail::complex_value(Op{}, complex_number(x).z()...); }) {
      return detail::complex_value(Op{}, complex_number(x).z()...);
    } else {
      static CTGRAD_THREAD_LOCAL int depth = 0;
      const detail::op_depth deeper(depth, Op::name);
      return Op::value(x...);
    }
  }

 private:
  static complex_number choose(const auto& condition, const complex_number& a,
                               const complex_number& b) {
    return static_cast<double>(condition) != 0 ? a : b;
  }
};

}  // namespace ctgrad
