// Who uses what in a program, and which instructions a pass has to leave as they are.
#pragma once

#include <ctgrad/program/program.hpp>

#include <cstddef>
#include <vector>

namespace ctgrad {
namespace detail {

/// Which instructions do the first outputs depend on?
template <class T>
constexpr std::vector<char> needed_by_values(const program<T>& p, std::size_t values) {
  std::vector<char> needed(p.code.size(), false);
  for (std::size_t k = 0; k < values; ++k) needed[p.outputs[k]] = true;
  for (std::size_t i = p.code.size(); i-- > 0;) {
    if (!needed[i]) continue;
    for (int k = 0; k < p.code[i].arity(); ++k) needed[p.code[i].operands[std::size_t(k)]] = true;
  }
  return needed;
}

/// How often is every result used, as an operand or an output?
template <class T>
constexpr std::vector<std::size_t> uses_of(const program<T>& p) {
  std::vector<std::size_t> uses(p.code.size(), 0);
  for (const auto& step : p.code) {
    for (int k = 0; k < step.arity(); ++k) ++uses[step.operands[std::size_t(k)]];
  }
  for (const slot out : p.outputs) ++uses[out];
  return uses;
}

}  // namespace detail
}  // namespace ctgrad
