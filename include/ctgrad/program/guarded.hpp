// A derivative that is a number only where a condition holds, and exactly 0 elsewhere.
//
// Where an operand is inactive (the branch of a `where` that is not taken, relu below 0, the
// smaller operand of max) its adjoint is not a number that happens to be 0: 0 * inf would make it
// NaN further down. So adjoints, tangents and the edges of a linearised program carry a guard, the
// condition under which they exist at all, and the 0 is put in only where they meet or leave.
//
// Signs and constant factors wait beside the value until they meet an equal one or leave (d/dx of
// -(2 x) y is not computed as -1 * y * 2), and v * (n / b) is v / b * n where v / b is known. This
// changes derivatives by roundings only, as long as no intermediate result leaves the range of the
// numbers (|v / b| above 1e308: the rule by itself would multiply v with n / b); values of
// functions never pass through here.
#pragma once

#include <ctgrad/program/scale.hpp>

#include <array>

namespace ctgrad::detail {

/// A derivative that is coefficient * value where `guard` holds and exactly 0 elsewhere.
template <class T>
struct guarded {
  basic_symbol<T> value = 0;
  basic_symbol<T> guard = 0;  // the literal 1: always; the literal 0: nothing has arrived yet
  number_of_literal<T> coefficient = 1;
  bool made_by_rule = false;  // the value is no result of the function: it may be taken apart

  [[nodiscard]] constexpr bool always() const { return guard.is_literal(1); }
  [[nodiscard]] constexpr bool never() const { return guard.is_literal(0); }
  [[nodiscard]] constexpr basic_symbol<T> total() const { return coefficient * value; }
  [[nodiscard]] constexpr basic_symbol<T> plain() const { return where(guard, total(), 0); }
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

/// The partial of an op on x, whose result is y, by itself: an edge of the linearised program.
/// Where a rule has written where(c, p, 0), c is the guard and p is left; a `where` of the function
/// itself is a factor like any other.
template <class T>
constexpr guarded<T> edge_of(basic_symbol<T> partial, const operands_of_op<T>& x,
                             const basic_symbol<T>& y) {
  guarded<T> edge{1, 1};
  while (partial.template is<ops::where>() && !is_operand(partial, x)) {
    const auto c = partial.operand(0), p = partial.operand(1), q = partial.operand(2);
    if (q.is_literal(0)) {
      edge.guard = edge.guard && c;
      partial = p;
    } else if (p.is_literal(0)) {
      edge.guard = edge.guard && !c;
      partial = q;
    } else {
      break;
    }
  }
  edge.made_by_rule = partial.is_later_than(y);
  scale<T> whole{1, partial};
  whole.take_number();
  if (edge.made_by_rule) hoist_sign(whole.value, whole.coefficient);
  edge.value = whole.value;
  edge.coefficient = whole.coefficient;
  return edge;
}

/// What a sweep begins with: a weight or the component of a direction. A literal 0 is nothing.
template <class T>
constexpr guarded<T> seed(const basic_symbol<T>& weight) {
  if (weight.is_literal(0)) return {};
  scale<T> whole{1, weight};
  whole.take_number();
  return {whole.value, 1, whole.coefficient};
}

/// The chain rule: it exists where both factors do.
template <class T>
constexpr guarded<T> chained(const guarded<T>& a, const guarded<T>& b) {
  guarded<T> product{1, a.guard && b.guard};
  const bool apart = !a.value.is_literal() && !b.value.is_literal();
  scale<T> p{a.coefficient, a.value}, q{b.coefficient, b.value};
  if (apart && a.made_by_rule) p.take_apart();
  if (apart && b.made_by_rule) q.take_apart();
  product.coefficient = p.coefficient * q.coefficient;
  product.value = multiplied(p, q);
  product.made_by_rule = !apart && (a.made_by_rule || b.made_by_rule);
  if (!can_wait<T>(product.coefficient)) {
    product = {p.coefficient * product.value, product.guard, q.coefficient};
  }
  return product;
}

template <class T>
constexpr bool opposite(const basic_symbol<T>& c, const basic_symbol<T>& d) {
  return (d.template is<ops::negation>() && d.operand(0).same_as(c)) ||
         (c.template is<ops::negation>() && c.operand(0).same_as(d));
}

/// a + b with the coefficients multiplied. A sign that both have waits on.
template <class T>
constexpr guarded<T> sum_of_totals(const guarded<T>& a, const guarded<T>& b) {
  if (a.coefficient > 0 || b.coefficient > 0) return {a.total() + b.total(), a.guard};
  return {(-a.coefficient) * a.value + (-b.coefficient) * b.value, a.guard, -1};
}

/// The sum of two that exist under the same condition: like terms are one, a common coefficient
/// waits on.
template <class T>
constexpr guarded<T> sum_of_values(const guarded<T>& a, const guarded<T>& b) {
  const term<T> p(a.coefficient, a.value), q(b.coefficient, b.value);
  const auto both = p.coefficient + q.coefficient;
  if (p.is_like(q) && can_wait<T>(both)) {
    if (p.coefficient == a.coefficient) return {a.value, a.guard, both};
    return {q.coefficient == b.coefficient ? b.value : p.product(), a.guard, both};
  }
  if (a.coefficient == b.coefficient) return {a.value + b.value, a.guard, a.coefficient};
  if (a.coefficient != -b.coefficient) return sum_of_totals(a, b);
  if (a.coefficient > 0) return {a.value - b.value, a.guard, a.coefficient};
  return {b.value - a.value, a.guard, b.coefficient};
}

template <class T>
constexpr guarded<T> sum(const guarded<T>& a, const guarded<T>& b) {
  if (a.never()) return b;
  if (b.never()) return a;
  if (a.guard.same_as(b.guard)) return sum_of_values(a, b);
  if (opposite(a.guard, b.guard)) return {where(a.guard, a.total(), b.total()), 1};
  return {a.plain() + b.plain(), a.guard || b.guard};
}

/// For one that several others are made of: its coefficient is multiplied once. A sign waits. So
/// does the guard, unless the builder settles guards early.
template <class T>
constexpr guarded<T> settled(const guarded<T>& a) {
  if (const auto* const home = a.guard.home(); home != nullptr && home->settles_guards_early()) {
    return {a.plain(), 1};
  }
  if (a.coefficient == 1 || a.coefficient == -1 || a.value.is_literal()) return a;
  const bool negative = a.coefficient < 0;
  return {(negative ? -a.coefficient : a.coefficient) * a.value, a.guard,
          static_cast<number_of_literal<T>>(negative ? -1 : 1)};
}

/// The edge to operand k of an instruction with the result y: the sum of the partials by all
/// operands that are the same, at the first of them, and nothing at the others.
template <class T>
constexpr guarded<T> edge_to(const std::array<slot, 3>& operands, std::size_t k,
                             const operands_of_op<T>& partials, const operands_of_op<T>& x,
                             const basic_symbol<T>& y) {
  guarded<T> edge;
  for (std::size_t j = 0; j < partials.size(); ++j) {
    if (operands[j] != operands[k]) continue;
    if (j < k) return {};
    if (!partials[j].is_structural_zero()) edge = sum(edge, edge_of(partials[j], x, y));
  }
  return edge;
}

}  // namespace ctgrad::detail
