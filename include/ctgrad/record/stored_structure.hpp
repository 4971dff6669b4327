// The structure of arguments and results on paper: what their type is called in a file, and the
// lengths that an object is made from again.
//
// Names are the same on every computer: "number" for a floating-point number, "whole" for a whole
// one, "vector<number>", "array<number,3>", "struct<number,vector<number>>" for an adapted struct.
#pragma once

#include <ctgrad/record/arguments.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// The lengths of an object while it is read: next() gives one, of at most as many elements as the
/// file can hold.
struct stored_lengths {
  std::vector<std::size_t> all;
  std::size_t largest = 0, used = 0;
  bool good = true;

  std::size_t next() {
    if (used == all.size() || all[used] > largest) good = false;
    return good ? all[used++] : 0;
  }
  [[nodiscard]] bool complete() const { return good && used == all.size(); }
};

/// name() of a type, lengths(x, list) of an object in it, resize(x, lengths) of one that is read.
template <class X>
struct stored_structure {  // what only has a layout: its type says how many numbers it has
  static std::string name() { return "numbers"; }
  static void lengths(const X&, std::vector<std::size_t>&) {}
  static void resize(X&, stored_lengths&) {}
};

template <operand X>
struct stored_structure<X> {
  static std::string name() { return std::integral<X> ? "whole" : "number"; }
  static void lengths(const X&, std::vector<std::size_t>&) {}
  static void resize(X&, stored_lengths&) {}
};

template <class X>
struct stored_structure<std::vector<X>> {
  using element = stored_structure<X>;
  static std::string name() { return text("vector<", element::name(), ">"); }
  static void lengths(const std::vector<X>& x, std::vector<std::size_t>& list) {
    list.push_back(x.size());
    for (const X& each : x) element::lengths(each, list);
  }
  static void resize(std::vector<X>& x, stored_lengths& list) {
    x.resize(list.next());
    for (X& each : x) element::resize(each, list);
  }
};

template <class X, std::size_t N>
struct stored_structure<std::array<X, N>> {
  using element = stored_structure<X>;
  static std::string name() { return text("array<", element::name(), ",", std::to_string(N), ">"); }
  static void lengths(const std::array<X, N>& x, std::vector<std::size_t>& list) {
    for (const X& each : x) element::lengths(each, list);
  }
  static void resize(std::array<X, N>& x, stored_lengths& list) {
    for (X& each : x) element::resize(each, list);
  }
};

/// Several parts, which with(x, f) calls f with.
template <class... X>
struct stored_parts {
  static std::string name_of(std::string_view kind) {
    std::string all, between;
    ((all += between + stored_structure<X>::name(), between = ","), ...);
    return text(kind, "<", all, ">");
  }
  static void lengths_of(std::vector<std::size_t>& list, const X&... x) {
    (stored_structure<X>::lengths(x, list), ...);
  }
  static void resize_all(stored_lengths& list, X&... x) {
    (stored_structure<X>::resize(x, list), ...);
  }
};

template <class... X>
struct stored_structure<std::tuple<X...>> {
  using parts = stored_parts<X...>;
  static std::string name() { return parts::name_of("tuple"); }
  static void lengths(const std::tuple<X...>& x, std::vector<std::size_t>& list) {
    std::apply([&](const auto&... x_) { parts::lengths_of(list, x_...); }, x);
  }
  static void resize(std::tuple<X...>& x, stored_lengths& list) {
    std::apply([&](auto&... x_) { parts::resize_all(list, x_...); }, x);
  }
};

template <class A, class B>
struct stored_structure<std::pair<A, B>> {
  using parts = stored_parts<A, B>;
  static std::string name() { return parts::name_of("tuple"); }
  static void lengths(const std::pair<A, B>& x, std::vector<std::size_t>& list) {
    parts::lengths_of(list, x.first, x.second);
  }
  static void resize(std::pair<A, B>& x, stored_lengths& list) {
    parts::resize_all(list, x.first, x.second);
  }
};

/// The members of a struct or aggregate.
template <class S, class... X>
struct stored_members {
  using parts = stored_parts<X...>;
  static std::string name() { return parts::name_of("struct"); }
  static void lengths(const S& s, std::vector<std::size_t>& list) {
    with_members<sizeof...(X)>(s, [&](const auto&... x_) { parts::lengths_of(list, x_...); });
  }
  static void resize(S& s, stored_lengths& list) {
    with_members<sizeof...(X)>(s, [&](auto&... x_) { parts::resize_all(list, x_...); });
  }
};

template <class S, class Members>
struct stored_struct;
template <class S, class... X>
struct stored_struct<S, std::tuple<X...>> : stored_members<S, X...> {};

template <template <class> class S, class T>
  requires(operand<T> && boost::hana::Struct<adapted_struct<S, T>>::value && !std::is_empty_v<S<T>>)
struct stored_structure<S<T>> : stored_struct<S<T>, members_of<S<T>>> {};

template <class V, class D>
struct stored_structure<value_with_gradient<V, D>>
    : stored_members<value_with_gradient<V, D>, V, D> {};
template <class V, class D>
struct stored_structure<value_with_derivative<V, D>>
    : stored_members<value_with_derivative<V, D>, V, D> {};
template <class V, class D>
struct stored_structure<value_with_jacobian<V, D>>
    : stored_members<value_with_jacobian<V, D>, V, D> {};
template <class V, class D>
struct stored_structure<value_with_hessian<V, D>> : stored_members<value_with_hessian<V, D>, V, D> {
};
template <class V, class D>
struct stored_structure<value_with_product<V, D>> : stored_members<value_with_product<V, D>, V, D> {
};
template <class V, class G, class H>
struct stored_structure<value_with_gradient_and_hessian<V, G, H>>
    : stored_members<value_with_gradient_and_hessian<V, G, H>, V, G, H> {};

/// A matrix of a library that has rows(), cols() and resize(rows, cols).
template <class X>
concept resizable_matrix = requires(X& x) { x.resize(x.rows(), x.cols()); };

template <resizable_matrix X>
struct stored_structure<X> {
  static std::string name() { return "matrix"; }
  static void lengths(const X& x, std::vector<std::size_t>& list) {
    list.push_back(static_cast<std::size_t>(x.rows()));
    list.push_back(static_cast<std::size_t>(x.cols()));
  }
  static void resize(X& x, stored_lengths& list) {
    const std::size_t rows = list.next(), columns = list.next();
    if (columns != 0 && rows > list.largest / columns) list.good = false;
    const bool fits = fixed(x.rows(), rows, X::RowsAtCompileTime) &&
                      fixed(x.cols(), columns, X::ColsAtCompileTime);
    if (!fits) list.good = false;
    using index = decltype(x.rows());
    if (list.good) x.resize(static_cast<index>(rows), static_cast<index>(columns));
  }

 private:
  static bool fixed(auto now, std::size_t wanted, int extent) {
    return extent < 0 || static_cast<std::size_t>(now) == wanted;
  }
};

}  // namespace ctgrad::detail
