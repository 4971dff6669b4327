// The reverse sweep, written once for every compile-time and recorded derivative.
//
// It works on recorded programs and records its result in the same builder, so a derivative can be
// differentiated again, to any order.
//
// Order of summation (part of the contract): instructions are visited from the last to the first,
// the operands of each from left to right, and a contribution is added behind those before it. The
// first contribution is assigned, not added to zero.
//
// Where an operand is inactive (the branch of a `where` that is not taken, relu below 0, the
// smaller operand of max) its adjoint is not a number that happens to be 0: 0 * inf would make it
// NaN further down. So an adjoint carries a guard, the condition under which it exists at all, and
// the 0 is put in only where adjoints meet or leave the sweep.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <vector>

namespace ctgrad {
namespace detail {

/// An adjoint that is `value` where `guard` holds and exactly 0 elsewhere.
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

/// For every instruction up to y: does it depend on one of the given ones?
template <class T>
constexpr std::vector<char> dependents(const builder<T>& b, const std::vector<slot>& wrt, slot y) {
  std::vector<char> depends(std::size_t{y} + 1, false);
  for (const slot x : wrt) {
    if (x <= y && b[x].what != role::literal) depends[x] = true;
  }
  for (slot i = 0; i <= y; ++i) {
    for (int k = 0; k < b[i].arity(); ++k) {
      if (depends[b[i].operands[std::size_t(k)]]) depends[i] = true;
    }
  }
  return depends;
}

}  // namespace detail

/// Records the partial derivatives of y with respect to each of `wrt`, which may be inputs or
/// intermediate results (a literal is neither: nothing depends on it). Before: y and wrt belong to
/// `b`. After: the same, with at most a constant number of new instructions per instruction of y. A
/// quantity that y does not depend on has the derivative 0 (a literal).
template <class T>
constexpr std::vector<basic_symbol<T>> adjoints(builder<T>& b, const basic_symbol<T>& y,
                                                const std::vector<basic_symbol<T>>& wrt) {
  const slot last = y.at(b);
  std::vector<slot> targets;
  for (const auto& x : wrt) targets.push_back(x.at(b));
  const auto active = detail::dependents(b, targets, last);
  std::vector<detail::guarded<T>> adjoint(std::size_t{last} + 1);
  adjoint[last] = {1, 1};

  for (slot i = last + 1; i-- > 0;) {
    if (!active[i] || adjoint[i].never() || b[i].what != role::call) continue;
    const auto step = b[i];  // a copy: recording moves the instructions
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < 3; ++k) x[k] = {b, step.operands[k]};
    const auto partials = step.op->partials(x, {b, i});
    for (std::size_t k = 0; k < std::size_t(step.op->arity); ++k) {
      if (!active[step.operands[k]] || partials[k].is_structural_zero()) continue;
      auto& target = adjoint[step.operands[k]];
      target = detail::sum(target, detail::scaled(adjoint[i], partials[k], x));
    }
  }

  std::vector<basic_symbol<T>> result;
  for (const slot x : targets) result.push_back(x <= last && active[x] ? adjoint[x].plain() : 0);
  return result;
}

}  // namespace ctgrad
