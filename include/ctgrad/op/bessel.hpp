// Bessel functions of whole orders.
#pragma once

#include <ctgrad/op/boost_math.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/math/special_functions/bessel.hpp>

#include <limits>
#include <string_view>
#include <tuple>

namespace ctgrad {
namespace detail {

/// (-1)^n y, what reflecting a whole order makes of a Bessel function.
constexpr auto reflected(int n, const auto& y) {
  return n % 2 == 0 ? y : -y;
}

}  // namespace detail

namespace ops {

/// The Bessel function of the first kind of a whole order n, which is never active.
/// d bessel_j(n, x) = (bessel_j(n - 1, x) - bessel_j(n + 1, x))/2. Abramowitz & Stegun 9.1.27.
struct bessel_j : op<"bessel_j", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (!(u >= -2147483646 && u <= 2147483646 && u == static_cast<int>(u))) {\n"
      "    return std::numeric_limits<double>::quiet_NaN();\n"
      "  }\n"
      "  const int n = static_cast<int>(u);\n"
      "  const double y = boost::math::cyl_bessel_j(n < 0 ? -n : n, v, quiet());\n"
      "  return n < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::cyl_bessel_j;
    using real = decltype(cyl_bessel_j(0, x, detail::quiet{}));
    if (!detail::is_whole_order(n)) return std::numeric_limits<real>::quiet_NaN();
    const int order = static_cast<int>(n);
    const real y = cyl_bessel_j(order < 0 ? -order : order, x, detail::quiet{});
    return order < 0 ? real(detail::reflected(order, y)) : y;
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    return std::tuple{0, (apply<bessel_j>(n - 1, x) - apply<bessel_j>(n + 1, x)) / 2};
  }
};

/// The Bessel function of the second kind of a whole order n, for x > 0; as bessel_j.
struct bessel_y : op<"bessel_y", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (!(u >= -2147483646 && u <= 2147483646 && u == static_cast<int>(u))) {\n"
      "    return std::numeric_limits<double>::quiet_NaN();\n"
      "  }\n"
      "  const int n = static_cast<int>(u);\n"
      "  const double y = boost::math::cyl_neumann(n < 0 ? -n : n, v, quiet());\n"
      "  return n < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::cyl_neumann;
    using real = decltype(cyl_neumann(0, x, detail::quiet{}));
    if (!detail::is_whole_order(n)) return std::numeric_limits<real>::quiet_NaN();
    const int order = static_cast<int>(n);
    const real y = cyl_neumann(order < 0 ? -order : order, x, detail::quiet{});
    return order < 0 ? real(detail::reflected(order, y)) : y;
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    return std::tuple{0, (apply<bessel_y>(n - 1, x) - apply<bessel_y>(n + 1, x)) / 2};
  }
};

/// The spherical Bessel function of the first kind of a whole order n >= 0, which is never active;
/// of order 0 it is sin(x)/x. d spherical_bessel(n, x) =
/// (n spherical_bessel(n - 1, x) - (n + 1) spherical_bessel(n + 1, x))/(2n + 1), which has no
/// cancellation at 0. Abramowitz & Stegun 10.1.20.
struct spherical_bessel : op<"spherical_bessel", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (v != v) return v;\n"
      "  if (!(u >= 0 && u <= 2147483646 && u == static_cast<int>(u))) {\n"
      "    return std::numeric_limits<double>::quiet_NaN();\n"
      "  }\n"
      "  const int n = static_cast<int>(u);\n"
      "  const double size = v < 0 ? -v : v;\n"
      "  const double y = boost::math::sph_bessel(static_cast<unsigned>(n), size, quiet());\n"
      "  return v < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  template <class X>
  static constexpr auto value(const auto& n, const X& x) {
    using boost::math::sph_bessel;
    if (x != x) return X(x);  // Boost.Math asserts
    if (!detail::is_whole_order(n) || n < 0) return std::numeric_limits<X>::quiet_NaN();
    const int order = static_cast<int>(n);
    const X y = sph_bessel(static_cast<unsigned>(order), X(x < 0 ? -x : x), detail::quiet{});
    return x < 0 ? X(detail::reflected(order, y)) : y;
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    const auto below = ctgrad::where(n == 0, 0, n - 1);
    const auto slope =
        (n * apply<spherical_bessel>(below, x) - (n + 1) * apply<spherical_bessel>(n + 1, x)) /
        (2 * n + 1);
    return std::tuple{0, slope};
  }
};

}  // namespace ops

/// The Bessel function of the first kind and order n, a whole number. Slope
/// (bessel_j(n - 1, x) - bessel_j(n + 1, x))/2 (M. Abramowitz, I. Stegun 1964, 9.1.27). Needs
/// Boost.Math.
template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::bessel_j, N, X> bessel_j(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(n, x);
}

/// The Bessel function of the second kind and order n, a whole number, for x > 0; slopes as those
/// of bessel_j.
template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::bessel_y, N, X> bessel_y(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_y>(n, x);
}

/// The spherical Bessel function of the first kind and order n >= 0 (M. Abramowitz, I. Stegun 1964,
/// 10.1.20 for its slope); that of order 0 is sin(x)/x.
template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::spherical_bessel, N, X> spherical_bessel(const N& n, const X& x,
                                                                CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::spherical_bessel>(n, x);
}

/// bessel_j(0, x)
template <operand X, nothing... Yield>
constexpr auto j0(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(0, x);
}

/// bessel_j(1, x)
template <operand X, nothing... Yield>
constexpr auto j1(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(1, x);
}

/// bessel_y(0, x)
template <operand X, nothing... Yield>
constexpr auto y0(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_y>(0, x);
}

/// bessel_y(1, x)
template <operand X, nothing... Yield>
constexpr auto y1(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_y>(1, x);
}

/// sin(x)/x, and 1 at 0 (not the sinc of signal processing, which has pi x).
template <operand X, nothing... Yield>
constexpr auto sinc(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::spherical_bessel>(0, x);
}

}  // namespace ctgrad
