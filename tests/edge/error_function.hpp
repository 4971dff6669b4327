// What is stated about the error function and the normal distribution.
#pragma once

#include <ctgrad/op/error_function.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using error_function =
    ctgrad::op_list<ops::erf, ops::erfc, ops::gaussian, ops::normal_pdf, ops::normal_cdf>;

namespace detail {

inline numbers bell(double end) {
  return both_signs(join({ratios(1e-10, 1, 40), steps(0.5, end, 120)}));
}

}  // namespace detail

template <>
struct entry<ops::erf> : stated<ops::erf> {
  static constexpr about text{
      .value = "erf(x)",
      .derivatives = {"2/sqrt(pi) exp(-x²)"},
      .domain = "all x",
      .note =
          "The rounding error of x² is put behind the exponential (gaussian): without that the "
          "slope has lost 450 ulp at 26."};
  static constexpr double bound[]{2.1};
  static points at() { return each(detail::bell(27)); }
  static auto value(const auto& x) { return x > 1.03 ? -erfc(x) : x < -1.03 ? erfc(-x) : erf(x); }
  static constexpr row edges[]{
      {{0}, 0, {1.1283791670955126}},
      {{-0.0}, -0.0, {1.1283791670955126}},
      {{tiniest}, tiniest, {1.1283791670955126}},
      {{0.5}, 0.52049987781304652, {0.87878257893544476}},
      {{1}, 0.84270079294971489, {0.41510749742059472}},
      {{-1}, -0.84270079294971489, {0.41510749742059472}},
      {{3}, 0.99997790950300136, {0.00013925305194674786}},
      {{6}, 1, {2.617301239249265e-16}},
      {{20}, 1, {2.1610374743867984e-174}},
      {{26}, 1, {2.9470349932662697e-294}},
      {{-26}, -1, {2.9470349932662697e-294}},
      {{28}, 1, {0}},
      {{1e200}, 1, {0}},
      {{inf}, 1, {0}},
      {{-inf}, -1, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::erfc> : stated<ops::erfc> {
  static constexpr about text{.value = "1 - erf(x)",
                              .derivatives = {"-2/sqrt(pi) exp(-x²)"},
                              .domain = "all x",
                              .note = "As erf; the value keeps its digits for large x."};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{2.1};
  static points at() { return each(detail::bell(27)); }
  static auto value(const auto& x) { return -entry<ops::erf>::value(x); }
  static constexpr row edges[]{
      {{0}, 1, {-1.1283791670955126}},
      {{-0.0}, 1, {-1.1283791670955126}},
      {{0.5}, 0.47950012218695348, {-0.87878257893544476}},
      {{1}, 0.15729920705028513, {-0.41510749742059472}},
      {{-1}, 1.8427007929497148, {-0.41510749742059472}},
      {{3}, 2.2090496998585441e-05, {-0.00013925305194674786}},
      {{6}, 2.1519736712498913e-17, {-2.617301239249265e-16}},
      {{20}, 5.3958656116079012e-176, {-2.1610374743867984e-174}},
      {{26}, 5.6631924088561432e-296, {-2.9470349932662697e-294}},
      {{-26}, 2, {-2.9470349932662697e-294}},
      {{30}, 0, {0}},
      {{inf}, 0, {0}},
      {{-inf}, 2, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::gaussian> : stated<ops::gaussian> {
  static constexpr about text{
      .value = "exp(-x²)",
      .derivatives = {"-2x exp(-x²)"},
      .domain = "all x",
      .note =
          "Internal: the shape of erf's slope, with all its digits. Its own slope "
          "is measured where exp(-x²) is a normal number."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.3};
  static points at() { return each(detail::bell(26.6)); }
  static auto value(const auto& x) { return exp(-x * x); }
  static constexpr row edges[]{
      {{0}, 1, {0}},
      {{tiniest}, 1, {-1e-323}},
      {{0.5}, 0.77880078307140488, {-0.77880078307140488}},
      {{1}, 0.36787944117144233, {-0.73575888234288467}},
      {{-1}, 0.36787944117144233, {0.73575888234288467}},
      {{6}, 2.3195228302435696e-16, {-2.7834273962922832e-15}},
      {{20}, 1.9151695967140057e-174, {-7.6606783868560225e-173}},
      {{26}, 2.6117417612840555e-294, {-1.3581057158677088e-292}},
      {{-26}, 2.6117417612840555e-294, {1.3581057158677088e-292}},
      {{28}, 0, {0}},
      {{inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::normal_pdf> : stated<ops::normal_pdf> {
  static constexpr about text{.value = "φ(x) = exp(-x²/2)/sqrt(2 pi)",
                              .derivatives = {"-x φ(x)"},
                              .domain = "all x",
                              .note =
                                  "Measured where φ(x) is a normal number. At ±inf the "
                                  "slope is inf · 0, NaN."};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{3.1};
  static points at() { return each(detail::bell(37.5)); }
  static auto value(const auto& x) {
    using real = std::remove_cvref_t<decltype(x)>;
    return exp(-x * x / 2) / sqrt(8 * atan(real(1)));
  }
  static constexpr row edges[]{
      {{0}, 0.3989422804014327, {0}},
      {{tiniest}, 0.3989422804014327, {-0.0}},
      {{0.5}, 0.35206532676429947, {-0.17603266338214973}},
      {{1}, 0.24197072451914334, {-0.24197072451914334}},
      {{-1}, 0.24197072451914334, {0.24197072451914334}},
      {{6}, 6.0758828498232853e-09, {-3.6455297098939712e-08}},
      {{20}, 5.5209483621597635e-88, {-1.1041896724319527e-86}},
      {{37}, 2.1200065515246056e-298, {-7.8440242406410406e-297}},
      {{-37}, 2.1200065515246056e-298, {7.8440242406410406e-297}},
      {{40}, 0, {0}},
      {{inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::normal_cdf> : stated<ops::normal_cdf> {
  static constexpr about text{.value = "Φ(x) = erfc(-x/sqrt(2))/2",
                              .derivatives = {"φ(x)"},
                              .domain = "all x",
                              .note =
                                  "The value far left has the relative error of x/sqrt(2) "
                                  "times x²; the slope has not."};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{3.3};
  static points at() { return each(detail::bell(38)); }
  static auto value(const auto& x) {
    using real = std::remove_cvref_t<decltype(x)>;
    const auto t = x / sqrt(real(2));
    return x > 1.03 ? -erfc(t) / 2 : erfc(-t) / 2;
  }
  static constexpr row edges[]{
      {{0}, 0.5, {0.3989422804014327}},
      {{-0.0}, 0.5, {0.3989422804014327}},
      {{tiniest}, 0.5, {0.3989422804014327}},
      {{1}, 0.84134474606854293, {0.24197072451914334}},
      {{-1}, 0.15865525393145705, {0.24197072451914334}},
      {{6}, 0.9999999990134123, {6.0758828498232853e-09}},
      {{-2}, 0.022750131948179209, {0.053990966513188049}},
      {{20}, 1, {5.5209483621597635e-88}},
      {{38}, 1, {1.0972210519949712e-314}},
      {{40}, 1, {0}},
      {{-40}, 0, {0}},
      {{inf}, 1, {0}},
      {{-inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

}  // namespace edge
