// How the numbers of a value with derivatives are arranged: the members one behind the other. So a
// recording that has such a result can be differentiated again.
#pragma once

#include <ctgrad/dynamic/layout.hpp>
#include <ctgrad/program/value_with.hpp>

namespace ctgrad {
namespace detail {

/// The layout of an aggregate of arranged members.
template <template <class...> class Aggregate, class... X>
struct layout_of_aggregate : layout_of_members<X...> {
  template <class Y>
  using rebind = Aggregate<laid_out<X, Y>...>;
  template <class Y>
  static constexpr rebind<Y> like(const auto& x) {
    return with_members<sizeof...(X)>(x, [](const auto&... member_) {
      return rebind<Y>{layout<X>::template like<Y>(member_)...};
    });
  }
  static constexpr void visit(auto& x, auto&& f) {
    with_members<sizeof...(X)>(
        x, [&](auto&... member_) { layout_of_aggregate::visit_all(f, member_...); });
  }
};

}  // namespace detail

template <arranged V, arranged D>
struct layout<value_with_gradient<V, D>> : detail::layout_of_aggregate<value_with_gradient, V, D> {
};
template <arranged V, arranged D>
struct layout<value_with_derivative<V, D>>
    : detail::layout_of_aggregate<value_with_derivative, V, D> {};
template <arranged V, arranged D>
struct layout<value_with_jacobian<V, D>> : detail::layout_of_aggregate<value_with_jacobian, V, D> {
};
template <arranged V, arranged D>
struct layout<value_with_hessian<V, D>> : detail::layout_of_aggregate<value_with_hessian, V, D> {};
template <arranged V, arranged D>
struct layout<value_with_product<V, D>> : detail::layout_of_aggregate<value_with_product, V, D> {};
template <arranged V, arranged G, arranged H>
struct layout<value_with_gradient_and_hessian<V, G, H>>
    : detail::layout_of_aggregate<value_with_gradient_and_hessian, V, G, H> {};

}  // namespace ctgrad
