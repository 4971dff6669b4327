// pow, roots and hypot.
//
// pow has two forms. An exponent of an integer type is exact for every base, negative ones
// included. Any other exponent follows std::pow; it is differentiated with respect to the exponent
// only when the exponent is itself active, so that a constant exponent never evaluates log(base).
#pragma once

#include <ctgrad/op/exponential.hpp>

#include <cmath>
#include <concepts>
#include <limits>

namespace ctgrad {
namespace detail {

/// log x, and NaN for x = 0, where a power has no slope by its exponent.
constexpr auto log_of_base(const auto& x) {
  using limits = std::numeric_limits<scalar_of<decltype(x)>>;
  return ctgrad::where(x != 0, ctgrad::log(x), limits::quiet_NaN());
}

}  // namespace detail

namespace ops {

/// x^n for a whole number n that is never active, by repeated multiplication up to |n| = 64, which
/// costs at most n/2 ulp, and by std::pow beyond. d x^n = n x^(n-1), and 0 for n = 0 even at x = 0.
struct integer_power : op<"integer_power", 2> {
  static constexpr notation written{"^", 30};
  static constexpr bool exact = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (v > 64 || v < -64) return std::pow(u, v);\n"
      "  auto n = static_cast<unsigned long long>(v < 0 ? -v : v);\n"
      "  double y = 1;\n"
      "  for (double p = u; n != 0; n /= 2) {\n"
      "    if (n % 2 != 0) y = y * p;\n"
      "    if (n > 1) p = p * p;\n"
      "  }\n"
      "  return v < 0 ? 1 / y : y;\n"
      "}";

  template <class X>
  static constexpr detail::real_of<X> value(const X& x, const auto& n) {
    using real = detail::real_of<X>;
    const bool inverse = n < 0;
    if constexpr (std::is_arithmetic_v<X>) {
      const bool many = n > 64 || n < -64;
      if (many && !std::is_constant_evaluated()) {  // std::pow is no constant for clang
        return static_cast<real>(std::pow(real(x), static_cast<real>(n)));
      }
    }
    auto k = static_cast<unsigned long long>(inverse ? -n : n);
    real result = 1;
    for (real square = x; k != 0; k /= 2) {
      if (k % 2 != 0) result = result * square;
      if (k > 1) square = square * square;
    }
    return inverse ? 1 / result : result;
  }
  static constexpr auto partials(const auto& x, const auto& n, const auto&) {
    return std::tuple{ctgrad::where(n != 0, n * apply<integer_power>(x, n - 1), 0), 0};
  }
};

struct lower_power;

/// x^p for a constant p. d x^p = p x^(p-1), and 0 for p = 0 even at x = 0.
struct constant_power : op<"constant_power", 2> {
  static constexpr bool lanewise = true;
  static constexpr notation written{"^", 30};
  static constexpr std::string_view cpp = "std::pow";
  static constexpr auto value(const auto& x, const auto& p) {
    using std::pow;
    return pow(x, p);
  }
  static constexpr auto partials(const auto& x, const auto& p, const auto& y) {
    return std::tuple{ctgrad::where(p != 0, p * apply<lower_power>(x, p, y), 0), 0};
  }
};

/// x^p with both active. d/dx = p x^(p-1); d/dp = x^p log x, which for x = 0 tends to 0 if p > 0
/// and has no limit otherwise (NaN, as for x < 0).
struct power : op<"power", 2> {
  static constexpr bool lanewise = true;
  using with_constant_last = constant_power;  // what an engine applies when p turns out passive
  static constexpr notation written{"^", 30};
  static constexpr std::string_view cpp = "std::pow";
  static constexpr auto value(const auto& x, const auto& p) { return constant_power::value(x, p); }
  static constexpr auto partials(const auto& x, const auto& p, const auto& y) {
    return std::tuple{ctgrad::where(p != 0, p * apply<lower_power>(x, p, y), 0),
                      ctgrad::where(x == 0 && p > 0, 0, y * detail::log_of_base(x))};
  }
};

/// x^(p-1), given y = x^p. As y/x it costs no second pow and is more accurate than with a rounded
/// p - 1, but it needs y and y/x to be normal numbers.
struct lower_power : op<"lower_power", 3> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v, double w) {\n"
      "  const double q = w / u;\n"
      "  return std::isnormal(w) && std::isnormal(q) ? q : std::pow(u, v - 1);\n"
      "}";

 private:
  template <class X>
  static constexpr auto is_normal(const X& x) {
    using limits = std::numeric_limits<scalar_of<X>>;
    return (x >= (limits::min)() && x <= (limits::max)()) ||
           (x <= -(limits::min)() && x >= -(limits::max)());
  }

 public:
  template <class X>
  static constexpr auto value(const X& x, const auto& p, const auto& y) {
    const auto quotient = y / x;
    return detail::choose(
        is_normal(y) && is_normal(quotient), [&] { return quotient; },
        [&] {
          using std::pow;
          return pow(x, p - 1);
        });
  }
  static constexpr auto partials(const auto& x, const auto& p, const auto&, const auto& lower) {
    const auto q = p - 1;
    return std::tuple{ctgrad::where(q != 0, q * apply<lower_power>(x, q, lower), 0),
                      ctgrad::where(x == 0 && q > 0, 0, lower * detail::log_of_base(x)), 0};
  }
  static constexpr auto meaning(const auto& x, const auto& p, const auto&) {
    return apply<power>(x, p - 1);
  }
};

/// d sqrt x = 1/(2y). At 0 the slope is +inf.
struct sqrt : op<"sqrt", 1> {
  static constexpr std::string_view latex = "\\sqrt{#1}";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::sqrt;
    return sqrt(x);
  }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{1 / (2 * y)}; }
};

