// Gives places to the results of steps, by liveness: that of a result which nobody needs any more
// is the next one's, so that the memory of a block stays in the cache.
#pragma once

#include <ctgrad/batch/plan.hpp>
#include <ctgrad/batch/sum_step.hpp>
#include <ctgrad/batch/transfer_step.hpp>
#include <ctgrad/detail/buffer.hpp>

#include <cstddef>
#include <vector>

namespace ctgrad::detail {

/// Gives slots to the results of steps. Before: places are numbers of instructions (`instructions`
/// of them), behind those shared numbers. After: they are positions in memory.
template <class T>
class slot_allocator {
 public:
  slot_allocator(batch_plan<T>& plan_in, const std::vector<char>& reads_in,
                 std::size_t instructions_in)
      : plan_(plan_in),
        reads_(reads_in),
        instructions_(instructions_in),
        size_(instructions_in + plan_in.shared.size()),
        last_(size_),
        slot_of_(size_) {
    for (std::size_t k = 0; k < plan_.steps.size(); ++k) {
      for_each_read(k, [&](offset& x_) { last_[x_] = k; });
    }
  }

  void allocate() {
    for (std::size_t k = 0; k < plan_.steps.size(); ++k) {
      auto& s = plan_.steps[k];
      for_each_read(k, [&](offset& x_) { x_ = read(x_, k); });
      const bool writes = s.run != &store_block<T> && !s.to_total;
      if (writes) s.to = slot_of_[s.to] = taken();
      // after the step has its own: a slot is freed for the next one
      free_.insert(free_.end(), dying_.begin(), dying_.end());
      dying_.clear();
    }
    scale();
  }

 private:
  template <class F>
  void for_each_read(std::size_t k, F&& f) {
    auto& s = plan_.steps[k];
    for (std::size_t i = 0; i < std::size_t(reads_[k]); ++i) f(s.operands[i]);
    addend* t = plan_.addends.data() + s.first_addend;
    for (std::uint32_t i = 0; i < s.addends; ++i, ++t) {
      if (is(t->code, addend_kind::lane) || is(t->code, addend_kind::lane_by_shared) ||
          is(t->code, addend_kind::lane_by_lane) || is(t->code, addend_kind::lane_by_input) ||
          is(t->code, addend_kind::difference_squared) ||
          is(t->code, addend_kind::lane_by_difference)) {
        f(t->a);
      }
      if (is(t->code, addend_kind::lane_by_lane) || is(t->code, addend_kind::lane_by_difference)) {
        f(t->b);
      }
    }
  }
  static bool is(addend_code code, addend_kind kind) {
    return code / 4 == static_cast<addend_code>(kind);
  }

  offset taken() {
    if (free_.empty()) return slots_++;
    const offset slot = free_.back();
    free_.pop_back();
    return slot;
  }

  /// The slot of x; that of a shared number is filled before the first block and kept.
  offset read(offset x, std::size_t k) {
    if (x >= instructions_) {
      if (slot_of_[x] == 0) {
        slot_of_[x] = ++slots_;
        plan_.broadcasts.push_back({static_cast<offset>(x - instructions_), slots_ - 1});
      }
      return slot_of_[x] - 1;
    }
    if (last_[x] == k) {
      last_[x] = ~std::size_t{0};  // once, if it is read twice
      dying_.push_back(slot_of_[x]);
    }
    return slot_of_[x];
  }

  /// More registers to a slot are fewer steps, fewer are less memory: limits as measured.
  void scale() {
    const std::size_t bytes = slots_ * sizeof(T) * lanes<T>::size;
    plan_.registers = longest_block;
    while (plan_.registers > 1 &&
           bytes * plan_.registers > (plan_.registers == longest_block ? 100'000 : 300'000)) {
      plan_.registers /= 2;
    }
    const auto width = static_cast<offset>(plan_.registers * lanes<T>::size);
    plan_.slots = std::size_t{slots_} * width;
    for (std::size_t k = 0; k < plan_.steps.size(); ++k) {
      auto& s = plan_.steps[k];
      for_each_read(k, [&](offset& x_) { x_ *= width; });
      if (s.run != &store_block<T>) s.to *= s.to_total ? offset{lanes<T>::size} : width;
    }
    for (auto& b : plan_.broadcasts) b.to *= width;
  }

  batch_plan<T>& plan_;
  const std::vector<char>& reads_;
  std::size_t instructions_, size_;
  buffer<std::size_t> last_;
  buffer<offset> slot_of_;
  std::vector<offset> free_, dying_;
  offset slots_ = 0;
};

}  // namespace ctgrad::detail
