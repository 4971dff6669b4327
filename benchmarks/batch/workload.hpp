// The workloads of batches: one function at many points.
//
// A workload is an object with
//   name()                 of its row in the table
//   results()              how many numbers an evaluation leaves
//   by_hand(out)           plain C++ with points in SIMD lanes, what a careful engineer writes
//   on_values(out)         the text recorded by Values and swept back
//   in_batch(out)          the text by vmap or vsum; in_batch(out, std::execution::par) in threads
//   tolerance()            how far these may be from each other, in terms of the largest result
#pragma once

#include <ctgrad/batch/batch.hpp>
#include <ctgrad/ctgrad.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../field/workload.hpp"
#include "../hand/pack.hpp"

namespace batch_workloads {

namespace cg = ctgrad;
using field::noise;
using field::noises;
using field::numbers;
using columns = std::vector<numbers>;

/// Columns of n numbers each.
inline columns noise_columns(std::size_t count, std::size_t n, std::size_t first, double scale) {
  columns result(count);
  for (std::size_t j = 0; j < count; ++j) {
    result[j] = noises(n, first + j * n);
    for (double& x : result[j]) x *= scale;
  }
  return result;
}

template <class X>
using element = std::remove_cvref_t<decltype(std::declval<const X&>()[0])>;

}  // namespace batch_workloads
