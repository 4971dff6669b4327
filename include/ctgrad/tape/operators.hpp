// Sums of Values of which an operand is a temporary.
//
// Nobody can look at a temporary again, so if it is also the last result on the tape, a sum becomes
// a part of it, and so does a temporary that is added to what was recorded right before it:
//
//   Value s = 0.0;
//   for (...) s += w[i] * x[i];   // one result with two operands for each i
//
// What flows through a sum is not changed by it, so all derivatives are the same to the last bit.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/tape/located.hpp>

#include <concepts>
#include <utility>

namespace ctgrad::detail {

/// What a Value of T may be made from.
template <class U, class T>
concept constant_of = number<U> || (active<U> && active<T> && std::convertible_to<U, T>);

#ifdef CTGRAD_LOCATIONS

template <class Value, class>
using value_operators = located_operators<Value>;

#else

/// Base of a Value: its operators, found because it is a base.
template <class Value, class T>
struct value_operators {
  CTGRAD_RECORD friend Value operator+(const Value& a, Value&& b) { return second<ops::add>(a, b); }
  CTGRAD_RECORD friend Value operator+(Value&& a, const Value& b) { return first<ops::add>(a, b); }
  CTGRAD_RECORD friend Value operator+(Value&& a, Value&& b) { return both<ops::add>(a, b); }
  CTGRAD_RECORD friend Value operator-(const Value& a, Value&& b) {
    return second<ops::subtract>(a, b);
  }
  CTGRAD_RECORD friend Value operator-(Value&& a, const Value& b) {
    return first<ops::subtract>(a, b);
  }
  CTGRAD_RECORD friend Value operator-(Value&& a, Value&& b) { return both<ops::subtract>(a, b); }

  CTGRAD_RECORD friend Value operator+(const constant_of<T> auto& a, Value&& b) {
    return second<ops::add>(a, b);
  }
  CTGRAD_RECORD friend Value operator+(Value&& a, const constant_of<T> auto& b) {
    return first<ops::add>(a, b);
  }
  CTGRAD_RECORD friend Value operator-(const constant_of<T> auto& a, Value&& b) {
    return second<ops::subtract>(a, b);
  }
  CTGRAD_RECORD friend Value operator-(Value&& a, const constant_of<T> auto& b) {
    return first<ops::subtract>(a, b);
  }

  // what is assigned to cannot be looked at again either
  CTGRAD_RECORD friend Value& operator+=(Value& a, const Value& b) {
    return set(a, extend<ops::add, 0>(a, b));
  }
  CTGRAD_RECORD friend Value& operator+=(Value& a, Value&& b) {
    return set(a, join<ops::add>(a, b));
  }
  CTGRAD_RECORD friend Value& operator-=(Value& a, const Value& b) {
    return set(a, extend<ops::subtract, 0>(a, b));
  }
  CTGRAD_RECORD friend Value& operator-=(Value& a, Value&& b) {
    return set(a, join<ops::subtract>(a, b));
  }
  CTGRAD_RECORD friend Value& operator+=(Value& a, const constant_of<T> auto& b) {
    return set(a, extend<ops::add, 0>(a, b));
  }
  CTGRAD_RECORD friend Value& operator-=(Value& a, const constant_of<T> auto& b) {
    return set(a, extend<ops::subtract, 0>(a, b));
  }

 private:
  CTGRAD_RECORD static Value& set(Value& a, const auto& result) { return a.become(result); }

  template <class Op, int K>
  CTGRAD_RECORD static auto extend(const auto& a, const auto& b) {
    using engine = typename Value::ctgrad_engine;
    return engine::template extend<Op, K>(engine::operand(a), engine::operand(b));
  }
  template <class Op>
  CTGRAD_RECORD static auto join(const Value& a, Value& b) {
    using engine = typename Value::ctgrad_engine;
    const auto y = engine::template join<Op>(engine::operand(a), engine::operand(b));
    b.move_out();
    return y;
  }

  template <class Op>
  CTGRAD_RECORD static Value first(Value& a, const auto& b) {
    const auto y = extend<Op, 0>(a, b);
    a.move_out();
    return Value(y);
  }
  template <class Op>
  CTGRAD_RECORD static Value second(const auto& a, Value& b) {
    const auto y = extend<Op, 1>(a, b);
    b.move_out();
    return Value(y);
  }
  template <class Op>
  CTGRAD_RECORD static Value both(Value& a, Value& b) {
    const auto y = join<Op>(a, b);
    a.move_out();
    return Value(y);
  }
};

#endif

}  // namespace ctgrad::detail
