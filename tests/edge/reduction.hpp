// What is stated about functions of many numbers, here of two or three.
#pragma once

#include <ctgrad/op/reduction.hpp>
#include <ctgrad/op/registry.hpp>

#include <array>

#include "arithmetic.hpp"
#include "entry.hpp"
#include "logistic.hpp"
#include "power.hpp"

namespace edge {

namespace detail {

/// Operands of one kind as the array that the function takes: numbers stay numbers.
template <class X>
constexpr auto array_of(const X& a, const auto&... rest) {
  return std::array<X, 1 + sizeof...(rest)>{a, rest...};
}

}  // namespace detail

struct sum : function<"sum", 3> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) { return ctgrad::sum(detail::array_of(x...)); }
};
struct dot : function<"dot", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto& a, const auto& b) {
    return ctgrad::dot(detail::array_of(a, a), detail::array_of(b, b));
  }
};
struct squared_norm : function<"squared_norm", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) {
    return ctgrad::squared_norm(detail::array_of(x...));
  }
};
struct norm : function<"norm", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) { return ctgrad::norm(detail::array_of(x...)); }
};
struct log_sum_exp : function<"log_sum_exp", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) {
    return ctgrad::log_sum_exp(detail::array_of(x...));
  }
};
struct softmax : function<"softmax", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) {
    return ctgrad::softmax(detail::array_of(x...))[0];
  }
};
struct log_softmax : function<"log_softmax", 2> {
  static constexpr bool of_ranges = true;
  static constexpr auto value(const auto&... x) {
    return ctgrad::log_softmax(detail::array_of(x...))[0];
  }
};

using reduction = ctgrad::op_list<sum, dot, squared_norm, norm, log_sum_exp, softmax, log_softmax>;

namespace detail {

/// Pairs of which the difference is exact, since the slopes depend on nothing else.
inline points exact_differences() {
  points result;
  for (const double d :
       join({steps(-40, 40, 201), steps(-700, 700, 100), both_signs(ratios(0.002, 1, 20))})) {
    result.push_back({std::ldexp(std::round(std::ldexp(d, 20)), -20), 0.5, 0});
  }
  return result;
}

}  // namespace detail

template <>
struct entry<sum> : stated<sum> {
  static constexpr about text{
      "x₀ + x₁ + ...", {"1", "1", "1"}, "all x", "From left to right. Rows: of three numbers."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0, 0};
  static points at() { return entry<ops::fma>::at(); }
  static auto value(const auto& a, const auto& b, const auto& c) { return a + b + c; }
  static constexpr row edges[]{
      {{1, 2, 3}, 6, {1, 1, 1}},
      {{-0.0, -0.0, -0.0}, 0, {1, 1, 1}},
      {{biggest, biggest, -biggest}, inf, {1, 1, 1}},
      {{nan_, 1, 2}, nan_, {1, 1, 1}},
  };
};

