// The reverse sweep, written once for every compile-time and recorded derivative.
//
// It works on recorded programs and records its result in the same builder, so a derivative can be
// differentiated again, to any order.
//
// Order of summation (part of the contract): instructions are visited from the last to the first,
// the operands of each from left to right, and a contribution is added behind those before it. The
// first contribution is assigned, not added to zero. An operand that stands twice in an instruction
// gets one contribution, with the sum of its partials.
//
// An operand that is inactive contributes exactly 0: see program/guarded.hpp.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/guarded.hpp>

#include <algorithm>
#include <vector>

namespace ctgrad {
namespace detail {

/// For every instruction up to y: does it depend on one of the given ones?
template <class T>
constexpr buffer<bool> dependents(const builder<T>& b, const std::vector<slot>& wrt, slot y) {
  buffer<bool> depends(std::size_t{y} + 1);
  for (const slot x : wrt) {
    if (x <= y && b[x].what != role::literal) depends[x] = true;
  }
  for (slot i = 0; i <= y; ++i) {
    for_each_operand(b[i], [&](slot x_) { depends[i] = depends[i] || depends[x_]; });
  }
  return depends;
}

/// Does an adjoint go on to different operands?
template <class T>
constexpr bool spreads(const instruction<T>& step, const std::array<basic_symbol<T>, 3>& partials,
                       const buffer<bool>& active) {
  slot first = ~slot{0};
  for (std::size_t k = 0; k < std::size_t(step.op->arity); ++k) {
    if (!active[step.operands[k]] || partials[k].is_structural_zero()) continue;
    if (first != ~slot{0} && step.operands[k] != first) return true;
    first = step.operands[k];
  }
  return false;
}

}  // namespace detail

/// Records the partial derivatives of the sum of weights[i] * ys[i] with respect to each of `wrt`,
/// which may be inputs or intermediate results (a literal is neither: nothing depends on it).
/// Before: ys, wrt and weights belong to `b`, and there are as many weights as ys. After: the same,
/// with at most a constant number of new instructions per instruction of ys. A quantity that the
/// sum does not depend on has the derivative 0 (a literal); a weight of literally 0 or 1 costs
/// nothing.
template <class T>
constexpr std::vector<basic_symbol<T>> adjoints(builder<T>& b,
                                                const std::vector<basic_symbol<T>>& ys,
                                                const std::vector<basic_symbol<T>>& wrt,
                                                const std::vector<basic_symbol<T>>& weights) {
  slot last = 0;
  for (const auto& y : ys) last = std::max(last, y.at(b));
  std::vector<slot> targets;
  for (const auto& x : wrt) targets.push_back(x.at(b));
  const auto active = detail::dependents(b, targets, last);
  detail::buffer<detail::guarded<T>> adjoint(std::size_t{last} + 1);
  for (std::size_t i = 0; i < ys.size(); ++i) {
    auto& target = adjoint[ys[i].at(b)];
    target = detail::sum(target, detail::seed(weights[i]));
  }

  for (slot i = last + 1; i-- > 0;) {
    if (!active[i] || adjoint[i].never() || b[i].what != role::call) continue;
    const auto step = b[i];  // a copy: recording moves the instructions
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < 3; ++k) x[k] = {b, step.operands[k]};
    const auto partials = step.op->partials(x, {b, i});
    if (detail::spreads(step, partials, active)) adjoint[i] = detail::settled(adjoint[i]);
    for (std::size_t k = 0; k < std::size_t(step.op->arity); ++k) {
      if (!active[step.operands[k]]) continue;
      const auto edge = detail::edge_to(step.operands, k, partials, x, {b, i});
      if (edge.never()) continue;
      auto& target = adjoint[step.operands[k]];
      target = detail::sum(target, detail::chained(adjoint[i], edge));
    }
  }

  std::vector<basic_symbol<T>> result;
  for (const slot x : targets) result.push_back(x <= last && active[x] ? adjoint[x].plain() : 0);
  return result;
}

/// The partial derivatives of y itself.
template <class T>
constexpr std::vector<basic_symbol<T>> adjoints(builder<T>& b, const basic_symbol<T>& y,
                                                const std::vector<basic_symbol<T>>& wrt) {
  return adjoints(b, std::vector{y}, wrt, std::vector{basic_symbol<T>(1)});
}

}  // namespace ctgrad
