// Members of structs that are adapted for Boost.Hana, or have the shape of one that is.
#pragma once

#include <boost/hana/accessors.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/unpack.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

/// Calls f with the members of a struct that has N of them and returns what f returns. A struct
/// rebound to symbols need not be adapted itself: it is taken apart by a structured binding.
template <std::size_t N, class S, class F>
constexpr decltype(auto) with_members(S& s, F&& f) {
  static_assert(N <= 12, "[ctgrad-E11] an adapted struct has at most 12 members; group them");
  if constexpr (boost::hana::Struct<std::remove_const_t<S>>::value) {
    return boost::hana::unpack(boost::hana::accessors<std::remove_const_t<S>>(),
                               [&](const auto&... member_) -> decltype(auto) {
                                 return f(boost::hana::second(member_)(s)...);
                               });
  } else if constexpr (N == 1) {
    auto& [a] = s;
    return f(a);
  } else if constexpr (N == 2) {
    auto& [a, b] = s;
    return f(a, b);
  } else if constexpr (N == 3) {
    auto& [a, b, c] = s;
    return f(a, b, c);
  } else if constexpr (N == 4) {
    auto& [a, b, c, d] = s;
    return f(a, b, c, d);
  } else if constexpr (N == 5) {
    auto& [a, b, c, d, e] = s;
    return f(a, b, c, d, e);
  } else if constexpr (N == 6) {
    auto& [a, b, c, d, e, g] = s;
    return f(a, b, c, d, e, g);
  } else if constexpr (N == 7) {
    auto& [a, b, c, d, e, g, h] = s;
    return f(a, b, c, d, e, g, h);
  } else if constexpr (N == 8) {
    auto& [a, b, c, d, e, g, h, i] = s;
    return f(a, b, c, d, e, g, h, i);
  } else if constexpr (N == 9) {
    auto& [a, b, c, d, e, g, h, i, j] = s;
    return f(a, b, c, d, e, g, h, i, j);
  } else if constexpr (N == 10) {
    auto& [a, b, c, d, e, g, h, i, j, k] = s;
    return f(a, b, c, d, e, g, h, i, j, k);
  } else if constexpr (N == 11) {
    auto& [a, b, c, d, e, g, h, i, j, k, l] = s;
    return f(a, b, c, d, e, g, h, i, j, k, l);
  } else {
    auto& [a, b, c, d, e, g, h, i, j, k, l, m] = s;
    return f(a, b, c, d, e, g, h, i, j, k, l, m);
  }
}

/// The types of a struct's members, given its list of (name, accessor) pairs.
template <class S, template <class...> class List, class... Member>
auto member_types(const List<Member...>&) -> std::tuple<std::remove_cvref_t<
    decltype(boost::hana::second(std::declval<Member>())(std::declval<S&>()))>...>;

template <class S>
using members_of = decltype(member_types<S>(boost::hana::accessors<S>()));

}  // namespace ctgrad::detail
