// Numbers of 100 or 400 digits that are cheap to include: Boost.Multiprecision's cpp_bin_float
// behind functions that are compiled once per test program (reference_impl.hpp).
#pragma once

#include <limits>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace support {

template <unsigned Digits>
class reference {
 public:
  struct backend;

  reference() : reference(0.0) {}
  // NOLINTNEXTLINE(google-explicit-constructor): mixes with numbers as a double does
  reference(double exact);
  explicit reference(std::string_view decimal);
  template <unsigned Other>
  explicit reference(const reference<Other>& other);
  explicit reference(std::shared_ptr<const backend> number) : number_(std::move(number)) {}

  [[nodiscard]] const backend& get() const { return *number_; }
  [[nodiscard]] std::string text() const;
  explicit operator double() const;

  static reference add(const reference& a, const reference& b);
  static reference subtract(const reference& a, const reference& b);
  static reference multiply(const reference& a, const reference& b);
  static reference divide(const reference& a, const reference& b);
  static reference power(const reference& a, const reference& b);
  static reference apply(const char* function, const reference& x);
  static reference scale(const reference& x, int exponent);
  static int exponent_of(const reference& x);
  static int compare(const reference& a, const reference& b);  // 2 if one is a NaN

  friend reference operator+(const reference& a, const reference& b) { return add(a, b); }
  friend reference operator-(const reference& a, const reference& b) { return subtract(a, b); }
  friend reference operator*(const reference& a, const reference& b) { return multiply(a, b); }
  friend reference operator/(const reference& a, const reference& b) { return divide(a, b); }
  friend reference operator-(const reference& a) { return subtract(0, a); }
  friend reference& operator+=(reference& a, const reference& b) { return a = a + b; }
  friend bool operator==(const reference& a, const reference& b) { return compare(a, b) == 0; }
  friend bool operator!=(const reference& a, const reference& b) { return compare(a, b) != 0; }
  friend bool operator<(const reference& a, const reference& b) { return compare(a, b) == -1; }
  friend bool operator>(const reference& a, const reference& b) { return compare(a, b) == 1; }
  friend bool operator<=(const reference& a, const reference& b) { return compare(a, b) <= 0; }
  friend bool operator>=(const reference& a, const reference& b) {
    return compare(a, b) == 0 || compare(a, b) == 1;
  }

  friend reference abs(const reference& x) { return x < 0 ? -x : x; }
  friend reference sqrt(const reference& x) { return apply("sqrt", x); }
  friend reference exp(const reference& x) { return apply("exp", x); }
  friend reference log(const reference& x) { return apply("log", x); }
  friend reference sin(const reference& x) { return apply("sin", x); }
  friend reference cos(const reference& x) { return apply("cos", x); }
  friend reference tanh(const reference& x) { return apply("tanh", x); }
  friend reference cosh(const reference& x) { return apply("cosh", x); }
  friend reference erfc(const reference& x) { return apply("erfc", x); }
  friend reference pow(const reference& x, const reference& p) { return power(x, p); }
  friend reference ldexp(const reference& x, int exponent) { return scale(x, exponent); }

  template <class Char, class Traits>
  friend auto& operator<<(std::basic_ostream<Char, Traits>& out, const reference& x) {
    return out << x.text().c_str();
  }

 private:
  std::shared_ptr<const backend> number_;
};

extern template class reference<100>;
extern template class reference<400>;

}  // namespace support

template <unsigned Digits>
class std::numeric_limits<support::reference<Digits>> : public std::numeric_limits<double> {};
