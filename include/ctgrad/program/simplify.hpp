// What is simpler than an operation on these operands, if anything is: one overload per op.
//
// Every rewriting here keeps the value to the last bit for all arguments, NaN, infinities and
// signed zeros included. So x*1 becomes x, but x + 0.0 does not (it differs for x = -0.0), and 0*x
// does not become 0.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/instruction.hpp>

#include <optional>

namespace ctgrad {

template <class T>
using simplified = std::optional<basic_symbol<T>>;

template <class Op, class T, class... Rest>
constexpr simplified<T> simplify(const Op&, const basic_symbol<T>&, const Rest&...) {
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::add, const basic_symbol<T>& a, const basic_symbol<T>& b) {
  if (a.same_as(b)) return 2 * a;
  if (b.template is<ops::negate>()) return a - b.operand(0);
  if (a.template is<ops::negate>()) return b - a.operand(0);
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::subtract, const basic_symbol<T>& a,
                                 const basic_symbol<T>& b) {
  if (b.is_literal(0)) return a;
  if (b.template is<ops::negate>()) return a + b.operand(0);
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::multiply, const basic_symbol<T>& a,
                                 const basic_symbol<T>& b) {
  if (a.is_literal(1)) return b;
  if (b.is_literal(1)) return a;
  if (a.is_literal(-1)) return -b;
  if (b.is_literal(-1)) return -a;
  if (a.template is<ops::negate>() && b.template is<ops::negate>()) {
    return a.operand(0) * b.operand(0);
  }
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::divide, const basic_symbol<T>& a, const basic_symbol<T>& b) {
  if (b.is_literal(1)) return a;
  if (b.is_literal(-1)) return -a;
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::negate, const basic_symbol<T>& a) {
  if (a.template is<ops::negate>()) return a.operand(0);
  return {};
}

/// A whole power is the products that its value would compute. Not a negative one: differentiating
/// 1/(x*x) overflows where -2 x^-3 does not.
template <class T>
constexpr simplified<T> simplify(ops::integer_power, const basic_symbol<T>& x,
                                 const basic_symbol<T>& n) {
  constexpr int products_at_most = 64;
  if (!n.is_literal() || n.literal() > products_at_most || n.literal() < 0) return {};
  return ops::integer_power::value(x, static_cast<int>(n.literal()));
}

template <class T>
constexpr simplified<T> simplify(ops::power, const basic_symbol<T>& x, const basic_symbol<T>& p) {
  if (p.is_literal()) return apply<ops::power::with_constant_last>(x, p);
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::where, const basic_symbol<T>& c, const basic_symbol<T>& a,
                                 const basic_symbol<T>& b) {
  if (c.is_literal()) return c.literal() != 0 ? a : b;
  if (a.same_as(b)) return a;
  if (c.template is<ops::negation>()) return where(c.operand(0), b, a);
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::both, const basic_symbol<T>& a, const basic_symbol<T>& b) {
  if (a.same_as(b) && a.is_condition()) return a;
  if (a.is_literal()) return a.literal() == 0 ? 0 : b != 0;
  if (b.is_literal()) return b.literal() == 0 ? 0 : a != 0;
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::either, const basic_symbol<T>& a, const basic_symbol<T>& b) {
  if (a.same_as(b) && a.is_condition()) return a;
  if (a.is_literal()) return a.literal() != 0 ? 1 : b != 0;
  if (b.is_literal()) return b.literal() != 0 ? 1 : a != 0;
  return {};
}

/// A condition is 1 or 0, so asking whether it is not 0 asks for the condition itself.
template <class T>
constexpr simplified<T> simplify(ops::not_equal, const basic_symbol<T>& a,
                                 const basic_symbol<T>& b) {
  if (a.is_condition() && b.is_literal(0)) return a;
  return {};
}

template <class T>
constexpr simplified<T> simplify(ops::negation, const basic_symbol<T>& a) {
  if (a.template is<ops::negation>() && a.operand(0).is_condition()) return a.operand(0);
  return {};
}

}  // namespace ctgrad
