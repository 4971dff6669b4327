// What passes over derivatives have in common: a program is read, and another one is recorded.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/program/uses.hpp>

#include <array>
#include <cstddef>
#include <vector>

namespace ctgrad::detail {

/// A program whose first `values` outputs are results of the function, and the one that a pass
/// makes of it. What the values depend on is fixed: a pass copies it as it is.
template <class T>
class rewriting {
 protected:
  static constexpr slot nowhere = ~slot{0};

  constexpr rewriting(const program<T>& p_in, std::size_t values_)
      : p_(p_in),
        fixed_(needed_by_values(p_in, values_)),
        uses_(uses_of(p_in)),
        results_(p_in.code.size()) {}

  [[nodiscard]] constexpr bool is(slot i, const op_info<T>& op) const {
    return p_.code[i].what == role::call && p_.code[i].op == &op;
  }
  [[nodiscard]] constexpr slot operand(slot i, std::size_t k) const {
    return p_.code[i].operands[k];
  }

  /// Records inputs and literals as they are, and of every call what rewritten(i) makes of it.
  constexpr program<T> record(auto&& rewritten) {
    for (slot i = 0; i < p_.code.size(); ++i) {
      const auto& step = p_.code[i];
      if (step.what == role::input) results_[i] = {home_, home_.input()};
      if (step.what == role::literal) results_[i] = {home_, home_.literal(step.literal)};
      if (step.what == role::call) results_[i] = rewritten(i);
    }
    std::vector<slot> outputs;
    for (const slot out : p_.outputs) outputs.push_back(results_[out].at(home_));
    return home_.finish(outputs);
  }

  /// The same operation on what its operands have become.
  constexpr basic_symbol<T> copied(slot i) {
    const auto& step = p_.code[i];
    std::array<slot, 3> operands{};
    for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) {
      operands[k] = results_[step.operands[k]].at(home_);
    }
    return {home_, home_.call(*step.op, operands)};
  }

  const program<T>& p_;
  buffer<char> fixed_;
  buffer<std::size_t> uses_;
  builder<T> home_;
  buffer<basic_symbol<T>> results_;  // of the instructions of p_, in the new program
};

}  // namespace ctgrad::detail
