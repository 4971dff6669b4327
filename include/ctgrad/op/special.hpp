// Gamma, Bessel and related functions. The numerics are Boost.Math's and the standard library's;
// this header is not part of <ctgrad/ctgrad.hpp>, because Boost.Math takes a while to compile.
//
// Outside of its domain a function is NaN, at a pole infinite or NaN; nothing throws.
#pragma once

#include <ctgrad/op/error_function.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/expint.hpp>
#include <boost/math/special_functions/polygamma.hpp>

#include <cmath>
#include <limits>

namespace ctgrad {
namespace detail {

namespace policies = boost::math::policies;
using quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                               policies::pole_error<policies::ignore_error>,
                               policies::overflow_error<policies::ignore_error>,
                               policies::rounding_error<policies::ignore_error>,
                               policies::evaluation_error<policies::ignore_error>>;

/// (-1)^n y, what reflecting a whole order makes of a Bessel function.
constexpr auto reflected(int n, const auto& y) {
  return n % 2 == 0 ? y : -y;
}

}  // namespace detail

namespace ops {

/// The derivative of order n of digamma, for a whole number n that is never active.
/// d polygamma(n, x) = polygamma(n + 1, x)
struct polygamma : op<"polygamma", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  if (!(v - v == 0 || v > 0)) return v - v;\n"
      "  return boost::math::polygamma(static_cast<int>(u), v, quiet());\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::polygamma;
    using real = std::remove_cvref_t<decltype(x)>;
    if (!(x - x == 0 || x > 0)) return real(x - x);  // NaN; Boost.Math throws
    return real(polygamma(static_cast<int>(n), x, detail::quiet{}));
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    return std::tuple{0, apply<polygamma>(n + 1, x)};
  }
};

/// The logarithmic derivative of the gamma function. d digamma x = polygamma(1, x)
struct digamma : op<"digamma", 1> {
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

/// The slope √π/2 exp(y²) of an inverse y. Near the ends of the domain the rounding of y, times
/// 2y², would cost up to 700 units in the last place, so it is corrected by how far y misses:
/// `miss` is how much the error function of y is larger than x.
template <class X>
constexpr X slope_of_erf_inverse(const X& y, const X& miss) {
  const X slope = 1 / (2 * constants::value<constants::inv_sqrtpi, X>() * gaussian::value(y));
  return slope <= (std::numeric_limits<X>::max)() ? slope * (1 - 2 * y * miss * slope) : slope;
}

/// The slope of y = erf_inv(x).
struct erf_inv_slope : op<"erf_inv_slope", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const double miss = v > 0.5f    ? (1 - u) - std::erfc(v)\n"
      "                      : v < -0.5f ? std::erfc(-v) - (1 + u)\n"
      "                                  : std::erf(v) - u;\n"
      "  const double h = v * v, l = std::fma(v, v, -h), e = std::exp(-h);\n"
      "  const double g = h > 1 && h < 4096 ? e * (1 - l) : e;\n"
      "  const double c = static_cast<double>(0.564189583547756286948079451560772586L);\n"
      "  const double y = 1 / (2 * c * g);\n"
      "  return y - y == 0 ? y * (1 - 2 * v * miss * y) : y;\n"
      "}";
  template <class X>
  static constexpr auto value(const X& x, const X& y) {
    using std::erf, std::erfc;
    const X miss = y > 0.5f ? (1 - x) - erfc(y) : y < -0.5f ? erfc(-y) - (1 + x) : erf(y) - x;
    return slope_of_erf_inverse<X>(y, miss);
  }
  static constexpr auto partials(const auto&, const auto& y, const auto& slope) {
    return std::tuple{2 * y * (slope * slope), 0};
  }
  static constexpr auto meaning(const auto& x, const auto& y) {
    return apply<exp>(y * y) / (2 * constant_for<constants::inv_sqrtpi>(x));
  }
};

/// The inverse of erf. d erf_inv x = √π/2 exp(y²). At -1 and 1 the slope is +inf.
struct erf_inv : op<"erf_inv", 1> {
  static constexpr std::string_view cpp =
      "[](double u) { return boost::math::erf_inv(u, quiet()); }";
  static constexpr auto value(const auto& x) {
    using boost::math::erf_inv;
    return erf_inv(x, detail::quiet{});
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{apply<erf_inv_slope>(x, y)};
  }
};

/// The slope of y = erfc_inv(x).
struct erfc_inv_slope : op<"erfc_inv_slope", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const double miss = u - std::erfc(v);\n"
      "  const double h = v * v, l = std::fma(v, v, -h), e = std::exp(-h);\n"
      "  const double g = h > 1 && h < 4096 ? e * (1 - l) : e;\n"
      "  const double c = static_cast<double>(0.564189583547756286948079451560772586L);\n"
      "  const double y = 1 / (2 * c * g);\n"
      "  return -(y - y == 0 ? y * (1 - 2 * v * miss * y) : y);\n"
      "}";
  template <class X>
  static constexpr auto value(const X& x, const X& y) {
    using std::erfc;
    return -slope_of_erf_inverse<X>(y, x - erfc(y));
  }
  static constexpr auto partials(const auto&, const auto& y, const auto& slope) {
    return std::tuple{2 * y * (slope * slope), 0};
  }
  static constexpr auto meaning(const auto& x, const auto& y) {
    return -apply<exp>(y * y) / (2 * constant_for<constants::inv_sqrtpi>(x));
  }
};

