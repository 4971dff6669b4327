// The inverses of erf and erfc.
#pragma once

#include <ctgrad/op/boost_math.hpp>
#include <ctgrad/op/error_function.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/math/special_functions/erf.hpp>

#include <cmath>
#include <limits>
#include <string_view>
#include <tuple>

namespace ctgrad {
namespace ops {

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

}  // namespace ops

/// The inverse of erf, for x in [-1, 1]. Slope √π/2 exp(y²); at the ends +inf. Needs Boost.Math.
CTGRAD_FUNCTION_1(erf_inv, ops::erf_inv)
/// The inverse of erfc, for x in [0, 2]. Slope -√π/2 exp(y²); at the ends -inf. Needs Boost.Math.
CTGRAD_FUNCTION_1(erfc_inv, ops::erfc_inv)

}  // namespace ctgrad
