// The shapes that arguments and gradients come in.
//
// A structure is a number, a std::array, std::tuple or std::pair of structures, or a struct
// template adapted with BOOST_HANA_ADAPT_STRUCT (or defined with BOOST_HANA_DEFINE_STRUCT):
//
//   template <class T> struct bond { T rate, maturity; };
//   BOOST_HANA_ADAPT_STRUCT(bond<double>, rate, maturity);
//
// It has a number of leaves, can be rebound to another number type, and its leaves can be visited
// in the order in which they are declared. An empty type (std::integral_constant, say) is handed
// to the function as it is.
#pragma once

#include <ctgrad/diff/members.hpp>
#include <ctgrad/op/op.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

template <class X>
struct structure {
  using number = double;
  static constexpr bool supported = false;
};

template <class X>
concept structured = structure<X>::supported;

template <class X, class Scalar>
using rebound = typename structure<X>::template rebind<Scalar>;

// A structure's `number` is the common type of its leaves; that of an empty one is bool, which
// every other number absorbs.
template <operand X>
struct structure<X> {
  using number = X;
  static constexpr bool supported = true, scalar = true;
  static constexpr std::size_t leaves = 1;
  template <class Scalar>
  using rebind = Scalar;
  static constexpr void visit(auto& x, auto& f) { f(x); }
  template <std::size_t>
  CTGRAD_INLINE static constexpr auto& leaf(auto& x) {
    return x;
  }
};

template <class X>
  requires(std::is_empty_v<X> && !operand<X>)
struct structure<X> {
  using number = bool;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = 0;
  template <class Scalar>
  using rebind = X;
  static constexpr void visit(auto&, auto&) {}
};

template <structured X, std::size_t N>
struct structure<std::array<X, N>> {
  using number = typename structure<X>::number;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = N * structure<X>::leaves;
  template <class Scalar>
  using rebind = std::array<rebound<X, Scalar>, N>;
  static constexpr void visit(auto& array, auto& f) {
    for (auto& x : array) structure<X>::visit(x, f);
  }
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& leaf(auto& array) {
    constexpr std::size_t each = structure<X>::leaves;
    return structure<X>::template leaf<I % each>(array[I / each]);
  }
};

/// Where leaf number I of several structures is: in which of them, and where in that.
struct place_of_leaf {
  std::size_t part, leaf;
};
template <std::size_t... Leaves>
constexpr place_of_leaf locate(std::size_t i) {
  place_of_leaf at{0, i};
  for (const std::size_t leaves : {Leaves...}) {
    if (at.leaf < leaves) break;
    at.leaf -= leaves;
    ++at.part;
  }
  return at;
}

template <structured... X>
struct structure<std::tuple<X...>> {
  using number = std::common_type_t<bool, typename structure<X>::number...>;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = (0 + ... + structure<X>::leaves);
  template <class Scalar>
  using rebind = std::tuple<rebound<X, Scalar>...>;
  static constexpr void visit(auto& tuple, auto& f) {
    std::apply([&](auto&... x_) { (structure<X>::visit(x_, f), ...); }, tuple);
  }
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& leaf(auto& tuple) {
    constexpr auto at = locate<structure<X>::leaves...>(I);
    using element = std::tuple_element_t<at.part, std::tuple<X...>>;
    return structure<element>::template leaf<at.leaf>(std::get<at.part>(tuple));
  }
};

template <structured A, structured B>
struct structure<std::pair<A, B>> {
  using number = std::common_type_t<typename structure<A>::number, typename structure<B>::number>;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = structure<A>::leaves + structure<B>::leaves;
  template <class Scalar>
  using rebind = std::pair<rebound<A, Scalar>, rebound<B, Scalar>>;
  static constexpr void visit(auto& pair, auto& f) {
    structure<A>::visit(pair.first, f);
    structure<B>::visit(pair.second, f);
  }
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& leaf(auto& pair) {
    return structure<std::tuple<A, B>>::template leaf<I>(pair);  // std::get works on both
  }
};

/// Is S<T> adapted, or S<double> if T is no number (a function returns an S of symbols)?
template <template <class> class S, class T>
using adapted_struct = std::conditional_t<boost::hana::Struct<S<T>>::value, S<T>, S<double>>;

template <template <class> class S, class T>
  requires(operand<T> && boost::hana::Struct<adapted_struct<S, T>>::value && !std::is_empty_v<S<T>>)
struct structure<S<T>> {
  using members = members_of<adapted_struct<S, T>>;
  using number = std::conditional_t<operand<T>, T, typename structure<members>::number>;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = structure<members>::leaves;
  template <class Scalar>
  using rebind = S<Scalar>;
  static constexpr void visit(auto& s, auto& f) {
    with_members<std::tuple_size_v<members>>(s, [&](auto&... member_) {
      auto tied_ = std::tie(member_...);
      structure<members>::visit(tied_, f);
    });
  }
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& leaf(auto& s) {
    return with_members<std::tuple_size_v<members>>(s, [](auto&... member_) -> auto& {
      auto tied_ = std::tie(member_...);
      return structure<members>::template leaf<I>(tied_);
    });
  }
};

/// Calls f with every leaf.
template <class X, class F>
constexpr void for_each_leaf(const X& x, F&& f) {
  structure<X>::visit(x, f);
}

}  // namespace ctgrad::detail
