// What a plan is made of: steps, each of which runs over a block of points, and the memory that
// they work in.
//
// A quantity that differs from point to point stands in a slot, which is as long as a block: a few
// registers, one behind the other. What is the same at all points is one number.
#pragma once

#include <ctgrad/batch/column.hpp>
#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/program/instruction.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ctgrad::detail {

/// Where something begins among the slots, the totals or the shared numbers.
using offset = std::uint32_t;

/// What an addend is made of; an input is read where the caller has it.
enum class addend_kind : std::uint8_t {
  shared,
  lane,
  input,
  lane_by_shared,
  lane_by_lane,
  input_by_shared,
  lane_by_input
};

/// A term of a sum: a number or a product of two, in the order of its kind's name. `to` is the
/// total that it is added to, if it is.
struct addend {
  offset a, b, to;
};

/// Terms of a sum that are of the same kind and sign, behind each other.
struct addend_run {
  addend_kind kind;
  bool negative;
  std::uint32_t addends;
};

/// The memory and the points of a block.
template <class T>
struct frame {
  T* slots;
  T* totals;        // a register for every output that is added up
  const T* shared;  // numbers that are the same at all points
  const column<T>* inputs;
  T* const* outputs;
  const addend* addends;
  const addend_run* runs;
  std::size_t first = 0, points = 0;  // of the block
  std::size_t from = 0;               // where it begins in the inputs
  std::size_t registers = 0;          // that the points take, the last one perhaps in part
  lane_mask<T> counts = lanes<T>(0) == 0;  // which lanes of the last register are points
  T* faults;  // a register of zeros, until an infinity or NaN is stored
};

/// One step of a plan. `to` and `operands` are slots, but for a load, a store and a total.
template <class T>
struct step {
  void (*run)(const step&, const frame<T>&) = nullptr;
  const op_info<T>* op = nullptr;
  offset to = 0;
  std::array<offset, 4> operands{};
  std::uint32_t first_addend = 0, first_run = 0, runs = 0;  // of a sum
};

/// A slot is at most so many registers long.
inline constexpr std::size_t longest_block = 4;

}  // namespace ctgrad::detail
