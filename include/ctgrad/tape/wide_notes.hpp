// What is known of results with any number of operands, for drawing them: fused functions, sums and
// dot products.
#pragma once

#include <ctgrad/op/op.hpp>
#include <ctgrad/program/instruction.hpp>
#include <ctgrad/tape/edges.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace ctgrad {

/// How such an operation is shown, and the program that it runs, if that can be looked at: its
/// inputs are the operands, its first output is the result. An op of no operands is one of these.
template <class T>
struct wide_text : op_text {
  using scalar = T;
  std::span<const instruction<T>> code{};
  std::span<const slot> outputs{};
  std::size_t inputs = 0;
};

namespace detail {

/// A number that an operation met, and where it is recorded; position 0 if it is not.
template <class T>
struct met_operand {
  T data{};
  position from = 0;
};

/// The operands of such operations, one behind the other.
template <class T>
class wide_notes {
 public:
  /// Of operations with more than `wide` operands, and of all beyond `room`, none are kept: no
  /// picture shows so many.
  static constexpr std::size_t wide = 512, room = std::size_t{1} << 16;

  /// In each scope, operations beyond this number are recorded without such a note: nobody looks at
  /// a larger picture.
  static constexpr std::size_t at_most = 64;
  [[nodiscard]] bool has_room() const { return all_.size() < end_; }
  /// Room for one more, whatever the limit.
  void make_room() { end_ = all_.size() + 1; }

  /// A scope begins.
  void enter() { end_ = all_.size() + at_most; }

  /// Keeps those that each(put) calls put(data, position) with; returns the number of this note.
  template <class Each>
  std::size_t add(position at, Each each) {
    all_.push_back({at, operands_.size(), 0});
    each([&](const T& data_in, position from_in) { operands_.push_back({data_in, from_in}); });
    const std::size_t count = operands_.size() - all_.back().begin;
    if (count > wide || operands_.size() > room) {
      operands_.resize(all_.back().begin);
    } else {
      all_.back().count = count;
    }
    return all_.size() - 1;
  }

  /// Empty if they have not been kept.
  [[nodiscard]] std::span<const met_operand<T>> of(std::size_t number) const {
    return std::span(operands_).subspan(all_[number].begin, all_[number].count);
  }

  void forget_from(std::size_t at) {
    while (!all_.empty() && all_.back().at >= at) {
      operands_.resize(all_.back().begin);
      all_.pop_back();
    }
    end_ = at_most;  // those of all scopes outside count; there it makes no difference to most
  }

 private:
  struct note_of {
    position at;
    std::size_t begin, count;
  };
  std::vector<note_of> all_;  // ascending
  std::size_t end_ = 0;       // how many there may be
  std::vector<met_operand<T>> operands_;
};

}  // namespace detail
}  // namespace ctgrad
