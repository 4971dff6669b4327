// Is my derivative right? check_gradient compares what ctgrad computes with finite differences of
// the function's values, or with a complex step; check_op does the same for the partials of an op
// of your own. Include this header where you need it; ctgrad.hpp does not.
//
//   check_gradient(f, 1.0, 2.0)                 a function, as gradient(f)(1.0, 2.0)
//   check_gradient(e, x = 1.0, y = 2.0)         a formula
//   check_gradient(on_values(f), 1.0, data)     a function of Values, which may branch on data
//   check_op<cube_op>(2.0)                      an op: every partial, at these operands
//   check_gradient<check::complex_step>(...)    to the last digits, where f is analytic
//
// The result is true if everything agrees; printed, it says what does not: BOOST_TEST(check_...).
// How far the numbers may differ follows from the error that the differences have themselves
// (difference.hpp); a NaN never agrees. Nothing is claimed at a kink, a jump or the end of a
// domain: the result is then neither good nor called wrong. A detach() that changes the derivative
// on purpose is a difference, of course.
#pragma once

#include <ctgrad/check/difference.hpp>
#include <ctgrad/check/gradient_check.hpp>
#include <ctgrad/check/subject.hpp>

#include <algorithm>
#include <cmath>
#include <complex>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace ctgrad {

/// What a derivative is compared with.
namespace check {

/// Differences of values, the default: for every function.
struct finite_differences {
  /// In messages.
  static constexpr std::string_view name = "finite differences";
};

/// Im f(x + ih)/h: no differences, so nothing but rounding is between the two numbers. For
/// functions of ops that exist for complex numbers; erf, floor and the like are [ctgrad-E30].
struct complex_step {
  /// In messages.
  static constexpr std::string_view name = "the complex step";
};

}  // namespace check

/// A function of Values (it may have captures and branch on data): check_gradient(on_values(f), x)
/// calls it with Values, or std::vectors of them, in place of numbers. Variables that it captures
/// collect gradients as in any backward().
template <class F>
detail::function_of_values<F> on_values(const F& f) {
  return {f};
}

namespace detail {

// -- comparing -----------------------------------------------------------------------------------

/// Differences may be off by this many times their own estimate of the error: of 80,000 partials
/// of functions with noise and fast oscillations, 9 were off by more than 4 times.
inline constexpr double safety = 10;

inline verdict judged(double by_ctgrad, const slope& s) {
  const double allowed = safety * s.error();
  switch (s.kind) {
    case slope_kind::not_finite:
      return verdict::not_finite;
    case slope_kind::unsettled:
      return verdict::undecided;
    case slope_kind::kink:
      return by_ctgrad >= std::min(s.left, s.right) - allowed &&
                     by_ctgrad <= std::max(s.left, s.right) + allowed
                 ? verdict::kink
                 : verdict::differs;
    default:
      return std::abs(by_ctgrad - s.value) <= allowed ? verdict::agrees : verdict::differs;
  }
}

/// The slope of f in the direction of one of its numbers.
template <class F>
slope slope_along(check::finite_differences, const F& f, std::vector<double> at, std::size_t i) {
  const double x = at[i];
  return slope_of([&](double moved_) { return at[i] = moved_, f(at); }, x);
}

template <class F>
slope slope_along(check::complex_step, const F& f, const std::vector<double>& at, std::size_t i) {
  constexpr double h = 1e-100, epsilon = std::numeric_limits<double>::epsilon();
  std::vector<complex_number> z(at.begin(), at.end());
  const auto result_at = [&](double x_) {
    z[i] = std::complex<double>(x_, h);
    return f(z).z();
  };
  const std::complex<double> y = result_at(at[i]), close = result_at(at[i] * (1 + 4 * epsilon));
  slope s;
  s.value = y.imag() / h;
  s.bad_at = at[i];
  s.spread = std::abs(close.imag() / h - s.value);
  s.noise =
      64 * epsilon * (std::abs(s.value) + std::abs(y.real()) / std::max(1.0, std::abs(at[i])));
  // An imaginary part that is not tiny: a real function of real numbers has no value here.
  const bool real = std::isfinite(y.real()) && std::abs(y.imag()) < 1e-50;
  s.kind = real ? slope_kind::smooth : slope_kind::not_finite;
  return s;
}

template <class Method, class Subject, class... X>
gradient_check compared(std::string title, const Subject& subject, const X&... x) {
  const auto at = subject.numbers(x...), by_ctgrad = subject.gradient(x...);
  const auto called = subject.names(x...);
  const auto value = [&](const auto& point_) { return subject.value(point_, x...); };
  std::vector<checked_partial> all;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const slope s = slope_along(Method{}, value, at, i);
    all.push_back({called[i], at[i], judged(by_ctgrad[i], s), by_ctgrad[i], s.value, s.error(),
                   safety * s.error(), s.left, s.right, s.bad_at});
  }
  return {std::move(title), Method::name, std::move(all)};
}

