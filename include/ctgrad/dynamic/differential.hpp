// What gradient(dynamic(f)), jacobian(dynamic(f)) and their relatives have in common.
//
// A kind of derivative says
//   scalar_result   whether the function has to return one number
//   carrier<T, C>   the numbers that f is called with, for a call C at a point of T
//   run(call, ...)  the value together with the derivative, in an aggregate of
//   program/value_with.hpp
// and a Part which of the two is returned.
#pragma once

#include <ctgrad/dynamic/check.hpp>
#include <ctgrad/dynamic/function.hpp>
#include <ctgrad/program/value_with.hpp>
#include <ctgrad/tape/value.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// A call that cannot be: the compiler has said why.
struct refused_dynamic_call {};

/// The whole of what a kind computes.
struct all_parts {
  static constexpr auto of(auto result) { return result; }
};
/// All but the value.
struct derivative_part {
  template <template <class, class> class Aggregate, class Value, class Derivative>
  static constexpr Derivative of(Aggregate<Value, Derivative> result) {
    auto& [value, derivative] = result;
    return std::move(derivative);
  }
};

/// The numbers of the point, as T.
template <class T, class Call>
constexpr std::vector<T> numbers_of_point(const Call& call) {
  return numbers_in<T>(call.point());
}

/// What f is called with in their place: make(number, k) for every one.
template <class V, class T>
constexpr std::vector<V> carriers(const std::vector<T>& numbers, auto&& make) {
  std::vector<V> list;
  list.reserve(numbers.size());
  for (std::size_t k = 0; k < numbers.size(); ++k) list.push_back(make(numbers[k], k));
  return list;
}

/// Something arranged as a result of f, from the results' numbers: get(carrier of V).
template <class T, class V, class Y>
constexpr auto from_result(const Y& y, auto&& get) {
  std::vector<T> numbers;
  layout<Y>::visit(y, [&](const auto& leaf_) { numbers.push_back(get(result_number<V>(leaf_))); });
  return arranged_as<T>(y, [&](std::size_t k_) { return numbers[k_]; });
}

/// The callable that gradient(dynamic(f)) is: call it with the function's arguments.
template <class Kind, class Part, class F, class... Options>
struct dynamic_differential {
  F f;

  template <class... Args>
  constexpr auto operator()(const Args&... args) const {
    using Wrt = typename chosen_of<Options...>::template type<sizeof...(Args)>;
    using T = number_of_call<Args...>;
    if constexpr (dynamic_is_right<Kind, F, Wrt, T, std::tuple<Args...>, Options...>) {
      return Part::of(Kind::template run<T>(dynamic_call<F, Wrt, Args...>{f, {args...}}));
    } else {
      return refused_dynamic_call{};
    }
  }
};

/// Is a point f's only argument? Otherwise it is the tuple or array of its arguments.
template <class F, class V, class Point>
concept is_dynamic_argument =
    arranged<Point> && requires(const F& f, const laid_out<Point, V>& x) { f(x); };

/// The callable that jvp(dynamic(f)) is: call it with a point and a direction (or weights).
template <class Kind, class Part, class F, class... Options>
struct dynamic_differential_along {
  F f;

  template <class Point, class Along>
  constexpr auto operator()(const Point& point, const Along& along) const {
    using T = number_of_call<Point, Along>;
    if constexpr (is_dynamic_argument<F, carrier_at<T, Point>, Point>) {
      return run(along, point);
    } else if constexpr (tuple_like<Point>) {
      return std::apply([&](const auto&... args_) { return run(along, args_...); }, point);
    } else if constexpr (takes_one<T, Point>) {
      return run(along, point);  // which says what is wrong
    } else {
      static_cast<void>(check_point<takes_one<T, Point>>());
      return refused_dynamic_call{};
    }
  }
  template <class... Args>
    requires(sizeof...(Args) != 2)
  constexpr auto operator()(const Args&...) const {
    static_cast<void>(check_point<sizeof...(Args) == 2>());
    return refused_dynamic_call{};
  }

 private:
  template <class T, class Point>
  using carrier_at = typename Kind::template carrier<T, dynamic_call<F, wrt<0>, Point>>;
  /// Is this perhaps a function of one such argument, if not of all numbers?
  template <class T, class Point>
  static constexpr bool takes_one =
      !arranged<Point> || is_dynamic_argument<F, basic_value<T>, Point> ||
      is_dynamic_argument<F, T, Point>;

  template <class Along, class... Args>
  constexpr auto run(const Along& along, const Args&... args) const {
    using Wrt = typename chosen_of<Options...>::template type<sizeof...(Args)>;
    using T = number_of_call<Along, Args...>;
    if constexpr (dynamic_is_right<Kind, F, Wrt, T, std::tuple<Args...>, Options...>) {
      using call = dynamic_call<F, Wrt, Args...>;
      if constexpr (check_dynamic_extra<Along, typename Kind::template along<call>>()) {
        return Part::of(Kind::template run<T>(call{f, {args...}}, along));
      } else {
        return refused_dynamic_call{};
      }
    } else {
      return refused_dynamic_call{};
    }
  }
};

}  // namespace ctgrad::detail
