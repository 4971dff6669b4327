// Irrational numbers that rules contain, in the precision of whatever a rule runs on.
#pragma once

#include <ctgrad/op/op.hpp>

#include <cmath>
#include <concepts>
#include <numbers>

namespace ctgrad {

/// The irrational numbers of the rules. value<T>() is correctly rounded for a built-in T; for a
/// number class it is computed once, by the functions of that class.
namespace constants {

struct ln2 {
  template <class T>
  static constexpr T builtin = std::numbers::ln2_v<T>;
  template <class T>
  static T computed() {
    return log(T(2));
  }
};

struct log2e {
  template <class T>
  static constexpr T builtin = std::numbers::log2e_v<T>;
  template <class T>
  static T computed() {
    return 1 / log(T(2));
  }
};

struct log10e {
  template <class T>
  static constexpr T builtin = std::numbers::log10e_v<T>;
  template <class T>
  static T computed() {
    return 1 / log(T(10));
  }
};

struct inv_sqrtpi {
  template <class T>
  static constexpr T builtin = std::numbers::inv_sqrtpi_v<T>;
  template <class T>
  static T computed() {
    return sqrt(atan(T(1)) * 4) / (atan(T(1)) * 4);
  }
};

struct sqrt2 {
  template <class T>
  static constexpr T builtin = std::numbers::sqrt2_v<T>;
  /// What is missing from builtin<T> to the square root of 2, in float and double.
  template <class T>
  static constexpr T rest = 0;
  template <class T>
  static T computed() {
    return sqrt(T(2));
  }
};

template <>
inline constexpr float sqrt2::rest<float> = 2.420323430563e-8f;
template <>
inline constexpr double sqrt2::rest<double> = -9.667293313452913e-17;

template <class Constant, class T>
const T& computed() {
  static const T once = Constant::template computed<T>();
  return once;
}

template <class Constant, class T>
constexpr T value() {
  if constexpr (std::floating_point<T>) {
    return Constant::template builtin<T>;
  } else if constexpr (std::floating_point<scalar_of<T>>) {  // lanes
    return T(value<Constant, scalar_of<T>>());
  } else {
    return computed<Constant, T>();
  }
}

}  // namespace constants

namespace ops {

/// A constant as an op, for programs whose numbers are of a class that is not known yet while they
/// are recorded. The operand says only which program that is.
template <class Constant>
struct constant : op<"constant", 1> {
  template <class X>
  static constexpr X value(const X&) {
    return constants::value<Constant, X>();
  }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0}; }
};

}  // namespace ops

/// An operand whose numbers will be of a class (50 digits, say): see program/symbol.hpp.
template <class X>
concept of_number_class = requires { requires X::ctgrad_engine::of_number_class; };

/// The constant beside x, in x's precision.
template <class Constant, class X>
constexpr auto constant_for(const X& x) {
  if constexpr (of_number_class<X>) {
    return apply<ops::constant<Constant>>(x);
  } else {
    return constants::value<Constant, scalar_of<X>>();
  }
}

}  // namespace ctgrad
