// One call of a function whose derivative is taken at run time: its arguments, which of their
// numbers are differentiated, and the function's result for numbers that carry derivatives.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/scalars.hpp>
#include <ctgrad/diff/options.hpp>
#include <ctgrad/dynamic/layout.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class X>
using number_in = typename layout<X>::number;

/// The number that a call with these arguments is computed in.
template <class... Args>
using number_of_call = common_scalar_t<bool, number_in<Args>...>;

// -- the point -----------------------------------------------------------------------------------

/// What f is differentiated by, as one object: an array of numbers, the only structured argument,
/// or a tuple.
template <class T, class... X>
struct point_of_call {
  using type = std::tuple<X...>;
};
template <class T, operand... X>
struct point_of_call<T, X...> {
  using type = std::array<T, sizeof...(X)>;
};
template <class T, class X>
  requires(!operand<X>)
struct point_of_call<T, X> {
  using type = X;
};

/// Numbers as an object arranged like x; get(k) gives the k-th.
template <class T, class X>
constexpr laid_out<X, T> arranged_as(const X& x, auto&& get) {
  auto result = layout<X>::template like<T>(x);
  std::size_t k = 0;
  layout<X>::visit(result, [&](auto& number_) { number_ = get(k++); });
  return result;
}

template <class X>
constexpr std::size_t count_numbers(const X& x) {
  std::size_t count = 0;
  layout<X>::visit(x, [&](const auto&) { ++count; });
  return count;
}

template <class T, class X>
constexpr std::vector<T> numbers_in(const X& x) {
  std::vector<T> numbers;
  layout<X>::visit(x, [&](const auto& number_) { numbers.push_back(static_cast<T>(number_)); });
  return numbers;
}

// -- the call ------------------------------------------------------------------------------------

/// Is an argument that is not differentiated handed on as a constant of f's kind of numbers? Whole
/// numbers (the bound of a loop, indices) and what is no number stay what they are.
template <class X>
concept becomes_constant = arranged<X> && !std::integral<number_in<X>>;

template <std::size_t... Chosen>
constexpr bool is_chosen(wrt<Chosen...>, std::size_t i) {
  return ((Chosen == i) || ...);
}

template <class V, class Wrt, std::size_t I, class X>
constexpr decltype(auto) argument_for(const X& x, const std::vector<V>& numbers,
                                      std::size_t first) {
  if constexpr (is_chosen(Wrt{}, I)) {
    return arranged_as<V>(x, [&](std::size_t k_) { return numbers[first + k_]; });
  } else if constexpr (becomes_constant<X>) {
    std::vector<V> list;
    layout<X>::visit(x, [&](const auto& number_) { list.push_back(V(number_)); });
    return arranged_as<V>(x, [&](std::size_t k_) { return list[k_]; });
  } else {
    return (x);  // itself
  }
}

/// The type that argument number I is handed on as.
template <class V, class Wrt, std::size_t I, class X>
struct handed_on {
  using type = X;
};
template <class V, class Wrt, std::size_t I, class X>
  requires(is_chosen(Wrt{}, I) || becomes_constant<X>)
struct handed_on<V, Wrt, I, X> {
  using type = laid_out<X, V>;
};

template <class F, class V, class Wrt, class Indices, class... Args>
inline constexpr bool takes_arguments = false;
template <class F, class V, class Wrt, std::size_t... I, class... Args>
inline constexpr bool takes_arguments<F, V, Wrt, std::index_sequence<I...>, Args...> =
    requires(const F& f, const typename handed_on<V, Wrt, I, Args>::type&... x) { f(x...); };

/// A number of f's result.
template <class V, std::convertible_to<V> Y>
constexpr V result_number(const Y& y) {
  return y;
}

/// A result as an object that owns its numbers: a std::span refers to arguments that end with the
/// call.
template <class V, class Y>
constexpr auto owned(Y y) {
  if constexpr (!arranged<Y>) {
    return y;
  } else if constexpr (std::is_same_v<Y, laid_out<Y, V>> || !std::convertible_to<number_in<Y>, V>) {
    return y;
  } else {
    std::vector<V> numbers;
    layout<Y>::visit(y, [&](const auto& y_) { numbers.push_back(result_number<V>(y_)); });
    return arranged_as<V>(y, [&](std::size_t k_) { return numbers[k_]; });
  }
}

template <class F, class Wrt, class... Args>
struct dynamic_call;

template <class F, std::size_t... Chosen, class... Args>
struct dynamic_call<F, wrt<Chosen...>, Args...> {
  using point_type =
      typename point_of_call<number_of_call<Args...>,
                             std::tuple_element_t<Chosen, std::tuple<Args...>>...>::type;

  using function = F;

  const F& f;
  std::tuple<const Args&...> arguments;

  constexpr decltype(auto) point() const {
    constexpr bool only =
        std::is_same_v<std::tuple<point_type>,
                       std::tuple<std::tuple_element_t<Chosen, std::tuple<Args...>>...>>;
    if constexpr (only && sizeof...(Chosen) == 1) {
      return (std::get<Chosen>(arguments), ...);
    } else {
      using number = number_of_call<Args...>;
      if constexpr ((operand<std::tuple_element_t<Chosen, std::tuple<Args...>>> && ...)) {
        return point_type{static_cast<number>(std::get<Chosen>(arguments))...};
      } else {
        return point_type{std::get<Chosen>(arguments)...};
      }
    }
  }

  /// f's result where the numbers of the point are these.
  template <class V>
  constexpr auto operator()(const std::vector<V>& numbers) const {
    return call(numbers, std::index_sequence_for<Args...>{});
  }

 private:
  template <class V, std::size_t... I>
  constexpr auto call(const std::vector<V>& numbers, std::index_sequence<I...>) const {
    const auto first = offsets();
    // The arguments live until the result has been taken out of them.
    const std::tuple<typename handed<V, I>::type...> list{
        argument_for<V, wrt<Chosen...>, I>(std::get<I>(arguments), numbers, first[I])...};
    using result = std::remove_cvref_t<decltype(f(std::get<I>(list)...))>;
    return owned<V>(evaluated<result>::of(f(std::get<I>(list)...)));
  }

  template <class V, std::size_t I>
  struct handed {
    using own = std::tuple_element_t<I, std::tuple<Args...>>;
    using type =
        std::conditional_t<is_chosen(wrt<Chosen...>{}, I) || becomes_constant<own>,
                           typename handed_on<V, wrt<Chosen...>, I, own>::type, const own&>;
  };

  /// Where the numbers of each argument begin among those of the point.
  constexpr std::array<std::size_t, sizeof...(Args)> offsets() const {
    std::array<std::size_t, sizeof...(Args)> first{};
    std::size_t next = 0;
    ((first[Chosen] = next, next += count_numbers(std::get<Chosen>(arguments))), ...);
    return first;
  }
};

}  // namespace ctgrad::detail
