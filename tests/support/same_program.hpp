// Are two programs the same, instruction by instruction?
#pragma once

#include <ctgrad/program/builder.hpp>

#include <cstddef>

namespace support {

template <class T>
bool same_program(const ctgrad::program<T>& a, const ctgrad::program<T>& b) {
  if (a.inputs != b.inputs || a.outputs != b.outputs || a.code.size() != b.code.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.code.size(); ++i) {
    const auto &s = a.code[i], &t = b.code[i];
    if (s.what != t.what || s.op != t.op) return false;
    if (s.what == ctgrad::role::literal && !ctgrad::detail::same_literal(s.literal, t.literal)) {
      return false;
    }
    for (std::size_t k = 0; k < std::size_t(s.arity()); ++k) {
      if (s.operands[k] != t.operands[k]) return false;
    }
  }
  return true;
}

}  // namespace support
