// derivative<N>(dynamic(f)) of a function of one number, and mixed partials of any order.
//
//   ctgrad::derivative<3>(ctgrad::dynamic(f))(x)         f'''(x)
//   ctgrad::partial<0, 0, 1>(ctgrad::dynamic(g))(x, y)   d³g/dx²dy
//
// Forward mode: f is called once, with duals that are nested as deep as the order says, and
// nothing is recorded. Every level costs about three times what it differentiates. Where f is
// constexpr, so is its derivative.
#pragma once

#include <ctgrad/diff/dual.hpp>
#include <ctgrad/dynamic/differential.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace ctgrad {
namespace detail {

/// Duals inside of each other, all of the level L.
template <class T, std::size_t Order, class L>
struct nested_dual {
  using inner = nested_dual<T, Order - 1, L>;
  using type = dual<typename inner::type, 1, L>;

  /// x as the variable of the levels for which `moves` says so, the outermost first.
  static constexpr type seed(const T& x, const bool* moves) {
    const typename inner::type below = inner::seed(x, moves + 1);
    return *moves ? type::variable(below) : type(below);
  }
  static constexpr T value(const type& y) { return inner::value(y.primal()); }
  static constexpr T derivative(const type& y) { return inner::derivative(y.tangent()); }
};
template <class T, class L>
struct nested_dual<T, 0, L> {
  using type = T;
  static constexpr T seed(const T& x, const bool*) { return x; }
  static constexpr T value(const T& y) { return y; }
  static constexpr T derivative(const T& y) { return y; }
};

template <std::size_t... By>
struct dynamic_partial {
  static constexpr bool scalar_result = false;
  template <class T, class Call>
  using duals = nested_dual<T, sizeof...(By), dynamic_level<typename Call::function>>;
  template <class T, class Call>
  using carrier = typename duals<T, Call>::type;

  template <class T, class Call>
  static constexpr auto run(const Call& call) {
    using D = carrier<T, Call>;
    using nest = duals<T, Call>;
    const auto point = numbers_of_point<T>(call);
    require_numbers(point.size());
    const auto y = call(carriers<D>(point, [](const T& x_, std::size_t k_) {
      const bool moves_[]{By == k_...};
      return nest::seed(x_, moves_);
    }));
    auto value = from_result<T, D>(y, [](const D& y_) { return nest::value(y_); });
    auto derivative = from_result<T, D>(y, [](const D& y_) { return nest::derivative(y_); });
    return value_with_derivative<decltype(value), decltype(derivative)>{std::move(value),
                                                                        std::move(derivative)};
  }

 private:
  static constexpr void require_numbers(std::size_t given) {
    if (std::max({By...}) < given) return;
    raise("ctgrad-E16",
          "partial<...> names a number that the function does not take; they are "
          "counted from 0");
  }
};

template <class Indices>
struct dynamic_derivative_of;
template <std::size_t... Level>
struct dynamic_derivative_of<std::index_sequence<Level...>> : dynamic_partial<(Level * 0)...> {
  template <class T, class Call>
  static constexpr auto run(const Call& call) {
    if (count_numbers(call.point()) != 1) {
      raise("ctgrad-E19",
            "derivative<N>(f) is taken by one number: name it with wrt<i> if there are several, or "
            "take partial<i, j>(f), gradient(f) or jacobian(f)");
    }
    return dynamic_partial<(Level * 0)...>::template run<T>(call);
  }
};
template <int Order>
using dynamic_derivative = dynamic_derivative_of<std::make_index_sequence<std::size_t(Order)>>;

}  // namespace detail

/// The derivative of a function of one number: derivative(dynamic(f))(x), and derivative<3> the
/// third. f may have several results (a curve). Errors: [ctgrad-E03], E05, E11, E15, E16 at compile
/// time, E19 where there is not exactly one number.
template <int Order = 1, class... Options, class F>
constexpr auto derivative(dynamic_function<F> function) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  return detail::dynamic_differential<detail::dynamic_derivative<Order>, detail::derivative_part, F,
                                      Options...>{std::move(function.f)};
}

/// auto [value, derivative] = value_and_derivative(dynamic(f))(x);
template <int Order = 1, class... Options, class F>
constexpr auto value_and_derivative(dynamic_function<F> function) {
  static_assert(Order >= 1, "[ctgrad-E15] the order of a derivative is at least 1");
  return detail::dynamic_differential<detail::dynamic_derivative<Order>, detail::all_parts, F,
                                      Options...>{std::move(function.f)};
}

/// A partial derivative of any order, by the numbers in f's arguments, counted from 0:
/// partial<0, 1>(dynamic(f))(x, y) is d²f/dxdy. Errors: as derivative(dynamic(f)), E16 for a number
/// that the arguments do not have.
template <std::size_t... By, class F>
  requires(sizeof...(By) > 0)
constexpr auto partial(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_partial<By...>, detail::derivative_part, F>{
      std::move(function.f)};
}

}  // namespace ctgrad
