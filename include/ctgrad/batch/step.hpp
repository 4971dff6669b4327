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
enum class addend_kind : std::uint32_t {
  shared,
  lane,
  input,
  lane_by_shared,
  lane_by_lane,
  input_by_shared,
  lane_by_input,
  difference_squared,  // (lane - shared)^2
  lane_by_difference   // lane * (lane - shared)
};

/// What is done with an addend: a sum begins with it, or it is added. Between addends the sign of
/// what has been added so far may be changed; behind those of a sum it is stored, or added to the
/// total of all points; behind all sums of a step is the end.
enum class addend_use : std::uint32_t { begin, add };

/// An addend in one number, to be switched by.
using addend_code = std::uint32_t;
constexpr addend_code code_of(addend_kind kind, bool negative, addend_use use) {
  return (std::uint32_t(kind) * 2 + std::uint32_t(negative)) * 2 + std::uint32_t(use);
}
inline constexpr addend_code store_sum = 0x100, end_of_sums = 0x101, negate_sum = 0x102,
                             add_to_total = 0x103;

/// A term of a sum: a number or a product, its parts in the order of its kind's name. `to` is the
/// total that it is added to, or the slot that the sum is stored in.
struct addend {
  addend_code code = end_of_sums;
  offset a = 0, b = 0, to = 0, c = 0;
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
  std::size_t first = 0, points = 0;       // of the block
  std::size_t from = 0;                    // where it begins in the inputs
  std::size_t registers = 0;               // that the points take, the last one perhaps in part
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
  std::uint32_t first_addend = 0, addends = 0;  // of sums or totals
  bool to_total = false;                        // `to` is a total
};

/// A slot is at most so many registers long.
inline constexpr std::size_t longest_block = 8;

}  // namespace ctgrad::detail
