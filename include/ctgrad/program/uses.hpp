// Who uses what in a program, and which instructions a pass has to leave as they are.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/program.hpp>

#include <cstddef>

namespace ctgrad {
namespace detail {

/// Which instructions do the first outputs depend on?
template <class T>
constexpr buffer<char> needed_by_values(const program<T>& p, std::size_t values) {
  buffer<char> needed(p.code.size());
  for (std::size_t k = 0; k < values; ++k) needed[p.outputs[k]] = true;
  if (values == 0) return needed;
  for (std::size_t i = p.code.size(); i-- > 0;) {
    if (needed[i]) for_each_operand(p.code[i], [&](slot x_) { needed[x_] = true; });
  }
  return needed;
}

/// How often is every result used, as an operand or an output?
template <class T>
constexpr buffer<std::size_t> uses_of(const program<T>& p) {
  buffer<std::size_t> uses(p.code.size());
  for (const auto& step : p.code) {
    for_each_operand(step, [&](slot x_) { ++uses[x_]; });
  }
  for (const slot out : p.outputs) ++uses[out];
  return uses;
}

}  // namespace detail
}  // namespace ctgrad
