// How the numbers of a derivative of a recording are arranged: the shapes of diff/shape.hpp, for
// results and points whose lengths only an object knows.
//
// A kind of derivative says how its result is arranged in terms of the function's result and of
// what it is differentiated by; with the_result and the_point in their places that is a plan, which
// shape_of<Plan> follows: `type<T, Y, X>`, an object `like<T>(y, x)`, and `visit<Y, X>(object, f)`,
// in the order in which the kind derives its numbers (rows before columns, whatever the order of a
// matrix in memory).
#pragma once

#include <ctgrad/diff/shape.hpp>
#include <ctgrad/dynamic/call.hpp>
#include <ctgrad/program/instruction.hpp>
#include <ctgrad/record/layout.hpp>

#include <vector>

namespace ctgrad::detail {

struct the_result;
struct the_point;

template <class Plan>
struct shape_of;

template <>
struct shape_of<shaped_as<the_result>> {
  template <class T, class Y, class X>
  using type = laid_out<Y, T>;
  template <class T, class Y, class X>
  static type<T, Y, X> like(const Y& y, const X&) {
    return layout<Y>::template like<T>(y);
  }
  template <class Y, class X>
  static void visit(auto& object, auto&& f) {
    layout<Y>::visit(object, f);
  }
};

template <>
struct shape_of<shaped_as<the_point>> {
  template <class T, class Y, class X>
  using type = laid_out<X, T>;
  template <class T, class Y, class X>
  static type<T, Y, X> like(const Y&, const X& x) {
    return layout<X>::template like<T>(x);
  }
  template <class Y, class X>
  static void visit(auto& object, auto&& f) {
    layout<X>::visit(object, f);
  }
};

/// A Jacobian.
template <>
struct shape_of<nested<the_result, shaped_as<the_point>>> {
  template <class T, class Y, class X>
  using type = typename matrix_layout<Y, X>::template type<T>;
  template <class T, class Y, class X>
  static type<T, Y, X> like(const Y& y, const X& x) {
    return matrix_layout<Y, X>::template like<T>(y, x);
  }
  template <class Y, class X>
  static void visit(auto& object, auto&& f) {
    matrix_layout<Y, X>::visit(object, f);
  }
};

/// A Hessian.
template <>
struct shape_of<nested<the_point, shaped_as<the_point>>> {
  template <class T, class Y, class X>
  using type = typename matrix_layout<X, X>::template type<T>;
  template <class T, class Y, class X>
  static type<T, Y, X> like(const Y&, const X& x) {
    return matrix_layout<X, X>::template like<T>(x, x);
  }
  template <class Y, class X>
  static void visit(auto& object, auto&& f) {
    matrix_layout<X, X>::visit(object, f);
  }
};

/// Several of them as the members of an aggregate.
template <template <class...> class Aggregate, class... Plans>
struct shape_of<together<Aggregate, Plans...>> {
  template <class T, class Y, class X>
  using type = Aggregate<typename shape_of<Plans>::template type<T, Y, X>...>;
  template <class T, class Y, class X>
  static type<T, Y, X> like(const Y& y, const X& x) {
    return {shape_of<Plans>::template like<T>(y, x)...};
  }
  template <class Y, class X>
  static void visit(auto& object, auto&& f) {
    with_members<sizeof...(Plans)>(object, [&](auto&... member_) {
      (shape_of<Plans>::template visit<Y, X>(member_, f), ...);
    });
  }
};

/// How the result of a Kind of derivative is arranged.
template <class Kind>
using shape_of_kind = shape_of<typename Kind::template shape<the_result, the_point>>;

/// For every number of an object in the order of its layout, its place in the order of the shape.
template <class Kind, class Y, class X>
std::vector<slot> order_of_layout(const Y& y, const X& x) {
  using shape = shape_of_kind<Kind>;
  auto places = shape::template like<slot>(y, x);
  slot next = 0;
  shape::template visit<Y, X>(places, [&](slot& place_) { place_ = next++; });
  return numbers_in<slot>(places);
}

}  // namespace ctgrad::detail
