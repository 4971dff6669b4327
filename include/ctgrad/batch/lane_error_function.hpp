// erf and erfc on a register.
//
// erfc x = exp(-x²) p(t)/(1 + 9x/8) for x >= 0, where p is the Chebyshev interpolant of
// (1 + 9x/8) exp(x²) erfc x in t = (x - c)/(x + c) (Shepherd and Laframboise 1981), over all x with
// an erfc that is not 0 (the factor 9x/8 makes it flat at 0); erfc(-x) = 2 - erfc x. exp(-x²) is
// compensated and the very expression of the op gaussian: a compiler computes it once for erfc and
// its slope. Up to 1, erf x is x times a polynomial in x², its Chebyshev interpolant.
#pragma once

#include <ctgrad/batch/lane_exponential.hpp>
#include <ctgrad/batch/lane_product.hpp>
#include <ctgrad/batch/on_lanes.hpp>
#include <ctgrad/op/error_function.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

namespace ctgrad::detail {

template <class T>
struct erf_constants;

template <>
struct erf_constants<double> {
  static constexpr double c = 4, most = 28;  // beyond, erfc is 0
  static constexpr std::array p{
      0.75349701693783766,    -0.1918791495553917,     0.1043409138344652,
      -0.033558201786785251,  -0.0091630845334360438,  0.02511505034338319,
      -0.023617493541826431,  0.015287501114173874,    -0.0073348600758851292,
      0.0024808650143670744,  -0.00043576823397833514, -7.7526114658011346e-05,
      7.4856636208306147e-05, -1.4559350408407352e-05, -5.0253776250652239e-06,
      3.0373730001697926e-06, 4.4605646208885877e-08,  -4.2766116712746253e-07,
      4.7059673192645042e-08, 5.8338541930753452e-08,  -5.788532190395282e-09,
      -7.022481425228684e-09, -8.2997302398900322e-10};
  static constexpr std::array near_0{
      1.1283791670955126,      -0.37612638903183543,    0.11283791670945006,
      -0.02686617064323777,    0.0052239776071164225,   -0.00085483259753896918,
      0.00012055294904839707,  -1.4924736907419661e-05, 1.6447424703317362e-06,
      -1.6208483801871705e-07, 1.3720064546777686e-08,  -7.7958988270021425e-10};
};

template <>
struct erf_constants<float> {
  static constexpr float c = 2, most = 10.5f;
  static constexpr std::array p{0.830035925f,     -0.239073455f,   0.012333326f,
                                0.0577255897f,    -0.0288649369f,  -0.00145643845f,
                                0.00453124102f,   0.000278819818f, -0.000786143937f,
                                -0.000160259515f, 0.000108635999f, 4.38160132e-05f};
  static constexpr std::array near_0{1.12837911f,    -0.37612626f,   0.112835944f,
                                     -0.0268542115f, 0.00518908724f, -0.00080168643f,
                                     7.87587487e-05f};
};

/// exp(factor x²) for a factor that is a power of two and negative. What rounding took from x² is
/// added behind it (see op/error_function.hpp).
template <class T>
CTGRAD_RECORD lanes<T> exp_of_square_on_lanes(T factor, const lanes<T>& x) {
  const lanes<T> h = x * x;
  return exp_of_sum_on_lanes(factor * h,
                             where(h > 1 && h < 4096, factor * rest_of_product(x, x, h), 0));
}

/// exp(x²) erfc x for x >= 0
template <class T>
CTGRAD_RECORD lanes<T> scaled_erfc(const lanes<T>& x) {
  using constants = erf_constants<T>;
  const lanes<T> t = (x - constants::c) / (x + constants::c);
  return polynomial(t, constants::p) / multiply_add(x, lanes<T>(T(1.125)), lanes<T>(T(1)));
}

/// erfc|x|
template <class T>
CTGRAD_RECORD lanes<T> erfc_of_size(const lanes<T>& x) {
  const lanes<T> size = capped(magnitude(x), erf_constants<T>::most);
  return exp_of_square_on_lanes(T(-1), x) * scaled_erfc(size);
}

template <class T>
CTGRAD_RECORD lanes<T> erfc_on_lanes(const lanes<T>& x) {
  const lanes<T> y = erfc_of_size(x);
  return where(x < 0, 2 - y, y);
}

template <class T>
CTGRAD_RECORD lanes<T> erf_on_lanes(const lanes<T>& x) {
  const lanes<T> small = x * polynomial(x * x, erf_constants<T>::near_0);
  return where(magnitude(x) < 1, small, with_sign_of(x, 1 - erfc_of_size(x)));
}

template <>
struct on_lanes<ops::gaussian> : found_on_lanes {
  template <class T>
  CTGRAD_RECORD static lanes<T> value(const lanes<T>& x) {
    return exp_of_square_on_lanes(T(-1), x);
  }
};

template <>
struct on_lanes<ops::normal_pdf> : found_on_lanes {
  template <class T>
  CTGRAD_RECORD static lanes<T> value(const lanes<T>& x) {
    return T(0.398942280401432677939946L) * exp_of_square_on_lanes(T(-0.5), x);
  }
};

/// By exp(-x²/2) as it is: what is left of erfc hardly feels that x/√2 is rounded.
template <>
struct on_lanes<ops::normal_cdf> : found_on_lanes {
  template <class T>
  CTGRAD_RECORD static lanes<T> value(const lanes<T>& x) {
    constexpr T most = erf_constants<T>::most * std::numbers::sqrt2_v<T>;
    const lanes<T> z = capped(magnitude(x), most) * (std::numbers::sqrt2_v<T> / 2);
    const lanes<T> y = exp_of_square_on_lanes(T(-0.5), x) * scaled_erfc(z) / 2;
    return where(x > 0, 1 - y, y);
  }
};

}  // namespace ctgrad::detail

#endif
