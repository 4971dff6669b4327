// Which operands of an op are active at a point: known from the op's partials, in the same way in
// which the reverse sweep of a program knows it.
#pragma once

#include <ctgrad/detail/scalars.hpp>
#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/unroll.hpp>

#include <array>
#include <concepts>
#include <vector>

namespace ctgrad::detail {

/// The conditions under which the operands of Op are active at the point x: the literal 1 for one
/// that always is, the literal 0 for one that never is.
template <class Op, class T>
constexpr std::array<basic_symbol<T>, std::size_t(Op::arity)> guards_at(
    const std::array<basic_symbol<T>, 3>& x, const basic_symbol<T>& y) {
  std::array<basic_symbol<T>, std::size_t(Op::arity)> guards{};
  const auto partials = partials_of<Op, T>(x, y);
  for (std::size_t k = 0; k < guards.size(); ++k) {
    if (!partials[k].is_structural_zero()) guards[k] = edge_of(partials[k], x, y).guard;
  }
  return guards;
}

/// These conditions as a program. Its inputs are the operands and, behind them, the result.
template <class Op, class T>
struct guards_program {
  static constexpr program<T> build() {
    builder<T> home;
    std::array<basic_symbol<T>, 3> x{};
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) x[k] = {home, home.input()};
    const basic_symbol<T> y{home, home.input()};
    std::vector<slot> outputs;
    for (const auto& guard : guards_at<Op, T>(x, y)) outputs.push_back(guard.at(home));
    return home.finish(outputs);
  }
};

template <class Op, class T>
using guards_source = frozen<guards_program<Op, literal_type<T>>>;

/// Is there an operand of Op that is not active everywhere?
template <class Op, class T>
inline constexpr bool has_guards = [] {
  for (const slot out_ : guards_source<Op, T>::value.outputs) {
    const auto& step_ = guards_source<Op, T>::value.code[out_];
    if (step_.what != role::literal || step_.literal == 0) return true;
  }
  return false;
}();

/// For every operand, whether it is active at this point.
template <class Op, class T, class... X>
constexpr auto active_operands(const T& y, const X&... x) {
  std::array<bool, sizeof...(X)> active{};
  const T inputs[]{x..., y};
  const auto guards = unroll<guards_source<Op, T>::value, T>(inputs);
  for (std::size_t k = 0; k < sizeof...(X); ++k) active[k] = guards[k] != 0;
  return active;
}

/// The same for symbols: the conditions are symbols.
template <class Op, class T, std::same_as<basic_symbol<T>>... X>
constexpr auto active_operands(const basic_symbol<T>& y, const X&... x) {
  return guards_at<Op, T>({x...}, y);
}

}  // namespace ctgrad::detail