// -- mistakes: one readable error each ------------------------------------------------------------

template <class F, class... X>
consteval bool has_gradient() {
  using symbol = basic_symbol<double>;
  if constexpr (check_call<F, symbol, X...>()) {
    return check_result<traced_result<F, symbol, X...>>();
  }
  return false;
}

template <class... X>
consteval bool takes_Values() {
  constexpr bool supported = (argument<X>::supported && ...);
  static_assert(supported,
                "[ctgrad-E11] an argument is neither a number nor a std::vector, std::array, "
                "std::tuple or adapted struct of numbers: capture what is not differentiated");
  return supported;
}

template <class Op, std::size_t Operands>
consteval bool can_be_checked() {
  constexpr bool operands = Operands == std::size_t(Op::arity);
  static_assert(operands,
                "[ctgrad-E07] an op is checked at another number of operands than it declares");
  return check_op<Op, double>() && operands;
}

}  // namespace detail

/// Compares the gradient of a function with differences of its values, at these arguments: the
/// result is true if all partials agree, and says what does not. By differences six calls of f for
/// every number and step, of which there are several. Errors: those of gradient(f), [ctgrad-E30].
template <class Method = check::finite_differences, class F, class... X>
  requires(!formula_node<F>)
gradient_check check_gradient(const F& f, const X&... x) {
  if constexpr (detail::has_gradient<F, X...>()) {
    return detail::compared<Method>("check_gradient", detail::static_subject<F>{f}, x...);
  }
}

/// The same for a function of Values.
template <class Method = check::finite_differences, class F, class... X>
gradient_check check_gradient(const detail::function_of_values<F>& f, const X&... x) {
  if constexpr (detail::takes_Values<X...>()) {
    return detail::compared<Method>("check_gradient", detail::value_subject<F>{{f.f}}, x...);
  }
}

/// The same for what gradient(dynamic(f)) takes: check_gradient(dynamic(f), x).
template <class Method = check::finite_differences, class F, class... X>
gradient_check check_gradient(const dynamic_function<F>& f, const X&... x) {
  return check_gradient<Method>(on_values(f.f), x...);
}

/// The same for a formula: check_gradient(e, x = 1.0, y = 2.0).
template <class Method = check::finite_differences, formula_node E, detail::fixed_string... Given,
          class... T>
gradient_check check_gradient(const E& e, const binding<Given, T>&... bindings) {
  if constexpr (detail::complete<E, Given...>()) {
    return detail::compared<Method>("check_gradient", detail::formula_subject<E>{e}, bindings...);
  }
}

/// Compares the partials of an op with differences of its value, at these operands:
/// check_op<cube_op>(2.0). Errors: [ctgrad-E06], E07 for an op that is not complete.
template <class Op, class Method = check::finite_differences, operand... X>
gradient_check check_op(const X&... x) {
  if constexpr (detail::can_be_checked<Op, sizeof...(X)>()) {
    return detail::compared<Method>(detail::text("check_op<", Op::name, ">"),
                                    detail::op_subject<Op>{}, x...);
  }
}

}  // namespace ctgrad
