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

#else

template <class Value>
struct located_operators {};

#endif

}  // namespace ctgrad::detail