template <>
struct entry<dot> : stated<dot> {
  static constexpr about text{"x₀ y₀ + x₁ y₁ + ...",
                              {"by x: y", "by y: x"},
                              "all x, y",
                              "Rows: of (a, a) and (b, b), which is 2ab."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() { return pairs(wide(9), wide(9)); }
  static auto value(const auto& a, const auto& b) { return 2 * a * b; }
  static constexpr row edges[]{
      {{3, 4}, 24, {8, 6}},
      {{0, 4}, 0, {8, 0}},
      {{0, inf}, nan_, {inf, 0}},
      {{nan_, 1}, nan_, {2, nan_}},
  };
};

template <>
struct entry<squared_norm> : stated<squared_norm> {
  static constexpr about text{"x₀² + x₁² + ...",
                              {"2x₀", "2x₁"},
                              "all x",
                              "Smooth at the origin, where norm is not. Rows: of two numbers."};
  static constexpr unsigned value_steps = 0;
  static constexpr double bound[]{0, 0};
  static points at() {
    return pairs(both_signs(ratios(1e-50, 1e50, 9)), both_signs(ratios(1e-50, 1e50, 9)));
  }
  static auto value(const auto& a, const auto& b) { return a * a + b * b; }
  static constexpr row edges[]{
      {{0, 0}, 0, {0, 0}},
      {{3, -4}, 25, {6, -8}},
      {{1e200, 1}, inf, {2e200, 2}},
      {{nan_, 1}, nan_, {nan_, 2}},
  };
};

template <>
struct entry<norm> : stated<norm> {
  static constexpr about text{
      .value = "sqrt(x₀² + x₁² + ...)",
      .derivatives = {"x₀/y", "x₁/y"},
      .domain = "all x",
      .note =
          "Divided by the largest magnitude first, so no square overflows. At the origin all "
          "slopes are 0. Rows: of two numbers."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.8, 2.2};
  static points at() { return entry<ops::hypot>::at(); }
  static auto value(const auto& x, const auto& y) { return sqrt(x * x + y * y); }
  static constexpr row edges[]{
      {{0, 0}, 0, {0, 0}},
      {{-0.0, 0}, 0, {0, 0}},
      {{3, -4}, 5, {0.6, -0.8}},
      {{0, -2}, 2, {0, -1}},
      {{1e+200, 1e+200}, 1.414213562373095e+200, {0.70710678118654757, 0.70710678118654757}},
      {{1e-200, 1e-200}, 1.414213562373095e-200, {0.70710678118654757, 0.70710678118654757}},
      {{1, 1}, 1.4142135623730951, {0.70710678118654757, 0.70710678118654757}},
      {{nan_, 1}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<log_sum_exp> : stated<log_sum_exp> {
  static constexpr about text{
      .value = "log(exp(x₀) + exp(x₁) + ...)",
      .derivatives = {"softmax(x)₀", "softmax(x)₁"},
      .domain = "all x",
      .note =
          "The largest element is subtracted first. The slopes add up to 1; where all elements "
          "are -inf they are 0. Measured where x₁ - x₀ is exact. Rows: of two numbers."};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.7, 1.7};
  static points at() { return detail::exact_differences(); }
  static auto value(const auto& a, const auto& b) { return entry<ops::log_add_exp>::value(a, b); }
  static constexpr row edges[]{
      {{1000, 1000}, 1000.6931471805599, {0.5, 0.5}},
      {{0, 0}, 0.69314718055994529, {0.5, 0.5}},
      {{1, 0}, 1.3132616875182228, {0.7310585786300049, 0.2689414213699951}},
      {{0, 20}, 20.000000002061153, {2.0611536181902037e-09, 0.99999999793884642}},
      {{-1000, -1001}, -999.68673831248179, {0.7310585786300049, 0.2689414213699951}},
      {{-inf, 3}, 3, {0, 1}},
      {{-inf, -inf}, -inf, {0, 0}},
      {{nan_, 0}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<softmax> : stated<softmax> {
  static constexpr about text{.value = "exp(x_i)/(exp(x₀) + exp(x₁) + ...)",
                              .derivatives = {"y_i (1 - y_i)", "-y_i y_k"},
                              .domain = "all x",
                              .note = "Rows: the first of two.",
                              .relative_to = "y_i and y_i²"};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.5, 2};
  static points at() { return detail::exact_differences(); }
  static auto value(const auto& a, const auto& b) {
    return a - b > 1.03 ? -1 / (1 + exp(a - b)) : 1 / (1 + exp(b - a));
  }
  static double terms(std::size_t, const point& x) {
    const double y = 1 / (1 + std::exp(x[1] - x[0]));
    return y + y * y;
  }
  static constexpr row edges[]{
      {{0, 0}, 0.5, {0.25, -0.25}}, {{1000, 1000}, 0.5, {0.25, -0.25}}, {{1000, 0}, 1, {0, 0}},
      {{-1000, 0}, 0, {0, 0}},      {{nan_, 0}, nan_, {nan_, nan_}},
  };
};

template <>
struct entry<log_softmax> : stated<log_softmax> {
  static constexpr about text{.value = "x_i - log_sum_exp(x)",
                              .derivatives = {"1 - softmax(x)_i", "-softmax(x)_k"},
                              .domain = "all x",
                              .note = "Rows: the first of two.",
                              .relative_to = "1 and softmax(x)_i"};
  static constexpr unsigned value_steps = 2;
  static constexpr double bound[]{1.1, 1.7};
  static points at() { return detail::exact_differences(); }
  static auto value(const auto& a, const auto& b) { return -log1p(exp(b - a)); }
  static double terms(std::size_t operand, const point&) { return operand == 0 ? 1 : 0; }
  static constexpr row edges[]{
      {{0, 0}, -0.69314718055994531, {0.5, -0.5}},
      {{1000, 1000}, -0.69314718055994531, {0.5, -0.5}},
      {{1000, 0}, 0, {0, 0}},
      {{-1000, 0}, -1000, {1, -1}},
      {{nan_, 0}, nan_, {nan_, nan_}},
  };
};

}  // namespace edge
