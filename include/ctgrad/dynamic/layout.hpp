// How numbers are arranged in the points, directions and results of functions that run on Values.
//
// Beside the structures of diff/structure.hpp (numbers, std::array, std::tuple, std::pair, adapted
// struct templates) these are containers whose length is known at run time: std::vector, std::span
// (its numbers come back in a std::vector, those of a span of fixed extent in a std::array), and
// any of them inside of another. A container of another library is added by a specialisation:
//
//   template <class T>
//   struct ctgrad::layout<my::series<T>> {
//     static constexpr bool supported = true;
//     using number = T;
//     template <class Y> using rebind = my::series<Y>;
//     template <class Y> static my::series<Y> like(const auto& x) {    // x is any rebind
//       return my::series<Y>(x.size());            // as long as x, of Y{}
//     }
//     static void visit(auto& x, auto&& f) {       // any rebind, const or not
//       for (auto& element : x) f(element);
//     }
//   };
#pragma once

#include <ctgrad/diff/structure.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad {

/// How the numbers of an X are arranged, and the same arrangement of something else. `number` is
/// their common type, `rebind<Y>` the type with a Y in place of every number, `like<Y>(x)` such an
/// object of the same lengths as x, and `visit(x, f)` calls f with every number in order, of an X
/// and of a rebind alike.
template <class X>
struct layout {
  static constexpr bool supported = false;
  using number = bool;
};

template <class X>
concept arranged = layout<X>::supported;

/// What a function returned, as an object that depends on nothing else. To be specialised for
/// expression templates, which refer to the function's arguments.
template <class R>
struct evaluated {
  static constexpr R of(R result) { return result; }
};

namespace detail {

template <class X, class Y>
using laid_out = typename layout<X>::template rebind<Y>;

/// A range of arranged elements.
template <class X>
struct layout_of_range {
  static constexpr bool supported = true;
  using number = typename layout<X>::number;
  static constexpr void visit(auto& range, auto&& f) {
    for (auto& x : range) layout<X>::visit(x, f);
  }

 protected:
  template <class Y>
  static constexpr std::vector<laid_out<X, Y>> vector_like(const auto& range) {
    std::vector<laid_out<X, Y>> result;
    result.reserve(range.size());
    for (const auto& x : range) result.push_back(layout<X>::template like<Y>(x));
    return result;
  }
  template <class Y, std::size_t N>
  static constexpr std::array<laid_out<X, Y>, N> array_like(const auto& range) {
    std::array<laid_out<X, Y>, N> result{};
    for (std::size_t i = 0; i < N; ++i) result[i] = layout<X>::template like<Y>(range[i]);
    return result;
  }
};

/// Members of several layouts.
template <class... X>
struct layout_of_members {
  static constexpr bool supported = true;
  using number = std::common_type_t<bool, typename layout<X>::number...>;

 protected:
  static constexpr void visit_all(auto&& f, auto&... member) { (layout<X>::visit(member, f), ...); }
};

}  // namespace detail

template <operand X>
struct layout<X> {
  static constexpr bool supported = true;
  using number = X;
  template <class Y>
  using rebind = Y;
  template <class Y>
  static constexpr Y like(const auto&) {
    return Y{};
  }
  static constexpr void visit(auto& x, auto&& f) { f(x); }
};

/// std::integral_constant and the like: no numbers, handed on as they are.
template <class X>
  requires(std::is_empty_v<X> && !operand<X>)
struct layout<X> {
  static constexpr bool supported = true;
  using number = bool;
  template <class>
  using rebind = X;
  template <class>
  static constexpr X like(const X& x) {
    return x;
  }
  static constexpr void visit(auto&, auto&&) {}
};

template <arranged X>
  requires(!std::same_as<X, bool>)
struct layout<std::vector<X>> : detail::layout_of_range<X> {
  template <class Y>
  using rebind = std::vector<detail::laid_out<X, Y>>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return layout::template vector_like<Y>(x);
  }
};

template <arranged X, std::size_t N>
struct layout<std::array<X, N>> : detail::layout_of_range<X> {
  template <class Y>
  using rebind = std::array<detail::laid_out<X, Y>, N>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return layout::template array_like<Y, N>(x);
  }
};

template <class X, std::size_t N>
  requires arranged<std::remove_const_t<X>>
struct layout<std::span<X, N>> : detail::layout_of_range<std::remove_const_t<X>> {
  template <class Y>
  using rebind = std::array<detail::laid_out<std::remove_const_t<X>, Y>, N>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return layout::template array_like<Y, N>(x);
  }
};
template <class X>
  requires arranged<std::remove_const_t<X>>
