// erf and erfc on a register.
//
// erfc x = exp(-x²) p(t)/(1 + 2x) for x >= 0, where p is the Chebyshev interpolant of
// (1 + 2x) exp(x²) erfc x in t = (x - c)/(x + c) (Shepherd and Laframboise 1981), over all x with
// an erfc that is not 0; erfc(-x) = 2 - erfc x. exp(-x²) is compensated and the very expression of
// the op gaussian: a compiler computes it once for erfc and its slope. Up to 1, erf x is x times a
// polynomial in x², its Chebyshev interpolant.
#pragma once

#include <ctgrad/batch/lane_exponential.hpp>
#include <ctgrad/op/error_function.hpp>

#ifdef CTGRAD_REGISTERS_BY_XSIMD

namespace ctgrad::detail {

template <class T>
struct erf_constants;

template <>
struct erf_constants<double> {
  static constexpr double c = 4, most = 28;  // beyond, erfc is 0
  static constexpr std::array p{
      1.2329951186255526,      -0.13962111684056286,    0.015379652102620996,
      0.068097054254734682,    -0.10103906603636773,    0.093732834996872696,
      -0.066330365811154465,   0.03716751556148306,     -0.016197734063710445,
      0.0050319697622847361,   -0.00075777330913793324, -0.00019925552619520982,
      0.00015062210715057866,  -2.4403165369627111e-05, -1.1224436722701745e-05,
      5.7180194304286331e-06,  3.0082269716067099e-07,  -8.355403600708081e-07,
      6.3099318920481242e-08,  1.1579545491817747e-07,  -7.770852409868655e-09,
      -1.3870633436752771e-08, -1.8822551750393533e-09};
  static constexpr std::array near_0{
      1.1283791670955126,      -0.37612638903183543,    0.11283791670945006,
      -0.02686617064323777,    0.0052239776071164225,   -0.00085483259753896918,
      0.00012055294904839707,  -1.4924736907419661e-05, 1.6447424703317362e-06,
      -1.6208483801871705e-07, 1.3720064546777686e-08,  -7.7958988270021425e-10};
};

template <>
struct erf_constants<float> {
  static constexpr float c = 2, most = 10.5f;
  static constexpr std::array p{1.27697837f,     -0.0927638188f,   -0.166030496f,   0.164050907f,
                                -0.054218363f,   -0.00802997686f,  0.00871228892f,  0.00125105656f,
                                -0.00142878096f, -0.000401831057f, 0.000176483198f, 8.3184721e-05f};
  static constexpr std::array near_0{1.12837911f,    -0.37612626f,   0.112835944f,
                                     -0.0268542115f, 0.00518908724f, -0.00080168643f,
                                     7.87587487e-05f};
};

/// erfc|x|
template <class T>
CTGRAD_RECORD lanes<T> erfc_of_size(const lanes<T>& x) {
  using constants = erf_constants<T>;
  const lanes<T> size = within(T(0), size_of(x), constants::most);
  const lanes<T> t = (size - constants::c) / (size + constants::c);
  return exp_of_square<lanes<T>>(x, T(-1)) * (polynomial(t, constants::p) / (1 + 2 * size));
}

template <class T>
CTGRAD_RECORD lanes<T> erfc_on_lanes(const lanes<T>& x) {
  const lanes<T> y = erfc_of_size(x);
  return where(x < 0, 2 - y, y);
}

template <class T>
CTGRAD_RECORD lanes<T> erf_on_lanes(const lanes<T>& x) {
  const lanes<T> small = x * polynomial(x * x, erf_constants<T>::near_0);
  return where(size_of(x) < 1, small, with_sign_of(x, 1 - erfc_of_size(x)));
}

}  // namespace ctgrad::detail

#endif
