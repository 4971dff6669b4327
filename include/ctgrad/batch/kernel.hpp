// Runs a plan: over the points of a range, block by block.
//
// A kernel is immutable and may be run from many threads at once; each works in memory of its own,
// which it keeps from call to call.
#pragma once

#include <ctgrad/batch/planner.hpp>
#include <ctgrad/diff/running.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Points from `first` on, up to `last`.
struct point_range {
  std::size_t first, last;
};

/// A mask that holds in the first lanes.
template <class T>
lane_mask<T> first_lanes(std::size_t count) {
  T numbers[lanes<T>::size]{};
  std::fill_n(numbers, count, T(1));
  return lanes<T>::load(numbers) != 0;
}

/// How the numbers of columns vary.
template <class T>
std::vector<variation> variations(std::span<const column<T>> columns) {
  std::vector<variation> all;
  all.reserve(columns.size());
  for (const auto& c : columns) {
    all.push_back(c.stride == 0   ? variation::none
                  : c.stride == 1 ? variation::contiguous
                                  : variation::strided);
  }
  return all;
}

template <class T>
class kernel {
 public:
  kernel(const program<T>& p_, const std::vector<variation>& inputs_, yield_of_points yield_)
      : plan_(planned(p_, inputs_, yield_)) {}

  [[nodiscard]] std::size_t outputs() const { return plan_.outputs; }

  /// The numbers that are the same at all points. `inputs` are the columns of all inputs.
  void share(const column<T>* inputs, std::vector<T>& numbers) const {
    numbers.assign(plan_.shared.begin(), plan_.shared.end());
    for (const auto& [from, to] : plan_.shared_inputs) numbers[to] = inputs[from][0];
    for (const auto& [op, x, to] : plan_.shared_calls) {
      numbers[to] = op->value({numbers[x[0]], numbers[x[1]], numbers[x[2]]});
    }
  }

  /// Computes outputs[k][i] for the points i of a range. Are all of them finite?
  bool each(const column<T>* inputs, const std::vector<T>& shared, T* const* outputs,
            point_range range) const {
    borrowed_workspace<T> memory;
    frame<T> f = prepared((*memory).results, inputs, shared);
    f.outputs = outputs;
    std::fill_n(f.faults, lanes<T>::size, T(0));
    run(f, range);
    for (const auto& [from, to] : plan_.shared_outputs) {
      std::fill(outputs[to] + range.first, outputs[to] + range.last, shared[from]);
      f.faults[0] += shared[from] - shared[from];
    }
    return sum(lanes<T>::load(f.faults)) == 0;
  }

  /// Computes sums[k], the sums of all outputs over the points of a range, in an order that depends
  /// on nothing but its length and that of a register. Are all of them finite?
  bool total(const column<T>* inputs, const std::vector<T>& shared, T* sums,
             point_range range) const {
    borrowed_workspace<T> memory;
    frame<T> f = prepared((*memory).results, inputs, shared);
    std::fill_n(f.totals, plan_.outputs * lanes<T>::size, T(0));
    run(f, range);
    for (std::size_t k = 0; k < plan_.outputs; ++k) {
      sums[k] = sum(lanes<T>::load(f.totals + k * lanes<T>::size));
    }
    for (std::size_t i = plan_.factors.size(); i-- > 0;) {
      const auto& [to, by, negative] = plan_.factors[i];
      sums[to] = negative ? -sums[to] : sums[to] * shared[by];
    }
    for (const auto& [from, to] : plan_.shared_outputs) {
      sums[to] = static_cast<T>(range.last - range.first) * shared[from];
    }
    return std::all_of(sums, sums + plan_.outputs, [](T x_) { return x_ - x_ == 0; });
  }

 private:
  static constexpr std::size_t line = 64;  // bytes: no register stands on two lines of the cache

  frame<T> prepared(std::vector<T>& memory, const column<T>* inputs,
                    const std::vector<T>& shared) const {
    const bool totals = plan_.yield != yield_of_points::each;
    const std::size_t room = plan_.slots + (totals ? plan_.outputs : 1) * lanes<T>::size;
    if (memory.size() < room + line / sizeof(T)) memory.resize(room + line / sizeof(T));
    const auto address = reinterpret_cast<std::uintptr_t>(memory.data());
    T* const slots = memory.data() + (line - address % line) % line / sizeof(T);
    for (const auto& [from, to] : plan_.broadcasts) {
      std::fill_n(slots + to, plan_.registers * lanes<T>::size, shared[from]);
    }
    return {.slots = slots,
            .totals = slots + plan_.slots,
            .shared = shared.data(),
            .inputs = inputs,
            .outputs = nullptr,
            .addends = plan_.addends.data(),
            .faults = slots + plan_.slots};
  }

  void run(frame<T>& f, point_range range) const {
    const std::size_t longest = plan_.registers * lanes<T>::size;
    for (f.first = range.first; f.first < range.last; f.first += f.points) {
      f.points = std::min(longest, range.last - f.first);
      f.registers = (f.points + lanes<T>::size - 1) / lanes<T>::size;
      f.counts = first_lanes<T>(f.points - (f.registers - 1) * lanes<T>::size);
      f.from = f.first;
      if (f.points == f.registers * lanes<T>::size || plan_.direct_inputs.empty()) {
        for (const auto& s : plan_.steps) s.run(s, f);
      } else {
        run_part(f);
      }
    }
  }

  /// A block that does not fill its registers: what is read where the caller has it is copied, with
  /// its last number once more in place of those that are missing.
  void run_part(frame<T> f) const {
    std::vector<column<T>> columns(f.inputs, f.inputs + plan_.inputs);
    for (auto& c : columns) c.data += f.first * c.stride;
    const std::size_t size = f.registers * lanes<T>::size;
    std::vector<T> copies(plan_.direct_inputs.size() * size);
    T* to = copies.data();
    for (const offset i : plan_.direct_inputs) {
      std::fill(std::copy_n(columns[i].data, f.points, to), to + size,
                columns[i].data[f.points - 1]);
      columns[i].data = std::exchange(to, to + size);
    }
    f.inputs = columns.data();
    f.from = 0;
    for (const auto& s : plan_.steps) s.run(s, f);
  }

  batch_plan<T> plan_;
};

}  // namespace ctgrad::detail
