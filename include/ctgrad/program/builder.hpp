// Records instructions, each different one once.
//
// Equal calls and equal literals share a slot (hash-consing), so a sub-computation that appears
// twice in the text is computed once. A builder works inside the compiler and at run time alike.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/program.hpp>

#include <bit>
#include <cstdint>
#include <utility>
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

/// builder(only_count) records no calls and counts them, in a few steps of a constant expression.
inline constexpr struct only_count_t {
} only_count;

template <class T>
class builder {
 public:
  constexpr builder() = default;
  constexpr explicit builder(only_count_t) : only_counts_(true) {}
  /// Of a function that is recorded at run time: see program/open_recording.hpp.
  constexpr explicit builder(std::uint32_t recording_in) : recording_(recording_in) {}

  [[nodiscard]] constexpr std::uint32_t recording() const { return recording_; }

  /// The next argument. All inputs are declared before anything is recorded.
  constexpr slot input() {
    ++inputs_;
    return append({.what = role::input, .operands = {size_}});
  }

  constexpr slot literal(const T& value) {
    return intern({.what = role::literal, .literal = value});
  }

  constexpr slot call(const op_info<T>& op, const std::array<slot, 3>& operands) {
    return intern({.what = role::call, .op = &op, .operands = operands});
  }

  /// Puts the 0 of inactive operands in where a derivative goes on to several others, not where
  /// each of those arrives: fewer operations, but 0 * inf is NaN behind it (see settled()).
  constexpr void settle_guards_early() { early_guards_ = true; }
  [[nodiscard]] constexpr bool settles_guards_early() const { return early_guards_; }

  [[nodiscard]] constexpr bool only_counts() const { return only_counts_; }
  [[nodiscard]] constexpr std::size_t counted() const { return counted_; }
  /// Counts a call and gives the first input as its result.
  constexpr slot count() {
    ++counted_;
    return 0;
  }

  /// Was this call recorded before?
  [[nodiscard]] constexpr bool knows(const op_info<T>& op,
                                     const std::array<slot, 3>& operands) const {
    return table_[place_of({.what = role::call, .op = &op, .operands = operands})] != 0;
  }

  [[nodiscard]] constexpr const instruction<T>& operator[](slot i) const { return code_[i]; }
  [[nodiscard]] constexpr slot size() const { return size_; }

  /// What was recorded, as far as the outputs need it.
  [[nodiscard]] constexpr program<T> finish(const std::vector<slot>& outputs) const {
    return detail::live_part(code_.data(), size_, inputs_, outputs);
  }

 private:
  constexpr slot intern(const instruction<T>& step) {
    const std::size_t at = place_of(step);
    if (table_[at] != 0) return table_[at] - 1;
    table_[at] = size_ + 1;
    return append(step);
  }

  constexpr slot append(const instruction<T>& step) {
    code_[size_] = step;
    if (++size_ == room_) grow();
    return size_ - 1;
  }

  /// Where an instruction stands in the table, or would stand. The table is never full.
  [[nodiscard]] constexpr std::size_t place_of(const instruction<T>& step) const {
    std::size_t at = hash(step) & (2 * room_ - 1);
    while (table_[at] != 0 && !same(code_[table_[at] - 1], step)) at = (at + 1) & (2 * room_ - 1);
    return at;
  }

  constexpr void grow() {
    room_ *= 4;
    detail::buffer<instruction<T>> code(room_);
    for (slot i = 0; i < size_; ++i) code[i] = code_[i];
    code_ = std::move(code);
    table_ = detail::buffer<slot>(2 * room_);
    for (slot i = static_cast<slot>(inputs_); i < size_; ++i) {
      std::size_t at = hash(code_[i]) & (2 * room_ - 1);
      while (table_[at] != 0) at = (at + 1) & (2 * room_ - 1);
      table_[at] = i + 1;
    }
  }

  static constexpr std::uint64_t hash(const instruction<T>& step) {
    if (step.what == role::literal) {
      if (step.literal != step.literal) return 0;  // all NaNs are the same
      return detail::mix(1, std::bit_cast<std::uint64_t>(static_cast<double>(step.literal)));
    }
    // The operands of a commutative op in the order of their places. (Their sum would not do: a
    // sweep multiplies the n-th result from the front with the n-th from the back. One is mixed in
    // behind the other for the same reason.)
    const auto& [a, b, c] = step.operands;
    const bool turned = step.op->commutative && b < a;
    const slot first = turned ? b : a, second = turned ? a : b;
    return detail::mix(detail::mix(step.op->hash, first), (std::uint64_t{c} << 32) | second);
  }

  static constexpr bool same(const instruction<T>& a, const instruction<T>& b) {
    if (a.what != b.what || a.op != b.op) return false;
    if (a.what == role::literal) return detail::same_literal(a.literal, b.literal);
    const auto& [a0, a1, a2] = a.operands;
    const auto& [b0, b1, b2] = b.operands;
    return (a0 == b0 && a1 == b1 && a2 == b2) || (a.op->commutative && a0 == b1 && a1 == b0);
  }

  slot size_ = 0, room_ = 64;  // room is a power of two
  std::size_t inputs_ = 0, counted_ = 0;
  bool only_counts_ = false;
  bool early_guards_ = false;
  std::uint32_t recording_ = 0;
  detail::buffer<instruction<T>> code_{room_};
  detail::buffer<slot> table_{2 * room_};  // slot + 1 of what is stored, 0 where nothing is
};

}  // namespace ctgrad
