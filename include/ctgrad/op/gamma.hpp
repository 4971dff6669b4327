// The gamma function and its relatives; of those is the exponential integral, too.
#pragma once

#include <ctgrad/op/boost_math.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/expint.hpp>
#include <boost/math/special_functions/polygamma.hpp>

#include <cmath>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace ctgrad {
namespace ops {

/// The derivative of order n of digamma, for a whole number n that is never active.
/// d polygamma(n, x) = polygamma(n + 1, x)
struct polygamma : op<"polygamma", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (!(v - v == 0 || v > 0)) return v - v;\n"
      "  if (!(u >= 0 && u <= 2147483646 && u == static_cast<int>(u))) {\n"
      "    return std::numeric_limits<double>::quiet_NaN();\n"
      "  }\n"
      "  return boost::math::polygamma(static_cast<int>(u), v < -9e18 ? -2 : v, quiet());\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::polygamma;
    using real = std::remove_cvref_t<decltype(x)>;
    if (!(x - x == 0 || x > 0)) return real(x - x);  // NaN; Boost.Math throws
    if (!detail::is_whole_order(n) || n < 0) return std::numeric_limits<real>::quiet_NaN();
    // A number that large is whole, and a pole: Boost.Math would throw.
    return real(polygamma(static_cast<int>(n), x < -9e18 ? real(-2) : real(x), detail::quiet{}));
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    return std::tuple{0, apply<polygamma>(n + 1, x)};
  }
};

/// The logarithmic derivative of the gamma function. d digamma x = polygamma(1, x)
struct digamma : op<"digamma", 1> {
  static constexpr std::string_view latex = "\\psi";
  static constexpr std::string_view cpp =
      "[](double u) { return boost::math::digamma(u, quiet()); }";
  static constexpr auto value(const auto& x) {
    using boost::math::digamma;
    return digamma(x, detail::quiet{});
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<polygamma>(1, x)};
  }
};

/// The gamma function. d tgamma x = y digamma(x)
struct tgamma : op<"tgamma", 1> {
  static constexpr std::string_view latex = "\\Gamma";
  static constexpr auto value(const auto& x) {
    using std::tgamma;
    return tgamma(x);
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{y * apply<digamma>(x)};
  }
};

/// log |gamma(x)|. d lgamma x = digamma(x)
struct lgamma : op<"lgamma", 1> {
  static constexpr auto value(const auto& x) {
    using std::lgamma;
    return lgamma(x);
  }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{apply<digamma>(x)};
  }
};

/// gamma(a) gamma(b)/gamma(a + b) for a, b > 0. d/da = y (digamma(a) - digamma(a + b))
struct beta : op<"beta", 2> {
  static constexpr std::string_view latex = "\\mathrm{B}";
  static constexpr bool commutative = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) { return boost::math::beta(u, v, quiet()); }";
  static constexpr auto value(const auto& a, const auto& b) {
    using boost::math::beta;
    return beta(a, b, detail::quiet{});
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto& y) {
    const auto of_sum = apply<digamma>(a + b);
    return std::tuple{y * (apply<digamma>(a) - of_sum), y * (apply<digamma>(b) - of_sum)};
  }
};

/// The exponential integral Ei. d expint x = exp(x)/x, by halves because Ei overflows later than
/// exp. At 0 it has a pole.
struct expint : op<"expint", 1> {
  static constexpr std::string_view cpp =
      "[](double u) { return boost::math::expint(u, quiet()); }";
  static constexpr auto value(const auto& x) {
    using boost::math::expint;
    return expint(x, detail::quiet{});
  }
  static constexpr auto partials(const auto& x, const auto&) {
    const auto half = apply<exp>(x / 2);
    return std::tuple{half / x * half};
  }
};

}  // namespace ops

/// The derivative of order n of digamma, n a whole number. Slope polygamma(n + 1, x). Needs
/// Boost.Math.
template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::polygamma, N, X> polygamma(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::polygamma>(n, x);
}

/// The logarithmic derivative of the gamma function. Slope polygamma(1, x). Needs Boost.Math.
CTGRAD_FUNCTION_1(digamma, ops::digamma)
/// The gamma function, as std::tgamma. Slope y digamma(x).
CTGRAD_FUNCTION_1(tgamma, ops::tgamma)
/// log |gamma(x)|, as std::lgamma. Slope digamma(x).
CTGRAD_FUNCTION_1(lgamma, ops::lgamma)
/// gamma(x) gamma(y)/gamma(x + y), for x, y > 0. Slope by x: beta(x, y) (digamma(x) - digamma(x +
/// y)).
CTGRAD_FUNCTION_2(beta, ops::beta)
/// The exponential integral Ei. Slope e^x/x; at 0 it has a pole.
CTGRAD_FUNCTION_1(expint, ops::expint)

}  // namespace ctgrad
