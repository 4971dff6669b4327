// How a program is run over many points: what is computed once, and the steps of a block.
#pragma once

#include <ctgrad/batch/step.hpp>

#include <cstddef>
#include <vector>

namespace ctgrad::detail {

/// What becomes of the outputs: one number for every point, or their sum over the points. In an
/// exact total no factor is taken out of a sum, which could overflow where no number of a point
/// does.
enum class yield_of_points : char { each, total, exact_total };

/// Does an argument vary from point to point? If so, do its numbers stand behind each other?
enum class variation : char { none, contiguous, strided };

/// A total is multiplied with a shared number, or its sign is changed, after all points are added.
struct factor {
  offset total, shared;
  bool negative;
};

/// An instruction on numbers that are the same at all points.
template <class T>
struct shared_call {
  const op_info<T>* op;
  std::array<offset, 3> operands;
  offset to;
};

/// From one offset to another.
struct transfer {
  offset from, to;
};

template <class T>
struct batch_plan {
  yield_of_points yield = yield_of_points::each;
  std::size_t inputs = 0, outputs = 0;

  std::vector<T> shared;  // literals, and room for the other numbers that are the same everywhere
  std::vector<transfer> shared_inputs, shared_outputs;
  std::vector<shared_call<T>> shared_calls;

  std::vector<factor> factors;        // of totals, the inner ones last
  std::vector<offset> direct_inputs;  // that are read where the caller has them
  std::vector<transfer> broadcasts;   // shared numbers into slots
  std::vector<step<T>> steps;
  std::vector<addend> addends;
  std::size_t slots = 0;      // numbers in all slots
  std::size_t registers = 1;  // in each of them
};

}  // namespace ctgrad::detail
