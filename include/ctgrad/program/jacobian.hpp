// All partials of several results.
#pragma once

#include <ctgrad/program/adjoint.hpp>

#include <vector>

namespace ctgrad {

template <class T>
constexpr std::vector<basic_symbol<T>> jacobian(builder<T>& b,
                                                const std::vector<basic_symbol<T>>& ys,
                                                const std::vector<basic_symbol<T>>& xs) {
  std::vector<basic_symbol<T>> result;
  for (const auto& y : ys) {
    for (const auto& d : adjoints(b, y, xs)) result.push_back(d);
  }
  return result;
}

template <class T>
constexpr std::vector<basic_symbol<T>> hessian(builder<T>& b, const basic_symbol<T>& y,
                                               const std::vector<basic_symbol<T>>& xs) {
  return jacobian(b, adjoints(b, y, xs), xs);
}

}  // namespace ctgrad