/// The inverse of erfc. d erfc_inv x = -√π/2 exp(y²). At 0 and 2 the slope is -inf.
struct erfc_inv : op<"erfc_inv", 1> {
  static constexpr std::string_view cpp =
      "[](double u) { return boost::math::erfc_inv(u, quiet()); }";
  static constexpr auto value(const auto& x) {
    using boost::math::erfc_inv;
    return erfc_inv(x, detail::quiet{});
  }
  static constexpr auto partials(const auto& x, const auto& y) {
    return std::tuple{apply<erfc_inv_slope>(x, y)};
  }
};

/// The Bessel function of the first kind of a whole order n, which is never active.
/// d bessel_j(n, x) = (bessel_j(n - 1, x) - bessel_j(n + 1, x))/2. Abramowitz & Stegun 9.1.27.
struct bessel_j : op<"bessel_j", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const int n = static_cast<int>(u);\n"
      "  const double y = boost::math::cyl_bessel_j(n < 0 ? -n : n, v, quiet());\n"
      "  return n < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::cyl_bessel_j;
    const int order = static_cast<int>(n);
    const auto y = cyl_bessel_j(order < 0 ? -order : order, x, detail::quiet{});
    return order < 0 ? detail::reflected(order, y) : y;
  }
  static constexpr auto partials(const auto& n, const auto& x, const auto&) {
    return std::tuple{0, (apply<bessel_j>(n - 1, x) - apply<bessel_j>(n + 1, x)) / 2};
  }
};

/// The Bessel function of the second kind of a whole order n, for x > 0; as bessel_j.
struct bessel_y : op<"bessel_y", 2> {
  static constexpr std::string_view cpp =
      "[](double u, double v) {\n"
      "  const int n = static_cast<int>(u);\n"
      "  const double y = boost::math::cyl_neumann(n < 0 ? -n : n, v, quiet());\n"
      "  return n < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  static constexpr auto value(const auto& n, const auto& x) {
    using boost::math::cyl_neumann;
    const int order = static_cast<int>(n);
    const auto y = cyl_neumann(order < 0 ? -order : order, x, detail::quiet{});
    return order < 0 ? detail::reflected(order, y) : y;
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
      "  const int n = static_cast<int>(u);\n"
      "  if (n < 0) return std::numeric_limits<double>::quiet_NaN();\n"
      "  const double size = v < 0 ? -v : v;\n"
      "  const double y = boost::math::sph_bessel(static_cast<unsigned>(n), size, quiet());\n"
      "  return v < 0 && n % 2 != 0 ? -y : y;\n"
      "}";
  template <class X>
  static constexpr auto value(const auto& n, const X& x) {
    using boost::math::sph_bessel;
    if (x != x) return X(x);  // Boost.Math asserts
    const int order = static_cast<int>(n);
    if (order < 0) return std::numeric_limits<X>::quiet_NaN();
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

template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::polygamma, N, X> polygamma(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::polygamma>(n, x);
}

template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::bessel_j, N, X> bessel_j(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(n, x);
}

template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::bessel_y, N, X> bessel_y(const N& n, const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_y>(n, x);
}

template <ops::whole N, operand X, nothing... Yield>
constexpr applied<ops::spherical_bessel, N, X> spherical_bessel(const N& n, const X& x,
                                                                CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::spherical_bessel>(n, x);
}

CTGRAD_FUNCTION_1(digamma, ops::digamma)
CTGRAD_FUNCTION_1(tgamma, ops::tgamma)
CTGRAD_FUNCTION_1(lgamma, ops::lgamma)
CTGRAD_FUNCTION_2(beta, ops::beta)
CTGRAD_FUNCTION_1(expint, ops::expint)
CTGRAD_FUNCTION_1(erf_inv, ops::erf_inv)
CTGRAD_FUNCTION_1(erfc_inv, ops::erfc_inv)

template <operand X, nothing... Yield>
constexpr auto j0(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(0, x);
}

template <operand X, nothing... Yield>
constexpr auto j1(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_j>(1, x);
}

template <operand X, nothing... Yield>
constexpr auto y0(const X& x, CTGRAD_YIELD) {
  CTGRAD_HERE
  return apply<ops::bessel_y>(0, x);
}

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

/// The ops of this header.
using special_ops =
    op_list<ops::polygamma, ops::digamma, ops::tgamma, ops::lgamma, ops::beta, ops::expint,
            ops::erf_inv, ops::erf_inv_slope, ops::erfc_inv, ops::erfc_inv_slope, ops::bessel_j,
            ops::bessel_y, ops::spherical_bessel>;

}  // namespace ctgrad
