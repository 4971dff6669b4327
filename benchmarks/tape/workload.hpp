// The workloads of the tape: functions of many numbers, whose loops depend on run-time sizes.
//
// A workload is an object with
//   name()           of its row in the table
//   point()          the numbers that it is evaluated at and differentiated by
//   operator()(x)    the text, a template on the scalar that knows nothing of ctgrad
//   fused(x)         the same for Values, with the body of its loop as one node
//   by_hand(x, g)    value and gradient in plain C++, what a careful engineer writes
//   longest_sum()    how many numbers are added up one after the other, for the tolerance
#pragma once

#include <ctgrad/ctgrad.hpp>
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tape_workloads {

namespace cg = ctgrad;

using numbers = std::vector<double>;

/// Something between -0.5 and 0.5 that looks random and is the same everywhere.
inline double noise(std::size_t i) {
  auto bits = static_cast<std::uint32_t>(i) * 2654435761u + 12345u;
  bits = (bits ^ (bits >> 15)) * 2246822519u;
  bits ^= bits >> 13;
  return static_cast<double>(bits % 100000u) / 100000.0 - 0.5;
}

inline numbers noises(std::size_t count, std::size_t first) {
  numbers result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = noise(first + i);
  return result;
}

/// For texts that apply relu to doubles as well: what ctgrad's does.
constexpr double relu(double x) {
  return x > 0 ? x : 0;
}

}  // namespace tape_workloads
