// What is stated about sigmoid and logarithms of sums of exponentials.
#pragma once

#include <ctgrad/op/logistic.hpp>
#include <ctgrad/op/registry.hpp>

#include "entry.hpp"

namespace edge {

using logistic =
    ctgrad::op_list<ops::sigmoid, ops::sigmoid_slope, ops::softplus, ops::log_sigmoid, ops::logit,
                    ops::log1m_exp, ops::log1m_exp_slope, ops::log_add_exp>;

namespace detail {

/// Where exponentials of both signs matter, to the ends of double.
inline numbers exponents() {
  return join({both_signs(ratios(1e-10, 1, 50)), steps(-40, 40, 201), steps(-745, 745, 100)});
}

}  // namespace detail

template <>
struct entry<ops::sigmoid> : stated<ops::sigmoid> {
  static constexpr about text{
      .value = "1/(1 + exp(-x))",
      .derivatives = {"y (1 - y)"},
      .domain = "all x",
      .note =
          "No exponential overflows. Where 1 - y cancels (all digits are lost at 37) the slope "
          "is e/(1 + e)² with e = exp(-x): sigmoid_slope. This was chosen although that "
          "exponential, "
          "for y > 0.6 only, costs nearly as much as sigmoid itself."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{2.2};
  static points at() { return each(detail::exponents()); }
  static auto value(const auto& x) { return x > 1.03 ? -1 / (1 + exp(x)) : 1 / (1 + exp(-x)); }
  static constexpr row edges[]{
      {{0}, 0.5, {0.25}},
      {{-0.0}, 0.5, {0.25}},
      {{1}, 0.7310585786300049, {0.19661193324148185}},
      {{-1}, 0.2689414213699951, {0.19661193324148185}},
      {{20}, 0.99999999793884642, {2.0611536139418492e-09}},
      {{-20}, 2.0611536181902037e-09, {2.0611536139418492e-09}},
      {{30}, 0.99999999999990641, {9.3576229688384229e-14}},
      {{37}, below_1, {8.5330476257440646e-17}},
      {{40}, 1, {4.2483542552915889e-18}},
      {{-40}, 4.2483542552915889e-18, {4.2483542552915889e-18}},
      {{709}, 1, {1.2167807506234229e-308}},
      {{-709}, 1.2167807506234229e-308, {1.2167807506234229e-308}},
      {{740}, 1, {4.2e-322}},
      {{-740}, 4.2e-322, {4.2e-322}},
      {{746}, 1, {0}},
      {{-746}, 0, {0}},
      {{inf}, 1, {0}},
      {{-inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::sigmoid_slope> : stated<ops::sigmoid_slope> {
  static constexpr about text{
      .value = "y (1 - y) with y = sigmoid(x)",
      .derivatives = {"y (1 - y) (1 - 2y)", nullptr},
      .domain = "all x",
      .note = "Internal: the slope of sigmoid with all its digits. Its own slope has a zero at 0.",
      .relative_to = "y (1 - y) and 2y² (1 - y)"};
  static constexpr unsigned value_steps = 4;
  static constexpr double bound[]{1.9, 0};
  static points at() {
    points result;
    for (const double x : detail::exponents()) {
      const double e = std::exp(-std::abs(x));
      result.push_back({x, x < 0 ? e / (1 + e) : 1 / (1 + e), 0});
    }
    return result;
  }
  static auto value(const auto& x, const auto&) {
    const auto e = exp(-abs(x));
    return e / ((1 + e) * (1 + e));
  }
  static double terms(std::size_t, const point& x) {
    const double e = std::exp(-std::abs(x[0]));
    return e / ((1 + e) * (1 + e)) * (1 + 2 * x[1]);
  }
  static constexpr row edges[]{
      {{0, 0.5}, 0.25, {0, 0}},
      {{1, 0.7310585786300049}, 0.19661193324148185, {-0.090857747672948408, 0}},
      {{-1, 0.2689414213699951}, 0.19661193324148185, {0.090857747672948408, 0}},
      {{20, 0.99999999793884642}, 2.0611536139418492e-09, {-2.0611536054451409e-09, 0}},
      {{-20, 2.0611536181902037e-09}, 2.0611536139418492e-09, {2.0611536054451409e-09, 0}},
      {{40, 1}, 4.2483542552915889e-18, {-4.2483542552915889e-18, 0}},
      {{-40, 4.2483542552915889e-18}, 4.2483542552915889e-18, {4.2483542552915889e-18, 0}},
      {{inf, 1}, 0, {0, 0}},
      {{-inf, 0}, 0, {0, 0}},
      {{nan_, nan_}, nan_, {nan_, 0}},
  };
};

template <>
struct entry<ops::softplus> : stated<ops::softplus> {
  static constexpr about text{
      .value = "log(1 + exp(x))",
      .derivatives = {"sigmoid(x)"},
      .domain = "all x",
      .note = "As max(x, 0) + log1p(exp(-|x|)): nothing overflows. Also called log1p_exp."};
  static constexpr double bound[]{1.7};
  static points at() { return each(detail::exponents()); }
  static auto value(const auto& x) { return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)); }
  static constexpr row edges[]{
      {{0}, 0.69314718055994529, {0.5}},
      {{-0.0}, 0.69314718055994529, {0.5}},
      {{1}, 1.3132616875182228, {0.7310585786300049}},
      {{-1}, 0.31326168751822281, {0.2689414213699951}},
      {{20}, 20.000000002061153, {0.99999999793884642}},
      {{-20}, 2.0611536203143808e-09, {2.0611536181902037e-09}},
      {{37}, 37, {below_1}},
      {{-40}, 4.2483542552915889e-18, {4.2483542552915889e-18}},
      {{710}, 710, {1}},
      {{-709}, 1.2167807506234229e-308, {1.2167807506234229e-308}},
      {{-745}, tiniest, {tiniest}},
      {{1000}, 1000, {1}},
      {{-746}, 0, {0}},
      {{biggest}, biggest, {1}},
      {{inf}, inf, {1}},
      {{-inf}, 0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log_sigmoid> : stated<ops::log_sigmoid> {
  static constexpr about text{.value = "log(sigmoid(x))",
                              .derivatives = {"sigmoid(-x)"},
                              .domain = "all x",
                              .note = "As -softplus(-x)."};
  static constexpr double bound[]{1.7};
  static points at() { return each(detail::exponents()); }
  static auto value(const auto& x) { return x < 0 ? x - log1p(exp(x)) : -log1p(exp(-x)); }
  static constexpr row edges[]{
      {{0}, -0.69314718055994529, {0.5}},
      {{-0.0}, -0.69314718055994529, {0.5}},
      {{1}, -0.31326168751822281, {0.2689414213699951}},
      {{-1}, -1.3132616875182228, {0.7310585786300049}},
      {{20}, -2.0611536203143808e-09, {2.0611536181902037e-09}},
      {{-20}, -20.000000002061153, {0.99999999793884642}},
      {{40}, -4.2483542552915889e-18, {4.2483542552915889e-18}},
      {{-710}, -710, {1}},
      {{709}, -1.2167807506234229e-308, {1.2167807506234229e-308}},
      {{-1000}, -1000, {1}},
      {{746}, -0.0, {0}},
      {{inf}, -0.0, {0}},
      {{-inf}, -inf, {1}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::logit> : stated<ops::logit> {
  static constexpr about text{
      .value = "log(p/(1 - p))",
      .derivatives = {"1/(p (1 - p))"},
      .domain = "0 < p < 1",
      .note =
          "Near 1/2 as 2 atanh(2p - 1), whose argument is exact. At 0 and 1 the slope is +inf."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.7};
  static points at() {
    auto near_1 = ratios(0x1p-53, 0.3, 100);
    for (double& p : near_1) p = 1 - p;
    return each(join({ratios(1e-307, 0.3, 100), steps(0.01, 0.99, 101), near_1}));
  }
  static auto value(const auto& p) { return log(p) - log1p(-p); }
  static constexpr row edges[]{
      {{0.5}, 0, {4}},
      {{0}, -inf, {inf}},
      {{1}, inf, {inf}},
      {{below_1}, 36.736800569677101, {9007199254740994}},
      {{smallest}, -708.39641853226408, {4.4942328371557898e+307}},
      {{1e-300}, -690.77552789821368, {9.999999999999999e+299}},
      {{0.25}, -1.0986122886681098, {5.333333333333333}},
      {{0.75}, 1.0986122886681098, {5.333333333333333}},
      {{0.1}, -2.1972245773362191, {11.111111111111111}},
      {{0.999}, 6.906754778648553, {1001.0010010010001}},
      {{-1}, nan_, {-0.5}},
      {{2}, nan_, {-0.5}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log1m_exp> : stated<ops::log1m_exp> {
  static constexpr about text{
      .value = "log(1 - exp(x))",
      .derivatives = {"-1/expm1(-x)"},
      .domain = "x < 0",
      .note =
          "Switches near -ln 2 between log(-expm1(x)) and log1p(-exp(x)). At 0 value and slope "
          "are -inf."};
  static constexpr double bound[]{1.4};
  static points at() {
    return each(join(
        {negative(ratios(1e-300, 1, 150)), steps(-50, -0.01, 120), negative(ratios(50, 745, 40))}));
  }
  static auto value(const auto& x) { return x > -0.7 ? log(-expm1(x)) : log1p(-exp(x)); }
  static constexpr row edges[]{
      {{0}, -inf, {-inf}},
      {{-0.0}, -inf, {-inf}},
      {{-smallest}, -708.39641853226408, {-4.4942328371557898e+307}},
      {{-1e-10}, -23.025850929990458, {-9999999999.5}},
      {{-0.5}, -0.93275212956718856, {-1.5414940825367982}},
      {{-0.6875}, -0.69882643296940894, {-1.0113908198730106}},
      {{-0.7}, -0.68634100280838517, {-0.98643386363446339}},
      {{-1}, -0.45867514538708187, {-0.58197670686932645}},
      {{-37}, -8.5330476257440658e-17, {-8.533047625744067e-17}},
      {{-709}, -1.2167807506234229e-308, {-1.2167807506234229e-308}},
      {{-746}, -0.0, {0}},
      {{-inf}, -0.0, {0}},
      {{1}, nan_, {1.5819767068693265}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log1m_exp_slope> : stated<ops::log1m_exp_slope> {
  static constexpr about text{.value = "-1/expm1(-x)",
                              .derivatives = {"y (1 - y)"},
                              .domain = "x < 0",
                              .note = "Internal: the slope of log1m_exp."};
  static constexpr unsigned value_steps = 3;
  static constexpr double bound[]{2.1};
  static points at() {
    return each(join(
        {negative(ratios(1e-150, 1, 150)), steps(-50, -0.01, 120), negative(ratios(50, 745, 40))}));
  }
  static auto value(const auto& x) { return -exp(x) / -expm1(x); }
  static constexpr row edges[]{
      {{0}, -inf, {-inf}},
      {{-1e-10}, -9999999999.5, {-1e+20}},
      {{-0.5}, -1.5414940825367982, {-3.917698089032764}},
      {{-0.7}, -0.98643386363446339, {-1.9594856309592785}},
      {{-37}, -8.533047625744067e-17, {-8.533047625744067e-17}},
      {{-700}, -9.8596765437597708e-305, {-9.8596765437597708e-305}},
      {{-inf}, -0.0, {0}},
      {{nan_}, nan_, {nan_}},
  };
};

template <>
struct entry<ops::log_add_exp> : stated<ops::log_add_exp> {
  static constexpr about text{
      .value = "log(exp(a) + exp(b))",
      .derivatives = {"by a: sigmoid(a - b)", "by b: sigmoid(b - a)"},
      .domain = "all a, b",
      .note =
          "The two slopes add up to 1. Equal operands share: one half each, infinite ones too. "
          "Where a - b is rounded, the slope follows the rounded difference, which moves it by "
          "|a - b| half-ulps at most: points are those with an exact difference."};
  static constexpr double bound[]{1.7, 1.7};
  static points at() {
    points result;
    for (const double d : detail::exponents()) {
      const double shift = std::abs(d) > 1e-3 ? std::ldexp(std::round(std::ldexp(d, 20)), -20) : d;
      result.push_back({shift, 0, 0});
      if (std::abs(d) > 1e-3) result.push_back({3 + shift, 3, 0});
    }
    return result;
  }
  static auto value(const auto& a, const auto& b) {
    return a < b ? b + log1p(exp(a - b)) : a + log1p(exp(b - a));
  }
  static constexpr row edges[]{
      {{1000, 1000}, 1000.6931471805599, {0.5, 0.5}},
      {{0, -0.0}, 0.69314718055994531, {0.5, 0.5}},
      {{0, 0}, 0.69314718055994529, {0.5, 0.5}},
      {{1, 0}, 1.3132616875182228, {0.7310585786300049, 0.2689414213699951}},
      {{0, 1}, 1.3132616875182228, {0.2689414213699951, 0.7310585786300049}},
      {{0, 20}, 20.000000002061153, {2.0611536181902037e-09, 0.99999999793884642}},
      {{0, -40}, 4.2483542552915889e-18, {1, 4.2483542552915889e-18}},
      {{0, -700}, 9.8596765437597708e-305, {1, 9.8596765437597708e-305}},
      {{-1000, -1001}, -999.68673831248179, {0.7310585786300049, 0.2689414213699951}},
      {{biggest, -biggest}, biggest, {1, 0}},
      {{inf, 1}, inf, {1, 0}},
      {{inf, inf}, inf, {0.5, 0.5}},
      {{-inf, 3}, 3, {0, 1}},
      {{-inf, -inf}, -inf, {0.5, 0.5}},
      {{inf, -inf}, inf, {1, 0}},
      {{nan_, 0}, nan_, {nan_, nan_}},
  };
};

}  // namespace edge
