// What reference.hpp declares. Include this in exactly one source file of a test program.
#pragma once

#include <boost/math/special_functions/erf.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

#include "reference_backend.hpp"

namespace support {

template <unsigned Digits>
reference<Digits>::reference(double exact)
    : number_(std::make_shared<const backend>(backend{exact})) {}

template <unsigned Digits>
reference<Digits>::reference(std::string_view decimal)
    : number_(
          std::make_shared<const backend>(backend{typename backend::type(std::string(decimal))})) {}

template <unsigned Digits>
template <unsigned Other>
reference<Digits>::reference(const reference<Other>& other)
    : number_(std::make_shared<const backend>(
          backend{static_cast<typename backend::type>(other.get().value)})) {}

template <unsigned Digits>
std::string reference<Digits>::text() const {
  return number_->value.str(25);
}

template <unsigned Digits>
reference<Digits>::operator double() const {
  return static_cast<double>(number_->value);
}

template <unsigned Digits>
reference<Digits> reference<Digits>::add(const reference& a, const reference& b) {
  return backend::make(a.get().value + b.get().value);
}

template <unsigned Digits>
reference<Digits> reference<Digits>::subtract(const reference& a, const reference& b) {
  return backend::make(a.get().value - b.get().value);
}

template <unsigned Digits>
reference<Digits> reference<Digits>::multiply(const reference& a, const reference& b) {
  return backend::make(a.get().value * b.get().value);
}

template <unsigned Digits>
reference<Digits> reference<Digits>::divide(const reference& a, const reference& b) {
  return backend::make(a.get().value / b.get().value);
}

template <unsigned Digits>
reference<Digits> reference<Digits>::apply(const char* function, const reference& x) {
  const std::string_view f = function;
  const auto& value = x.get().value;
  if (f == "sqrt") return backend::make(sqrt(value));
  if (f == "exp") return backend::make(exp(value));
  if (f == "log") return backend::make(log(value));
  if (f == "sin") return backend::make(sin(value));
  if (f == "cos") return backend::make(cos(value));
  if (f == "tan") return backend::make(tan(value));
  if (f == "asin") return backend::make(asin(value));
  if (f == "acos") return backend::make(acos(value));
  if (f == "atan") return backend::make(atan(value));
  if (f == "sinh") return backend::make(sinh(value));
  if (f == "cosh") return backend::make(cosh(value));
  if (f == "tanh") return backend::make(tanh(value));
  if (f == "floor") return backend::make(floor(value));
  if constexpr (Digits <= 100) {  // takes a second with 400
    if (f == "erf") return backend::make(erf(value));
    if (f == "erfc") return backend::make(erfc(value));
  }
  throw std::logic_error("no such function in the reference: " + std::string(f));
}

template <unsigned Digits>
reference<Digits> reference<Digits>::apply(const char* function, const reference& a,
                                           const reference& b) {
  const std::string_view f = function;
  if (f == "pow") return backend::make(pow(a.get().value, b.get().value));
  if (f == "atan2") return backend::make(atan2(a.get().value, b.get().value));
  throw std::logic_error("no such function in the reference: " + std::string(f));
}

template <unsigned Digits>
reference<Digits> reference<Digits>::scale(const reference& x, int exponent) {
  return backend::make(ldexp(x.get().value, exponent));
}

template <unsigned Digits>
int reference<Digits>::exponent_of(const reference& x) {
  int exponent = 0;
  frexp(x.get().value, &exponent);
  return exponent;
}

template <unsigned Digits>
int reference<Digits>::compare(const reference& a, const reference& b) {
  const auto& x = a.get().value;
  const auto& y = b.get().value;
  return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
}

template class reference<100>;
template class reference<400>;
template reference<100>::reference(const reference<400>&);

}  // namespace support
