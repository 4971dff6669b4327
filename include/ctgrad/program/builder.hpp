// Records instructions, each different one once.
//
// Equal calls and equal literals share a slot (hash-consing), so a sub-computation that appears
// twice in the text is computed once. A builder works inside the compiler and at run time alike.
#pragma once

#include <ctgrad/program/program.hpp>

#include <bit>
#include <cstdint>
#include <vector>

namespace ctgrad {

namespace detail {

/// Literals are the same if no arithmetic could tell them apart: +0 and -0 differ, NaNs do not.
template <class T>
constexpr bool same_literal(const T& a, const T& b) {
  if (a != a) return b != b;
  return a == b && (a != 0 || std::bit_cast<std::uint64_t>(static_cast<double>(a)) ==
                                  std::bit_cast<std::uint64_t>(static_cast<double>(b)));
}

/// Every bit of the value reaches the low bits of the result, which choose the place in the table.
/// (Small whole numbers differ only in the high half of their bit pattern.)
constexpr std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  seed = (seed ^ value ^ (value >> 32)) * 0x9E3779B97F4A7C15u;
  return seed ^ (seed >> 32);
}

}  // namespace detail

template <class T>
class builder {
 public:
  /// The next argument. All inputs are declared before anything is recorded.
  constexpr slot input() {
    const auto number = static_cast<slot>(code_.size());
    code_.push_back({.what = role::input, .operands = {number}});
    ++inputs_;
    return number;
  }

  constexpr slot literal(const T& value) {
    return intern({.what = role::literal, .literal = value});
  }

  constexpr slot call(const op_info<T>& op, const std::array<slot, 3>& operands) {
    return intern({.what = role::call, .op = &op, .operands = operands});
  }

  /// Was this call recorded before?
  [[nodiscard]] constexpr bool knows(const op_info<T>& op,
                                     const std::array<slot, 3>& operands) const {
    return table_[place_of({.what = role::call, .op = &op, .operands = operands})] != 0;
  }

  [[nodiscard]] constexpr const instruction<T>& operator[](slot i) const { return code_[i]; }
  [[nodiscard]] constexpr slot size() const { return static_cast<slot>(code_.size()); }

  /// What was recorded, as far as the outputs need it.
  [[nodiscard]] constexpr program<T> finish(const std::vector<slot>& outputs) const {
    return remove_dead(program<T>{.code = code_, .outputs = outputs, .inputs = inputs_});
  }

 private:
  constexpr slot intern(const instruction<T>& step) {
    if (code_.size() >= table_.size() / 2) grow();
    const std::size_t at = place_of(step);
    if (table_[at] == 0) {
      code_.push_back(step);
      table_[at] = static_cast<slot>(code_.size());
    }
    return table_[at] - 1;
  }

  /// Where an instruction stands in the table, or would stand. The table is never full.
  [[nodiscard]] constexpr std::size_t place_of(const instruction<T>& step) const {
    std::size_t at = hash(step) & (table_.size() - 1);
    while (table_[at] != 0 && !same(code_[table_[at] - 1], step)) {
      at = (at + 1) & (table_.size() - 1);
    }
    return at;
  }

  constexpr void grow() {
    table_.assign(table_.empty() ? 64 : table_.size() * 4, 0);
    for (std::size_t i = inputs_; i < code_.size(); ++i) {
      std::size_t at = hash(code_[i]) & (table_.size() - 1);
      while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
      table_[at] = static_cast<slot>(i + 1);
    }
  }

  static constexpr std::uint64_t hash(const instruction<T>& step) {
    if (step.what == role::literal) {
      if (step.literal != step.literal) return 0;  // all NaNs are the same
      return detail::mix(1, std::bit_cast<std::uint64_t>(static_cast<double>(step.literal)));
    }
    const auto& x = step.operands;
    if (step.op->commutative) return detail::mix(step.op->hash, std::uint64_t{x[0]} + x[1]);
    return detail::mix(detail::mix(step.op->hash, x[0]), (std::uint64_t{x[2]} << 32) | x[1]);
  }

  static constexpr bool same(const instruction<T>& a, const instruction<T>& b) {
    if (a.what != b.what || a.op != b.op) return false;
    if (a.what == role::literal) return detail::same_literal(a.literal, b.literal);
    if (a.operands == b.operands) return true;
    return a.op->commutative && a.operands[0] == b.operands[1] && a.operands[1] == b.operands[0];
  }

  std::vector<instruction<T>> code_;
  std::vector<slot> table_;  // slot + 1 of what is stored, 0 where nothing is; a power of two long
  std::size_t inputs_ = 0;
};

}  // namespace ctgrad
