// jvp, vjp and hvp of dynamic(f), and those that give the value as well.
//
//   const std::vector<double> Hv = ctgrad::hvp(ctgrad::dynamic(f))(x, v);
//
// Each calls f once, whatever the number of arguments: jvp with duals and without a recording, vjp
// with Values and one sweep, hvp with Values of duals and one sweep.
#pragma once

#include <ctgrad/diff/dual.hpp>
#include <ctgrad/dynamic/jacobian.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

template <class T, class Call>
using moving_number = dual<T, 1, dynamic_level<typename Call::function>>;

struct dynamic_jvp {
  static constexpr bool scalar_result = false;
  template <class T, class Call>
  using carrier = moving_number<T, Call>;
  template <class Call>
  using along = typename Call::point_type;

  template <class T, class Call>
  static constexpr auto run(const Call& call, const auto& direction) {
    using D = moving_number<T, Call>;
    const auto v = numbers_along<T>(direction, call.point());
    const auto y = call(carriers<D>(numbers_of_point<T>(call), [&](const T& x_, std::size_t k_) {
      return D::moving(x_, {v[k_]});
    }));
    auto value = from_result<T, D>(y, [](const D& y_) { return y_.primal(); });
    auto product = from_result<T, D>(y, [](const D& y_) { return y_.tangent(); });
    return value_with_product<decltype(value), decltype(product)>{std::move(value),
                                                                  std::move(product)};
  }

  template <class T, class Direction>
  static constexpr std::vector<T> numbers_along(const Direction& direction, const auto& point) {
    require_alike(direction, point);
    return numbers_in<T>(direction);
  }
};

struct dynamic_hvp {
  static constexpr bool scalar_result = true;
  template <class T, class Call>
  using carrier = basic_value<moving_number<T, Call>>;
  template <class Call>
  using along = typename Call::point_type;

  template <class T, class Call>
  static auto run(const Call& call, const auto& direction) {
    using D = moving_number<T, Call>;
    const auto v = dynamic_jvp::numbers_along<T>(direction, call.point());
    const inner_recording<D> recording;
    const auto x = carriers<basic_value<D>>(
        numbers_of_point<T>(call),
        [&](const T& x_, std::size_t k_) { return basic_value<D>{D::moving(x_, {v[k_]})}; });
    const auto y = result_number<basic_value<D>>(call(x));
    y.backward();
    auto product =
        arranged_as<T>(call.point(), [&](std::size_t k_) { return x[k_].grad().tangent(); });
    return value_with_product<T, decltype(product)>{y.data().primal(), std::move(product)};
  }
};

struct dynamic_vjp : in_reverse {
  static constexpr bool scalar_result = false;
  template <class Call>
  using along = void;  // like the result

  template <class T, class Call>
  static auto run(const Call& call, const auto& weights) {
    const auto point = numbers_of_point<T>(call);
    const inner_recording<T> recording;
    const auto x = variables(point);
    const auto y = call(x);
    using Weights = std::remove_cvref_t<decltype(weights)>;
    static_cast<void>(check_dynamic_extra<Weights, std::remove_cvref_t<decltype(y)>>());
    require_alike(weights, y);
    weighted(dynamic_jacobian::values_in<T>(y), numbers_in<T>(weights)).backward();
    auto value = dynamic_jacobian::data_of<T>(y);
    auto product = gradients(call.point(), x);
    return value_with_product<decltype(value), decltype(product)>{std::move(value),
                                                                  std::move(product)};
  }

 private:
  template <class T>
  static basic_value<T> weighted(const std::vector<basic_value<T>>& y,
                                 const std::vector<T>& weights) {
    basic_value<T> sum;
    for (std::size_t i = 0; i < y.size(); ++i) sum = sum + y[i] * weights[i];
    return sum;
  }
};

}  // namespace detail

/// The derivative of f's result along a direction: jvp(dynamic(f))(point, direction). Errors: as
/// gradient(dynamic(f)); [ctgrad-E18] if the direction is not like the point, at compile time by
/// its type, at run time by its length.
template <class... Options, class F>
constexpr auto jvp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_jvp, detail::derivative_part, F,
                                            Options...>{std::move(function.f)};
}

/// The gradient of the weighted sum of f's results: vjp(dynamic(f))(point, weights). Errors: as
/// jvp(dynamic(f)).
template <class... Options, class F>
constexpr auto vjp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_vjp, detail::derivative_part, F,
                                            Options...>{std::move(function.f)};
}

/// The Hessian of f times a direction, in one recording and one sweep: about twice a gradient.
/// Errors: as jvp(dynamic(f)).
template <class... Options, class F>
constexpr auto hvp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_hvp, detail::derivative_part, F,
                                            Options...>{std::move(function.f)};
}

/// auto [value, product] = value_and_jvp(dynamic(f))(point, direction);
template <class... Options, class F>
constexpr auto value_and_jvp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_jvp, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

/// auto [value, product] = value_and_vjp(dynamic(f))(point, weights);
template <class... Options, class F>
constexpr auto value_and_vjp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_vjp, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

/// auto [value, product] = value_and_hvp(dynamic(f))(point, direction);
template <class... Options, class F>
constexpr auto value_and_hvp(dynamic_function<F> function) {
  return detail::dynamic_differential_along<detail::dynamic_hvp, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

}  // namespace ctgrad