struct layout<std::span<X>> : detail::layout_of_range<std::remove_const_t<X>> {
  template <class Y>
  using rebind = std::vector<detail::laid_out<std::remove_const_t<X>, Y>>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return layout::template vector_like<Y>(x);
  }
};

template <arranged... X>
struct layout<std::tuple<X...>> : detail::layout_of_members<X...> {
  template <class Y>
  using rebind = std::tuple<detail::laid_out<X, Y>...>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return std::apply(
        [](const auto&... element_) { return rebind<Y>{layout<X>::template like<Y>(element_)...}; },
        x);
  }
  static constexpr void visit(auto& x, auto&& f) {
    std::apply([&](auto&... element_) { layout::visit_all(f, element_...); }, x);
  }
};

template <arranged A, arranged B>
struct layout<std::pair<A, B>> : detail::layout_of_members<A, B> {
  template <class Y>
  using rebind = std::pair<detail::laid_out<A, Y>, detail::laid_out<B, Y>>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return {layout<A>::template like<Y>(x.first), layout<B>::template like<Y>(x.second)};
  }
  static constexpr void visit(auto& x, auto&& f) { layout::visit_all(f, x.first, x.second); }
};

namespace detail {

template <class Members>
struct layout_of_tuple;
template <class... X>
struct layout_of_tuple<std::tuple<X...>> : layout_of_members<X...> {
  static constexpr bool supported = (arranged<X> && ...);

 protected:
  static constexpr void visit_struct(auto& s, auto&& f) {
    with_members<sizeof...(X)>(
        s, [&](auto&... member_) { layout_of_members<X...>::visit_all(f, member_...); });
  }
  template <class Y>
  static constexpr void extend(auto& result, const auto& s) {
    with_members<sizeof...(X)>(result, [&](auto&... to_) {
      with_members<sizeof...(X)>(
          s, [&](auto&... from_) { ((to_ = layout<X>::template like<Y>(from_)), ...); });
    });
  }
};

}  // namespace detail

template <template <class> class S, class T>
  requires(operand<T> && boost::hana::Struct<detail::adapted_struct<S, T>>::value &&
           !std::is_empty_v<S<T>>)
struct layout<S<T>> : detail::layout_of_tuple<detail::members_of<detail::adapted_struct<S, T>>> {
  using number = std::conditional_t<operand<T>, T, typename layout::number>;
  template <class Y>
  using rebind = S<Y>;
  template <class Y>
  static constexpr S<Y> like(const auto& x) {
    S<Y> result{};
    layout::template extend<Y>(result, x);
    return result;
  }
  static constexpr void visit(auto& s, auto&& f) { layout::visit_struct(s, f); }
};

namespace detail {

/// How many numbers an X has, if its type says so; 0 if only an object does.
template <class X>
inline constexpr std::size_t numbers_by_type = 0;
template <operand X>
inline constexpr std::size_t numbers_by_type<X> = 1;
template <class X, std::size_t N>
inline constexpr std::size_t numbers_by_type<std::array<X, N>> = N * numbers_by_type<X>;
template <class... X>
inline constexpr std::size_t numbers_by_type<std::tuple<X...>> =
    ((numbers_by_type<X> > 0) && ...) ? (std::size_t{0} + ... + numbers_by_type<X>) : 0;
template <class A, class B>
inline constexpr std::size_t numbers_by_type<std::pair<A, B>> = numbers_by_type<std::tuple<A, B>>;
template <template <class> class S, class T>
  requires(boost::hana::Struct<adapted_struct<S, T>>::value)
inline constexpr std::size_t numbers_by_type<S<T>> =
    numbers_by_type<members_of<adapted_struct<S, T>>>;

}  // namespace detail

/// How a Jacobian is arranged, of a result Y by a point X, or a Hessian (Y is X): Y with an X in
/// place of every number, unless this is specialised (for a library's own matrices).
template <class Y, class X>
struct matrix_layout {
  template <class T>
  using type = detail::laid_out<Y, detail::laid_out<X, T>>;
  template <class T>
  static constexpr type<T> like(const Y& y, const X& x) {
    auto result = layout<Y>::template like<detail::laid_out<X, T>>(y);
    layout<Y>::visit(result, [&](auto& row_) { row_ = layout<X>::template like<T>(x); });
    return result;
  }
  /// Row by row.
  static constexpr void visit(auto& matrix, auto&& f) {
    layout<Y>::visit(matrix, [&](auto& row_) { layout<X>::visit(row_, f); });
  }
};

}  // namespace ctgrad
