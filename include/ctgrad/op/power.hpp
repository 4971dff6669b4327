// pow, sqrt.
//
// pow has two forms. An exponent of an integer type is exact for every base, negative ones
// included. Any other exponent follows std::pow; it is differentiated with respect to the exponent
// only when the exponent is itself active, so that a constant exponent never evaluates log(base).
#pragma once

#include <ctgrad/op/exponential.hpp>

#include <cmath>
#include <concepts>

namespace ctgrad {
namespace ops {

/// d sqrt x = 1/(2y). At 0 the slope is +inf.
struct sqrt : op<"sqrt", 1> {
  static constexpr auto value(const auto& x) {
    using std::sqrt;
    return sqrt(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{1 / (2 * y)}; }
};

/// x^n for a whole number n that is never active. d x^n = n x^(n-1), and 0 for n = 0 even at x = 0.
struct integer_power : op<"integer_power", 2> {
  static constexpr notation written{"^", 30};
  static constexpr bool exact = true;

  template <class X>
  static constexpr X value(const X& x, const auto& n) {
    const bool inverse = n < 0;
    auto k = static_cast<unsigned long long>(inverse ? -n : n);
    X result = 1;
    for (X square = x; k != 0; k /= 2) {
      if (k % 2 != 0) result = result * square;
      if (k > 1) square = square * square;
    }
    return inverse ? 1 / result : result;
  }
  static constexpr auto partials(const auto& x, const auto& n, const auto&) {
    return std::tuple{ctgrad::where(n != 0, n * apply<integer_power>(x, n - 1), 0), 0};
  }
};

/// x^p for a constant p. d x^p = p x^(p-1), and 0 for p = 0 even at x = 0.
struct constant_power : op<"constant_power", 2> {
  static constexpr notation written{"^", 30};
  static constexpr auto value(const auto& x, const auto& p) {
    using std::pow;
    return pow(x, p);
  }
  static constexpr auto partials(const auto& x, const auto& p, const auto&) {
    return std::tuple{ctgrad::where(p != 0, p * apply<constant_power>(x, p - 1), 0), 0};
  }
};

/// x^p with both active. d/dx = p x^(p-1); d/dp = x^p log x, which for x = 0 tends to 0 if p > 0
/// and has no limit otherwise (NaN, as for x < 0).
struct power : op<"power", 2> {
  using with_constant_last = constant_power;  // what an engine applies when p turns out passive
  static constexpr notation written{"^", 30};
  static constexpr auto value(const auto& x, const auto& p) { return constant_power::value(x, p); }
  static constexpr auto partials(const auto& x, const auto& p, const auto& y) {
    const auto undefined_unless_positive = ctgrad::where(p > 0, 0, 0 * apply<log>(x));
    return std::tuple{ctgrad::where(p != 0, p * apply<power>(x, p - 1), 0),
                      ctgrad::where(x == 0, undefined_unless_positive, y * apply<log>(x))};
  }
};

/// A whole number by its type: an integer, or a formula's literal like 3_c.
template <class P>
concept whole = std::integral<P> || requires { requires P::is_whole; };

/// The op that pow(x, p) means, by the type of the exponent.
template <class P>
using power_for = std::conditional_t<whole<P>, integer_power,
                                     std::conditional_t<active<P>, power, constant_power>>;

}  // namespace ops

template <operand X, nothing... Yield>
constexpr applied<ops::sqrt, X> sqrt(const X& x, Yield...) {
  return apply<ops::sqrt>(x);
}

template <operand X, operand P, nothing... Yield>
constexpr applied<ops::power_for<P>, X, P> pow(const X& x, const P& p, Yield...) {
  return apply<ops::power_for<P>>(x, p);
}

}  // namespace ctgrad
