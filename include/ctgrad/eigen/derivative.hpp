// gradient(f)(x) and its relatives where x is a vector or matrix of Eigen.
//
//   constexpr auto f = [](const auto& x) { return x.squaredNorm() * exp(x[0]); };
//   const Eigen::Vector3d g = ctgrad::gradient(f)(Eigen::Vector3d(1, 2, 3));
//
// Eigen's operations are not constexpr, so no code can be generated from them in the compiler: the
// derivative is that of dynamic(f), recorded at every call. A function with captures is marked so:
// gradient(dynamic(f)).
#pragma once

#include <ctgrad/eigen/layout.hpp>

#include <concepts>
#include <type_traits>

namespace ctgrad::detail {

template <eigen_dense X>
inline constexpr bool only_at_run_time<X> = true;

/// A kind of derivative at run time, and which part of its result is meant.
template <template <class...> class Differential, class Kind, class Part>
struct same_at_run_time {
  template <class F, class... Options>
  static constexpr auto of() {
    constexpr bool stateless = std::is_empty_v<F> && std::default_initializable<F>;
    static_assert(stateless,
                  "[ctgrad-E08] a function with captures is differentiated at a vector of Eigen: "
                  "gradient(dynamic(f))(x) keeps what it has captured");
    if constexpr (stateless) {
      return Differential<Kind, Part, F, Options...>{F{}};
    } else {
      return [](const auto&...) { return refused_dynamic_call{}; };
    }
  }
};
template <class Kind, class Part = derivative_part>
using run_time = same_at_run_time<dynamic_differential, Kind, Part>;
template <class Kind, class Part = derivative_part>
using run_time_along = same_at_run_time<dynamic_differential_along, Kind, Part>;

template <>
struct at_run_time<gradient_kind> : run_time<dynamic_gradient> {};
template <>
struct at_run_time<value_and_gradient_kind> : run_time<dynamic_gradient, all_parts> {};
template <>
struct at_run_time<jacobian_kind> : run_time<dynamic_jacobian> {};
template <>
struct at_run_time<with_value<value_with_jacobian, jacobian_kind>>
    : run_time<dynamic_jacobian, all_parts> {};
template <>
struct at_run_time<hessian_kind> : run_time<dynamic_hessian, hessian_part> {};
template <>
struct at_run_time<value_and_hessian_kind> : run_time<dynamic_hessian, value_and_hessian_part> {};
template <>
struct at_run_time<gradient_and_hessian_kind> : run_time<dynamic_hessian, all_parts> {};
template <>
struct at_run_time<jvp_kind> : run_time_along<dynamic_jvp> {};
template <>
struct at_run_time<vjp_kind> : run_time_along<dynamic_vjp> {};
template <>
struct at_run_time<hvp_kind> : run_time_along<dynamic_hvp> {};
template <>
struct at_run_time<value_with_product_of<jvp_kind>> : run_time_along<dynamic_jvp, all_parts> {};
template <>
struct at_run_time<value_with_product_of<vjp_kind>> : run_time_along<dynamic_vjp, all_parts> {};
template <>
struct at_run_time<value_with_product_of<hvp_kind>> : run_time_along<dynamic_hvp, all_parts> {};

}  // namespace ctgrad::detail