/// The slope of y = cbrt(x), 1/(3y²); computed as y/(3x), which does not double the error of y.
struct cbrt_slope : op<"cbrt_slope", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  return u != 0 && u - u == 0 ? v / u / 3 : 1 / (3 * v * v);\n"
      "}";
  static constexpr auto value(const auto& x, const auto& y) {
    const auto finite_and_not_0 = x != 0 && x - x == 0;
    return detail::choose(
        finite_and_not_0, [&] { return y / x / 3; }, [&] { return 1 / (3 * y * y); });
  }
  static constexpr auto partials(const auto& x, const auto&, const auto& slope) {
    return std::tuple{-2 * (slope / x) / 3, 0};
  }
  static constexpr auto meaning(const auto&, const auto& y) { return 1 / (3 * y * y); }
};

/// The cube root, of negative numbers too. d cbrt x = 1/(3y²). At 0 the slope is +inf.
struct cbrt : op<"cbrt", 1> {
  static constexpr std::string_view latex = "\\sqrt[3]{#1}";
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x) {
    using std::cbrt;
    return cbrt(x);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{apply<cbrt_slope>(x, y)};
  }
};

/// 1/sqrt(x). d rsqrt x = -y/(2x). At 0 the slope is -inf.
struct rsqrt : op<"rsqrt", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return 1 / std::sqrt(u); }";
  static constexpr auto value(const auto& x) {
    using std::sqrt;
    return 1 / sqrt(x);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{-(y / (2 * x))};
  }
  static constexpr auto meaning(const auto& x) { return 1 / apply<sqrt>(x); }
};

/// The slope x/h of h = hypot(x, y). Its own slope by x, y²/h³, would cancel in 1/h - x²/h³.
struct hypot_slope : op<"hypot_slope", 3> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp = "[](double u, double, double w) { return u / w; }";
  static constexpr auto value(const auto& x, const auto&, const auto& h) { return x / h; }
  static constexpr auto partials(const auto& x, const auto& y, const auto& h, const auto&) {
    const auto y_over_h = y / h;
    return std::tuple{y_over_h * y_over_h / h, -(x / h * y_over_h / h), 0};
  }
  static constexpr auto meaning(const auto& x, const auto&, const auto& h) { return x / h; }
};

/// sqrt(x² + y²) without overflow. d = x/h dx + y/h dy, and 0 at the origin: of all slopes of the
/// cone's tip the one of least norm.
struct hypot : op<"hypot", 2> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x, const auto& y) {
    using std::hypot;
    return hypot(x, y);
  }
  static constexpr auto partials(const auto& x, const auto& y, const auto& h) {
    return std::tuple{ctgrad::where(h != 0, apply<hypot_slope>(x, y, h), 0),
                      ctgrad::where(h != 0, apply<hypot_slope>(y, x, h), 0)};
  }
};

/// sqrt(x² + y² + z²), as hypot. (std::hypot of three is NaN in libstdc++ where one is infinite.)
struct hypot3 : op<"hypot3", 3> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v, double w) { return std::hypot(std::hypot(u, v), w); }";
  static constexpr auto value(const auto& x, const auto& y, const auto& z) {
    using std::hypot;
    return hypot(hypot(x, y), z);
  }
  static constexpr auto partials(const auto& x, const auto& y, const auto& z, const auto& h) {
    return std::tuple{ctgrad::where(h != 0, x / h, 0), ctgrad::where(h != 0, y / h, 0),
                      ctgrad::where(h != 0, z / h, 0)};
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

/// The square root, for x >= 0 (NaN below). Slope 1/(2 sqrt x); at 0 it is +inf.
CTGRAD_FUNCTION_1(sqrt, ops::sqrt)
/// The cube root, of negative numbers too. Slope 1/(3y²); at 0 it is +inf.
CTGRAD_FUNCTION_1(cbrt, ops::cbrt)
/// 1/sqrt(x), for x > 0. Slope -y/(2x); at 0 it is -inf.
CTGRAD_FUNCTION_1(rsqrt, ops::rsqrt)
/// sqrt(x² + y²) without overflow. Slopes x/h and y/h, both 0 at the origin.
CTGRAD_FUNCTION_2(hypot, ops::hypot)
/// sqrt(x² + y² + z²) without overflow, as the function of two.
CTGRAD_FUNCTION_3(hypot, ops::hypot3)

/// x^p. With an integer exponent exact rules for every base, negative ones included; otherwise as
/// std::pow, NaN for a negative base. Slopes p x^(p-1) and x^p log x, the second only where p is
/// active.
///
///   pow(x, 3)     // three factors
///   pow(x, 0.5)   // std::pow, or its derivative
template <operand X, operand P, nothing... Yield>
constexpr applied<ops::power_for<P>, X, P> pow(const X& x, const P& p, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::power_for<P>>(x, p);
}

/// x^N for a whole number N.
template <int N, operand X, nothing... Yield>
constexpr auto pow(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::integer_power>(x, N);
}

}  // namespace ctgrad
