// A derivative that is a number only where a condition holds, and exactly 0 elsewhere.
//
// Where an operand is inactive (the branch of a `where` that is not taken, relu below 0, the
// smaller operand of max) its adjoint is not a number that happens to be 0: 0 * inf would make it
// NaN further down. So adjoints, tangents and the edges of a linearised program carry a guard, the
// condition under which they exist at all, and the 0 is put in only where they meet or leave.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <array>

namespace ctgrad::detail {

/// A derivative that is `value` where `guard` holds and exactly 0 elsewhere.
template <class T>
struct guarded {
  basic_symbol<T> value = 0;
  basic_symbol<T> guard = 0;  // the literal 1: always; the literal 0: nothing has arrived yet

  [[nodiscard]] constexpr bool always() const { return guard.is_literal(1); }
  [[nodiscard]] constexpr bool never() const { return guard.is_literal(0); }
  [[nodiscard]] constexpr basic_symbol<T> plain() const { return where(guard, value, 0); }
};

template <class T>
using operands_of_op = std::array<basic_symbol<T>, 3>;

/// Is this partial one of the operands themselves? Then it is the function's, not made by a rule.
template <class T>
constexpr bool is_operand(const basic_symbol<T>& partial, const operands_of_op<T>& x) {
  for (const auto& operand : x) {
    if (operand.home() != nullptr && operand.same_as(partial)) return true;
  }
  return false;
}

/// adjoint * partial, a partial of an op on x. Where a rule has written where(c, p, 0), c is added
/// to the guard and p is left; a `where` of the function itself is a factor like any other.
template <class T>
constexpr guarded<T> scaled(guarded<T> adjoint, basic_symbol<T> partial,
                            const operands_of_op<T>& x) {
  while (partial.template is<ops::where>() && !is_operand(partial, x)) {
    const auto c = partial.operand(0), p = partial.operand(1), q = partial.operand(2);
    if (q.is_literal(0)) {
      adjoint.guard = adjoint.guard && c;
      partial = p;
    } else if (p.is_literal(0)) {
      adjoint.guard = adjoint.guard && !c;
      partial = q;
    } else {
      break;
    }
  }
  return {adjoint.value * partial, adjoint.guard};
}

template <class T>
constexpr bool opposite(const basic_symbol<T>& c, const basic_symbol<T>& d) {
  return (d.template is<ops::negation>() && d.operand(0).same_as(c)) ||
         (c.template is<ops::negation>() && c.operand(0).same_as(d));
}

template <class T>
constexpr guarded<T> sum(const guarded<T>& a, const guarded<T>& b) {
  if (a.never()) return b;
  if (a.guard.same_as(b.guard)) return {a.value + b.value, a.guard};
  if (opposite(a.guard, b.guard)) return {where(a.guard, a.value, b.value), 1};
  return {a.plain() + b.plain(), a.guard || b.guard};
}

/// The partial of an op on x by itself: an edge of the linearised program.
template <class T>
constexpr guarded<T> edge_of(const basic_symbol<T>& partial, const operands_of_op<T>& x) {
  return scaled<T>({1, 1}, partial, x);
}

/// The chain rule along two edges: it exists where both do.
template <class T>
constexpr guarded<T> chained(const guarded<T>& a, const guarded<T>& b) {
  return {a.value * b.value, a.guard && b.guard};
}

}  // namespace ctgrad::detail
