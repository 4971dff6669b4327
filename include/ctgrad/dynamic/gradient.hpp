// gradient(dynamic(f)) and value_and_gradient(dynamic(f)).
//
//   auto [value, gradient] = ctgrad::value_and_gradient(ctgrad::dynamic(f))(x);
//
// f is called once, with Values, and one sweep follows. The gradient is arranged as that of diff/:
// an array of partials for numbers, the arguments' own structure for one structured argument (a
// std::vector for a std::vector), a tuple for a mixture.
#pragma once

#include <ctgrad/dynamic/differential.hpp>
#include <ctgrad/dynamic/recording.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad {
namespace detail {

/// Kinds for which f is called with Values of T.
struct in_reverse {
  template <class T, class Call>
  using carrier = basic_value<T>;

  template <class T>
  static auto variables(const std::vector<T>& point) {
    return carriers<basic_value<T>>(point,
                                    [](const T& x_, std::size_t) { return basic_value<T>{x_}; });
  }

  /// The gradients of the variables, arranged like x.
  template <class T, class X>
  static auto gradients(const X& x, const std::vector<basic_value<T>>& variables) {
    return arranged_as<T>(x, [&](std::size_t k_) { return variables[k_].grad(); });
  }
};

struct dynamic_gradient : in_reverse {
  static constexpr bool scalar_result = true;

  template <class T, class Call>
  static auto run(const Call& call) {
    const auto point = numbers_of_point<T>(call);
    const inner_recording<T> recording;
    const auto x = variables(point);
    const auto y = result_number<basic_value<T>>(call(x));
    y.backward();
    return value_with_gradient{y.data(), gradients(call.point(), x)};
  }
};

}  // namespace detail

/// The gradient of a function that is recorded at every call: gradient(dynamic(f))(x, y), or
/// gradient<wrt<0>>(dynamic(f))(x, data). A small multiple of f in time, a few dozen bytes per
/// operation in memory, which the thread keeps. Errors: [ctgrad-E03], E05, E11, E16, E32 at compile
/// time; E41 where f uses a Value that it has captured.
template <class... Options, class F>
constexpr auto gradient(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_gradient, detail::derivative_part, F,
                                      Options...>{std::move(function.f)};
}

/// Value and gradient of one recording: auto [value, gradient] = value_and_gradient(dynamic(f))(x).
template <class... Options, class F>
constexpr auto value_and_gradient(dynamic_function<F> function) {
  return detail::dynamic_differential<detail::dynamic_gradient, detail::all_parts, F, Options...>{
      std::move(function.f)};
}

}  // namespace ctgrad
