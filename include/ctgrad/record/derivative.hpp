// Derivatives of recordings: recordings themselves.
//
//   auto g = ctgrad::gradient<ctgrad::wrt<1>>(r);    // g(x, w): a std::vector, as long as w
//   auto h = ctgrad::jacobian(g);                    // of that again
//   auto p = ctgrad::hvp<ctgrad::wrt<1>>(r);         // p(x, w, v): the direction is the last one
//
// The derivative is taken once, by the same transformations of programs as those at compile time
// (diff/), and run as often as one likes. Results are arranged as those of dynamic(f): an array of
// partials for numbers, the argument's own structure for one structured argument (a std::vector for
// a std::vector or std::span), a tuple for a mixture. Without wrt<...> every argument that holds
// floating-point numbers is differentiated.
#pragma once

#include <ctgrad/record/differentiate.hpp>

#include <cstddef>

namespace ctgrad {

/// The gradient of a recorded function with one number as its result. Linear in the length of the
/// program. Errors: [ctgrad-E05], E16, E32 at compile time.
template <class... Options, class Result, class... Args>
auto gradient(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::gradient_kind, Options...>(r);
}

/// auto [value, gradient] = value_and_gradient(r)(x, w);
template <class... Options, class Result, class... Args>
auto value_and_gradient(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::value_and_gradient_kind, Options...>(r);
}

/// The Jacobian: the result's arrangement with a gradient in place of every number, a std::vector
/// of rows for a std::vector by a std::vector. How it is accumulated is chosen by counted
/// operations; entries that are always 0 cost nothing. Errors: [ctgrad-E16], E32 at compile time.
template <class... Options, class Result, class... Args>
auto jacobian(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::jacobian_kind, Options...>(r);
}

/// auto [value, jacobian] = value_and_jacobian(r)(x);
template <class... Options, class Result, class... Args>
auto value_and_jacobian(const recording<Result, Args...>& r) {
  using kind = detail::with_value<value_with_jacobian, detail::jacobian_kind>;
  return detail::derivative_of<kind, Options...>(r);
}

/// The Hessian: symmetric, every pair of mixed partials is computed once. Errors: as gradient(r).
template <class... Options, class Result, class... Args>
auto hessian(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::hessian_kind, Options...>(r);
}

/// auto [value, hessian] = value_and_hessian(r)(x);
template <class... Options, class Result, class... Args>
auto value_and_hessian(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::value_and_hessian_kind, Options...>(r);
}

/// auto [value, gradient, hessian] = value_gradient_hessian(r)(x);
template <class... Options, class Result, class... Args>
auto value_gradient_hessian(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::gradient_and_hessian_kind, Options...>(r);
}

/// The derivative of a recorded function of one number: derivative<3>(r)(x) is the third. It may
/// have several results (a curve). Errors: [ctgrad-E15], E16, E32 at compile time, E19 where there
/// is not exactly one number.
template <int Order = 1, class... Options, class Result, class... Args>
auto derivative(const recording<Result, Args...>& r) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  return detail::derivative_of<detail::derivative_kind<Order>, Options...>(r);
}

/// auto [value, derivative] = value_and_derivative(r)(x);
template <int Order = 1, class... Options, class Result, class... Args>
auto value_and_derivative(const recording<Result, Args...>& r) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  using kind = detail::with_value<value_with_derivative, detail::derivative_kind<Order>>;
  return detail::derivative_of<kind, Options...>(r);
}

/// A partial derivative of any order, by the numbers of the arguments, counted from 0 (whole
/// numbers are not counted): partial<0, 1>(r)(x, y) is d²f/dxdy. Error: [ctgrad-E16] for a number
/// that there is not.
template <std::size_t... By, class Result, class... Args>
  requires(sizeof...(By) > 0)
auto partial(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::partial_kind<By...>>(r);
}

/// The derivative of the result along a direction: jvp(r)(x, w, v), the direction v behind the
/// arguments of r. It has the structure of what r is differentiated by. Linear in the length of the
/// program. Errors: as jacobian(r).
template <class... Options, class Result, class... Args>
auto jvp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::jvp_kind, Options...>(r);
}

/// The gradient of the weighted sum of the results: vjp(r)(x, w, weights). Errors: as jacobian(r).
template <class... Options, class Result, class... Args>
auto vjp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::vjp_kind, Options...>(r);
}

/// The Hessian times a direction, without the matrix: hvp(r)(x, w, v). Errors: as gradient(r).
template <class... Options, class Result, class... Args>
auto hvp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::hvp_kind, Options...>(r);
}

/// auto [value, product] = value_and_jvp(r)(x, direction);
template <class... Options, class Result, class... Args>
auto value_and_jvp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::value_with_product_of<detail::jvp_kind>, Options...>(r);
}

/// auto [value, product] = value_and_vjp(r)(x, weights);
template <class... Options, class Result, class... Args>
auto value_and_vjp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::value_with_product_of<detail::vjp_kind>, Options...>(r);
}

/// auto [value, product] = value_and_hvp(r)(x, direction);
template <class... Options, class Result, class... Args>
auto value_and_hvp(const recording<Result, Args...>& r) {
  return detail::derivative_of<detail::value_with_product_of<detail::hvp_kind>, Options...>(r);
}

}  // namespace ctgrad
