// Operators on Values that know where in the source they stand; see op/place.hpp. An operator takes
// no further argument, but what its operands are converted to does.
#pragma once

#include <ctgrad/op/arithmetic.hpp>

namespace ctgrad::detail {

#ifdef CTGRAD_LOCATIONS

template <class Value>
struct located {
  // NOLINTBEGIN(google-explicit-constructor): operands are converted to it
  located(const Value& x_, const source_location& at_ = source_location::current())
      : value(x_), where(at_) {}
  located(const number auto& x_, const source_location& at_ = source_location::current())
      : value(x_), where(at_) {}
  // NOLINTEND(google-explicit-constructor)
  Value value;
  source_location where;
};

/// Base of a Value: its operators, found because it is a base.
template <class Value>
struct located_operators {
  friend Value operator+(const located<Value>& a, const located<Value>& b) {
    return at<ops::add>(a.where, a.value, b.value);
  }
  friend Value operator-(const located<Value>& a, const located<Value>& b) {
    return at<ops::subtract>(a.where, a.value, b.value);
  }
  friend Value operator*(const located<Value>& a, const located<Value>& b) {
    return at<ops::multiply>(a.where, a.value, b.value);
  }
  friend Value operator/(const located<Value>& a, const located<Value>& b) {
    return at<ops::divide>(a.where, a.value, b.value);
  }
  friend Value operator-(const located<Value>& a) { return at<ops::negate>(a.where, a.value); }
  friend Value& operator+=(Value& a, const located<Value>& b) {
    return a = at<ops::add>(b.where, a, b.value);
  }
  friend Value& operator-=(Value& a, const located<Value>& b) {
    return a = at<ops::subtract>(b.where, a, b.value);
  }
  friend Value& operator*=(Value& a, const located<Value>& b) {
    return a = at<ops::multiply>(b.where, a, b.value);
  }
  friend Value& operator/=(Value& a, const located<Value>& b) {
    return a = at<ops::divide>(b.where, a, b.value);
  }

 private:
  template <class Op>
  static Value at(const source_location& where, const auto&... x) {
    const place here(where);
    return apply<Op>(x...);
  }
};

/// A function object for up to six arguments that records, at work where it is called. (No further
/// argument can follow those of a template that takes any number of them.)
template <class Function>
struct located_function : Function {
  using Function::operator();
  template <class A>
  constexpr auto operator()(const A& a CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a);
  }
  template <class A, class B>
  constexpr auto operator()(const A& a, const B& b CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a, b);
  }
  template <class A, class B, class C>
  constexpr auto operator()(const A& a, const B& b, const C& c CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a, b, c);
  }
  template <class A, class B, class C, class D>
  constexpr auto operator()(const A& a, const B& b, const C& c, const D& d CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a, b, c, d);
  }
  template <class A, class B, class C, class D, class E>
  constexpr auto operator()(const A& a, const B& b, const C& c, const D& d,
                            const E& e CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a, b, c, d, e);
  }
  template <class A, class B, class C, class D, class E, class F>
  constexpr auto operator()(const A& a, const B& b, const C& c, const D& d, const E& e,
                            const F& f CTGRAD_WHERE) const {
    CTGRAD_HERE
    return Function::operator()(a, b, c, d, e, f);
  }
};

#else

template <class Value>
struct located_operators {};
template <class Function>
using located_function = Function;

#endif

}  // namespace ctgrad::detail
