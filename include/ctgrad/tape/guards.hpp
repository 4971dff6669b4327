// Which operands of an op are active at a point: known from the op's partials, in the same way in
// which the reverse sweep of a program knows it.
#pragma once

#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/unroll.hpp>

namespace ctgrad::detail {

/// The conditions under which the operands of Op are active; a literal 1 for one that always is.
/// Its inputs are the operands and, behind them, the result.
template <class Op, class T>
struct guards_program {
  static constexpr program<T> build() {
    builder<T> home;
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) x[k] = {home, home.input()};
    const auto partials = partials_of<Op, T>(x, {home, home.input()});
    std::vector<slot> outputs;
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) {
      outputs.push_back(scaled<T>({1, 1}, partials[k]).guard.at(home));
    }
    return home.finish(outputs);
  }
};

template <class Op, class T>
inline constexpr bool has_guards = operations(frozen<guards_program<Op, T>>::value) != 0;

/// For every operand, whether it is active: inputs are the operands and the result.
template <class Op, class T, class... X>
constexpr auto active_operands(const T& y, const X&... x) {
  std::array<bool, sizeof...(X)> active{};
  const T inputs[]{x..., y};
  const auto guards = unroll<frozen<guards_program<Op, T>>::value, T>(inputs);
  for (std::size_t k = 0; k < sizeof...(X); ++k) active[k] = guards[k] != 0;
  return active;
}

}  // namespace ctgrad::detail
