// Numbers of 100 or 400 digits that are cheap to include: Boost.Multiprecision's cpp_bin_float
// behind functions that are compiled once for all test programs (reference_impl.hpp), and those of
// Boost.Math in the programs that need them (reference_special_impl.hpp).
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
  static reference apply(const char* function, const reference& x);
  static reference apply(const char* function, const reference& a, const reference& b);
  static reference special(const char* function, const reference& a, const reference& b = 0.0);
  static reference scale(const reference& x, int exponent);
  /// The relative size of a rounding error, a little rounded up.
  static reference epsilon() { return ldexp(reference(1), 10 - static_cast<int>(Digits * 3.32)); }
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

  friend reference sqrt(const reference& x) { return apply("sqrt", x); }
  friend reference exp(const reference& x) { return apply("exp", x); }
  friend reference log(const reference& x) { return apply("log", x); }
  friend reference sin(const reference& x) { return apply("sin", x); }
  friend reference cos(const reference& x) { return apply("cos", x); }
  friend reference tan(const reference& x) { return apply("tan", x); }
  friend reference asin(const reference& x) { return apply("asin", x); }
  friend reference acos(const reference& x) { return apply("acos", x); }
  friend reference atan(const reference& x) { return apply("atan", x); }
  friend reference sinh(const reference& x) { return apply("sinh", x); }
  friend reference cosh(const reference& x) { return apply("cosh", x); }
  friend reference tanh(const reference& x) { return apply("tanh", x); }
  friend reference floor(const reference& x) { return apply("floor", x); }
  friend reference erf(const reference& x) { return apply("erf", x); }
  friend reference erfc(const reference& x) { return apply("erfc", x); }
  friend reference pow(const reference& x, const reference& p) { return apply("pow", x, p); }
  friend reference atan2(const reference& y, const reference& x) { return apply("atan2", y, x); }
  friend reference ldexp(const reference& x, int exponent) { return scale(x, exponent); }

  // Elementary functions by identities that lose no digits.
  friend reference exp2(const reference& x) { return exp(x * log(reference(2))); }
  friend reference expm1(const reference& x) { return 2 * exp(x / 2) * sinh(x / 2); }
  friend reference log1p(const reference& x) {
    const reference sum = 1 + x;
    return sum == 1 ? x : log(sum) * (x / (sum - 1));
  }
  friend reference log2(const reference& x) { return log(x) / log(reference(2)); }
  friend reference log10(const reference& x) { return log(x) / log(reference(10)); }
  friend reference asinh(const reference& x) {
    return x < 0 ? -asinh(-x) : log1p(x + x * x / (1 + sqrt(1 + x * x)));
  }
  friend reference acosh(const reference& x) { return log1p((x - 1) + sqrt((x - 1) * (x + 1))); }
  friend reference atanh(const reference& x) { return log1p(2 * x / (1 - x)) / 2; }
  friend reference cbrt(const reference& x) {
    return x < 0 ? -cbrt(-x) : x == 0 ? x : exp(log(x) / 3);
  }
  friend reference hypot(const reference& x, const reference& y) { return sqrt(x * x + y * y); }
  friend reference hypot(const reference& x, const reference& y, const reference& z) {
    return sqrt(x * x + y * y + z * z);
  }

  // Pieces. A sign is that of a number that is not 0.
  friend reference abs(const reference& x) { return x < 0 ? -x : x; }
  friend reference fabs(const reference& x) { return abs(x); }
  friend reference ceil(const reference& x) { return -floor(-x); }
  friend reference trunc(const reference& x) { return x < 0 ? ceil(x) : floor(x); }
  friend reference round(const reference& x) { return x < 0 ? -round(-x) : floor(x + 0.5); }
  friend reference rint(const reference& x) {  // halves to even
    const reference below = floor(x), rest = x - below;
    const bool odd = floor(below / 2) * 2 != below;
    return rest > 0.5 || (rest == 0.5 && odd) ? below + 1 : below;
  }
  friend reference fmod(const reference& x, const reference& y) { return x - y * trunc(x / y); }
  friend reference remainder(const reference& x, const reference& y) { return x - y * rint(x / y); }
  friend reference copysign(const reference& x, const reference& s) {
    return (x < 0) == (s < 0) ? x : -x;
  }
  friend reference fmin(const reference& a, const reference& b) { return b < a ? b : a; }
  friend reference fmax(const reference& a, const reference& b) { return a < b ? b : a; }
  friend reference fdim(const reference& a, const reference& b) { return a > b ? a - b : 0; }
  friend reference fma(const reference& a, const reference& b, const reference& c) {
    return a * b + c;
  }

  // By Boost.Math and to 100 digits, in programs with a reference_special_impl.hpp.
  friend reference tgamma(const reference& x) { return special("tgamma", x); }
  friend reference lgamma(const reference& x) { return special("lgamma", x); }
  friend reference digamma(const reference& x) { return special("digamma", x); }
  friend reference polygamma(const reference& n, const reference& x) {
    return special("polygamma", n, x);
  }
  friend reference beta(const reference& a, const reference& b) { return special("beta", a, b); }
  friend reference expint(const reference& x) { return special("expint", x); }
  friend reference erf_inv(const reference& x) { return special("erf_inv", x); }
  friend reference erfc_inv(const reference& x) { return special("erfc_inv", x); }
  friend reference cyl_bessel_j(const reference& n, const reference& x) {
    return special("cyl_bessel_j", n, x);
  }
  friend reference cyl_neumann(const reference& n, const reference& x) {
    return special("cyl_neumann", n, x);
  }

  template <class Char, class Traits>
  friend auto& operator<<(std::basic_ostream<Char, Traits>& out, const reference& x) {
    return out << x.text().c_str();
  }

 private:
  std::shared_ptr<const backend> number_;
};

template <>
reference<100> reference<100>::special(const char*, const reference&, const reference&);
template <>
reference<400> reference<400>::special(const char*, const reference&, const reference&);

extern template class reference<100>;
extern template class reference<400>;

}  // namespace support

template <unsigned Digits>
class std::numeric_limits<support::reference<Digits>> : public std::numeric_limits<double> {};
