// How far two orders of the same sums and products may be apart.
//
// Every result is accompanied by its magnitude (the same with absolute values throughout, so that
// nothing cancels) and by what rounding can have made of it: n terms in any order are within
// n - 1 roundings of their magnitude, and so are n factors. Results of other ops are those of the
// function and do not depend on an order.
#pragma once

#include <ctgrad/program/interpret.hpp>
#include <ctgrad/program/symbol.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

namespace support {

struct bounded {
  double value = 0, magnitude = 0, error = 0;
};

namespace detail {

inline constexpr double unit_roundoff = std::numeric_limits<double>::epsilon() / 2;

/// The bound of op(a, b) = y.
inline bounded bound_of(std::string_view op, const bounded& a, const bounded& b, double y) {
  bounded r{y, std::abs(y), 0};
  if (op == "negate") return {y, a.magnitude, a.error};
  if (op == "add" || op == "subtract") {
    r.magnitude = a.magnitude + b.magnitude;
    r.error = a.error + b.error;
  } else if (op == "multiply") {
    r.magnitude = a.magnitude * b.magnitude;
    r.error = a.error * b.magnitude + a.magnitude * b.error;
  } else if (op == "divide") {
    r.magnitude = a.magnitude / std::abs(b.value);
    r.error = (a.error + r.magnitude * b.error) / std::abs(b.value);
  } else {
    return r;
  }
  r.error += unit_roundoff * r.magnitude + std::numeric_limits<double>::denorm_min();
  return r;
}

}  // namespace detail

/// The outputs of a program, each with its bound.
inline std::vector<bounded> bounds_of(const ctgrad::program<double>& p,
                                      const std::vector<double>& x) {
  std::vector<double> outputs(p.outputs.size()), results;
  ctgrad::interpret(p, x, outputs, results);
  std::vector<bounded> all;
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const auto& step = p.code[i];
    bounded r{results[i], std::abs(results[i]), 0};
    if (step.what == ctgrad::role::call) {
      const auto operand = [&](std::size_t k) { return all[step.operands[k]]; };
      if (step.op->name == "where") {
        r = operand(operand(0).value != 0 ? 1 : 2);
      } else {
        r = detail::bound_of(step.op->name, operand(0), operand(step.arity() > 1 ? 1 : 0), r.value);
      }
    }
    all.push_back(r);
  }
  std::vector<bounded> bounds;
  for (const ctgrad::slot out : p.outputs) bounds.push_back(all[out]);
  return bounds;
}

}  // namespace support
