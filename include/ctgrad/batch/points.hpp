// What the arguments of vmap(g) are at one point, and where their numbers stand.
//
// A vector or span is one number (or structure) for every point; everything else is the same at all
// points. Inside of a std::array, std::tuple, std::pair or adapted struct the same holds for every
// member: std::array{x, y} of two vectors is a std::array<double, 2> at every point.
#pragma once

#include <ctgrad/batch/column.hpp>
#include <ctgrad/diff/structure.hpp>

#include <array>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

template <class X>
inline constexpr bool is_std_array = false;
template <class X, std::size_t N>
inline constexpr bool is_std_array<std::array<X, N>> = true;

/// Numbers (or structures) behind each other, one for every point: a vector, a span, a plain array.
template <class X>
concept contiguous = !is_std_array<X> && requires(const X& x) {
  *std::data(x);
  std::size(x);
  requires std::is_pointer_v<decltype(std::data(x))>;
};
template <contiguous X>
using element_of_points = std::remove_cvref_t<decltype(*std::data(std::declval<const X&>()))>;

/// How an argument X is spread over points: `type` is what it is at one point; `varies(v)` writes
/// for each of its numbers whether it varies, `append(columns, x)` where it stands. `fits<T>`: are
/// the numbers that vary of type T?
template <class X>
struct points_of {
  static constexpr bool supported = false;
};

template <class X>
using point_type = typename points_of<X>::type;

template <number X>
struct points_of<X> {
  static constexpr bool supported = true;
  template <class>
  static constexpr bool fits = true;
  using type = X;
  static constexpr void varies(bool*& next) { *next++ = false; }
  template <class T>
  static constexpr void append(column_writer<T>& columns, const X& x) {
    columns.add_constant(static_cast<T>(x));
  }
};

template <class X>
  requires(std::is_empty_v<X> && !operand<X>)
struct points_of<X> {
  static constexpr bool supported = true;
  template <class>
  static constexpr bool fits = true;
  using type = X;
  static constexpr void varies(bool*&) {}
  static constexpr void append(auto&, const X&) {}
};

/// Points behind each other: the numbers of one stand `stride` apart from those of the next.
template <contiguous X>
  requires structured<element_of_points<X>>
struct points_of<X> {
  using type = element_of_points<X>;
  static constexpr bool supported = structure<type>::leaves != 0;
  template <class T>
  static constexpr bool fits = std::is_same_v<typename structure<type>::number, T>;
  static constexpr void varies(bool*& next) {
    for (std::size_t i = 0; i < structure<type>::leaves; ++i) *next++ = true;
  }
  template <class T>
  static constexpr void append(column_writer<T>& columns, const X& x) {
    static_assert(sizeof(type) % sizeof(T) == 0);
    const type empty{};
    const type& first = std::size(x) != 0 ? *std::data(x) : empty;
    for_each_leaf(first, [&](const auto& leaf_) {
      columns.add(std::size(x) != 0 ? &leaf_ : nullptr, std::size(x), sizeof(type) / sizeof(T));
    });
  }
};

/// Members that vary or do not.
template <class... X>
struct points_of_members {
  static constexpr bool supported = (points_of<X>::supported && ...);
  template <class T>
  static constexpr bool fits = (points_of<X>::template fits<T> && ...);
  static constexpr void varies(bool*& next) { (points_of<X>::varies(next), ...); }

 protected:
  static constexpr void append_all(auto& columns, const X&... member) {
    (points_of<X>::append(columns, member), ...);
  }
};

template <class X, std::size_t N>
struct points_of<std::array<X, N>> {
  static constexpr bool supported = points_of<X>::supported;
  template <class T>
  static constexpr bool fits = points_of<X>::template fits<T>;
  using type = std::array<point_type<X>, N>;
  static constexpr void varies(bool*& next) {
    for (std::size_t i = 0; i < N; ++i) points_of<X>::varies(next);
  }
  static constexpr void append(auto& columns, const std::array<X, N>& all) {
    for (const X& x : all) points_of<X>::append(columns, x);
  }
};

template <class... X>
struct points_of<std::tuple<X...>> : points_of_members<X...> {
  using type = std::tuple<point_type<X>...>;
  static constexpr void append(auto& columns, const std::tuple<X...>& all) {
    std::apply([&](const X&... x_) { points_of::append_all(columns, x_...); }, all);
  }
};

template <class A, class B>
struct points_of<std::pair<A, B>> : points_of_members<A, B> {
  using type = std::pair<point_type<A>, point_type<B>>;
  static constexpr void append(auto& columns, const std::pair<A, B>& all) {
    points_of::append_all(columns, all.first, all.second);
  }
};

/// A struct template adapted for S<double>, here of columns: S<std::span<const double>>.
template <template <class> class S, contiguous X>
  requires(structured<S<element_of_points<X>>> && number<element_of_points<X>>)
struct points_of<S<X>> {
  static constexpr bool supported = true;
  template <class T>
  static constexpr bool fits = std::is_same_v<element_of_points<X>, T>;
  using type = S<element_of_points<X>>;
  using members = typename structure<type>::members;
  static constexpr void varies(bool*& next) {
    for (std::size_t i = 0; i < structure<type>::leaves; ++i) *next++ = true;
  }
  static constexpr void append(auto& columns, const S<X>& s) {
    with_members<std::tuple_size_v<members>>(
        s, [&](const auto&... column_) { (points_of<X>::append(columns, column_), ...); });
  }
};
/// The same at all points.
template <template <class> class S, number X>
  requires(structured<S<X>> && !contiguous<S<X>>)
struct points_of<S<X>> {
  static constexpr bool supported = true;
  template <class>
  static constexpr bool fits = true;
  using type = S<X>;
  static constexpr void varies(bool*& next) {
    for (std::size_t i = 0; i < structure<type>::leaves; ++i) *next++ = false;
  }
  template <class T>
  static constexpr void append(column_writer<T>& columns, const S<X>& s) {
    for_each_leaf(s, [&](const auto& leaf_) { columns.add_constant(static_cast<T>(leaf_)); });
  }
};

}  // namespace ctgrad::detail
