// A program for reading: ops that stand for other mathematics are replaced by it.
#pragma once

#include <ctgrad/program/symbol.hpp>

#include <vector>

namespace ctgrad {

/// Replaces every op that has a meaning(x...). Before: valid. After: valid, the same function to a
/// few ulps, made of ops without a meaning of their own. Linear.
template <class T>
constexpr program<T> spelled_out(const program<T>& p) {
  builder<T> home;
  std::vector<basic_symbol<T>> results;
  for (const auto& step : p.code) {
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) x[k] = results[step.operands[k]];
    std::array<slot, 3> operands{};
    for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) operands[k] = x[k].at(home);
    if (step.what == role::input) {
      results.push_back({home, home.input()});
    } else if (step.what == role::literal) {
      results.push_back({home, home.literal(step.literal)});
    } else if (step.op->meaning != nullptr) {
      results.push_back(step.op->meaning(x));
    } else {
      results.push_back({home, home.call(*step.op, operands)});
    }
  }
  std::vector<slot> outputs;
  for (const slot out : p.outputs) outputs.push_back(results[out].at(home));
  return home.finish(outputs);
}

}  // namespace ctgrad
