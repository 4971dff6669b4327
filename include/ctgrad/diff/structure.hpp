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

#include <ctgrad/op/op.hpp>

#include <boost/hana/accessors.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/unpack.hpp>

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
};

template <structured... X>
struct structure<std::tuple<X...>> {
  using number = std::common_type_t<bool, typename structure<X>::number...>;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = (0 + ... + structure<X>::leaves);
  template <class Scalar>
  using rebind = std::tuple<rebound<X, Scalar>...>;
  static constexpr void visit(auto& tuple, auto& f) {
    std::apply([&](auto&... x) { (structure<X>::visit(x, f), ...); }, tuple);
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
};

// -- structs -----------------------------------------------------------------------------------

/// Calls f with the members of a struct that has N of them. A struct rebound to symbols need not
/// be adapted itself: it is taken apart by a structured binding.
template <std::size_t N, class S, class F>
constexpr void with_members(S& s, F&& f) {
  static_assert(N <= 12, "[ctgrad-E11] an adapted struct has at most 12 members; group them");
  if constexpr (boost::hana::Struct<std::remove_const_t<S>>::value) {
    boost::hana::unpack(boost::hana::accessors<std::remove_const_t<S>>(),
                        [&](const auto&... member_) { f(boost::hana::second(member_)(s)...); });
  } else if constexpr (N == 1) {
    auto& [a] = s;
    f(a);
  } else if constexpr (N == 2) {
    auto& [a, b] = s;
    f(a, b);
  } else if constexpr (N == 3) {
    auto& [a, b, c] = s;
    f(a, b, c);
  } else if constexpr (N == 4) {
    auto& [a, b, c, d] = s;
    f(a, b, c, d);
  } else if constexpr (N == 5) {
    auto& [a, b, c, d, e] = s;
    f(a, b, c, d, e);
  } else if constexpr (N == 6) {
    auto& [a, b, c, d, e, g] = s;
    f(a, b, c, d, e, g);
  } else if constexpr (N == 7) {
    auto& [a, b, c, d, e, g, h] = s;
    f(a, b, c, d, e, g, h);
  } else if constexpr (N == 8) {
    auto& [a, b, c, d, e, g, h, i] = s;
    f(a, b, c, d, e, g, h, i);
  } else if constexpr (N == 9) {
    auto& [a, b, c, d, e, g, h, i, j] = s;
    f(a, b, c, d, e, g, h, i, j);
  } else if constexpr (N == 10) {
    auto& [a, b, c, d, e, g, h, i, j, k] = s;
    f(a, b, c, d, e, g, h, i, j, k);
  } else if constexpr (N == 11) {
    auto& [a, b, c, d, e, g, h, i, j, k, l] = s;
    f(a, b, c, d, e, g, h, i, j, k, l);
  } else {
    auto& [a, b, c, d, e, g, h, i, j, k, l, m] = s;
    f(a, b, c, d, e, g, h, i, j, k, l, m);
  }
}

/// The types of a struct's members, given its list of (name, accessor) pairs.
template <class S, template <class...> class List, class... Member>
auto member_types(const List<Member...>&) -> std::tuple<std::remove_cvref_t<
    decltype(boost::hana::second(std::declval<Member>())(std::declval<S&>()))>...>;

template <class S>
using members_of = decltype(member_types<S>(boost::hana::accessors<S>()));

template <template <class> class S, class T>
  requires(boost::hana::Struct<S<T>>::value && !std::is_empty_v<S<T>>)
struct structure<S<T>> {
  using members = members_of<S<T>>;
  using number = typename structure<members>::number;
  static constexpr bool supported = true, scalar = false;
  static constexpr std::size_t leaves = structure<members>::leaves;
  template <class Scalar>
  using rebind = S<Scalar>;
  static constexpr void visit(auto& s, auto& f) {
    with_members<std::tuple_size_v<members>>(s, [&](auto&... member_) {
      auto tied = std::tie(member_...);
      structure<members>::visit(tied, f);
    });
  }
};

/// Writes consecutive numbers into the leaves of a structure.
/// The structure may be X itself or X rebound to another number.
template <class X>
constexpr void fill(auto& x, auto& next) {
  auto store = [&](auto& leaf) { leaf = *next++; };
  structure<X>::visit(x, store);
}

/// Calls f with every leaf.
template <class X, class F>
constexpr void for_each_leaf(const X& x, F&& f) {
  structure<X>::visit(x, f);
}

}  // namespace ctgrad::detail
