// From a program to its plan.
//
// 1. What depends on no argument that varies is computed once (the rates of an option, the
//    exponentials of a mixture's parameters), not once for every point.
// 2. Sums are one step each, whatever their length: a + b*c - d*e. So are sums over the points of
//    such sums, and `where` with its comparison.
// 3. Every other operation is a step of its own, in the order of the program.
// 4. Slots are given by liveness: that of a result which nobody needs any more is the next one's,
//    so that the memory of a block stays in the fastest cache.
#pragma once

#include <ctgrad/batch/op_step.hpp>
#include <ctgrad/batch/plan.hpp>
#include <ctgrad/batch/sum_step.hpp>
#include <ctgrad/batch/transfer_step.hpp>
#include <ctgrad/program/program.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad::detail {

// -- what is part of what -------------------------------------------------------------------------

/// A program whose inputs vary from point to point or do not.
template <class T>
class varying_program {
 public:
  varying_program(const program<T>& p_in, const std::vector<variation>& inputs_,
                  yield_of_points yield_in)
      : p_(p_in),
        outputs_(p_in.outputs),
        varies_(p_in.code.size()),
        uses_(p_in.code.size()),
        part_(p_in.code.size()),
        direct_(p_in.code.size()),
        difference_(p_in.code.size()) {
    mark_varying(inputs_);
    count_uses();
    if (yield_in == yield_of_points::total) take_factors();
    mark_parts(yield_in);
    mark_differences();
    mark_conditions();
    mark_direct(inputs_, yield_in);
  }

  [[nodiscard]] const program<T>& code() const { return p_; }
  [[nodiscard]] const instruction<T>& operator[](slot i) const { return p_.code[i]; }
  [[nodiscard]] bool varies(slot i) const { return varies_[i] != 0; }
  /// Is it computed within the one step that uses it (a condition: within all)?
  [[nodiscard]] bool is_part(slot i) const { return part_[i] != 0; }
  /// Is it an input that is read where the caller has it?
  [[nodiscard]] bool is_direct(slot i) const { return direct_[i] != 0; }
  /// Is it x - s, with s the same at all points, that is computed again wherever it is a factor?
  [[nodiscard]] bool is_difference(slot i) const { return difference_[i] != 0; }
  /// What is given away or added up: the outputs without the factors of totals.
  [[nodiscard]] const std::vector<slot>& outputs() const { return outputs_; }
  struct taken_factor {
    std::size_t output;
    slot shared;
    bool negative;
  };
  [[nodiscard]] const std::vector<taken_factor>& factors() const { return factors_; }

  template <class Op>
  [[nodiscard]] bool is(slot i) const {
    return p_.code[i].what == role::call && p_.code[i].op == &info_of<Op, T>;
  }
  [[nodiscard]] bool is_sum(slot i) const {
    return is<ops::add>(i) || is<ops::subtract>(i) || is<ops::negate>(i);
  }
  [[nodiscard]] bool is_product(slot i) const { return is<ops::multiply>(i) || is<ops::square>(i); }

 private:
  void mark_varying(const std::vector<variation>& inputs) {
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (p_.code[i].what == role::input) varies_[i] = inputs[i] != variation::none;
      for_each_operand(p_.code[i], [&](slot x_) { varies_[i] |= varies_[x_]; });
    }
  }

  void count_uses() {
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (varies(i)) for_each_operand(p_.code[i], [&](slot x_) { ++uses_[x_]; });
    }
    for (const slot out : p_.outputs) ++uses_[out];
  }

  [[nodiscard]] bool can_be_part(slot i) const { return varies(i) && uses_[i] == 1; }

  // The sum of u v over the points is u times the sum of v, where u does not vary.
  void take_factors() {
    for (std::size_t k = 0; k < outputs_.size(); ++k) {
      for (slot& out = outputs_[k]; can_be_part(out);) {
        const auto [a, b, c] = p_.code[out].operands;
        const bool product = is<ops::multiply>(out) && varies(a) != varies(b);
        if (!product && !is<ops::negate>(out)) break;
        factors_.push_back({k, product ? (varies(a) ? b : a) : out, !product});
        part_[out] = true;  // of nothing: it is not computed
        out = product && !varies(a) ? b : a;
      }
    }
  }

  // Of two operands that are sums only one is taken apart: a + (b + c) is rounded in another way
  // than (a + b) + c.
  void mark_parts(yield_of_points yield) {
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (!varies(i) || !is_sum(i)) continue;
      bool taken_apart = false;
      for_each_operand(p_.code[i], [&](slot x_) {
        if (!can_be_part(x_) || (is_sum(x_) && taken_apart)) return;
        taken_apart = taken_apart || is_sum(x_);
        part_[x_] = is_sum(x_) || is_product(x_);
      });
    }
    if (yield == yield_of_points::each) return;
    for (const slot out : outputs_) {
      if (can_be_part(out) && (is_sum(out) || is_product(out))) part_[out] = true;
    }
  }

  // x - s that is nothing but a factor of addends (as in squared distances): a subtraction costs
  // less than a result that is stored.
  void mark_differences() {
    constexpr slot often = 4;
    const auto could_be = [&](slot i_) {
      return varies(i_) && is<ops::subtract>(i_) && uses_[i_] <= often &&
             varies(p_.code[i_].operands[0]) && !is_part(p_.code[i_].operands[0]) &&
             !varies(p_.code[i_].operands[1]);
    };
    buffer<slot> as_factor(p_.code.size());
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (!varies(i) || !is_part(i) || !is_product(i)) continue;
      const slot a = p_.code[i].operands[0], b = is<ops::square>(i) ? a : p_.code[i].operands[1];
      if (a != b && (!varies(a) || !varies(b) || could_be(a) == could_be(b))) continue;
      for_each_operand(p_.code[i], [&](slot x_) { ++as_factor[x_]; });
    }
    for (slot i = 0; i < p_.code.size(); ++i) {
      difference_[i] = could_be(i) && as_factor[i] == uses_[i];
      part_[i] |= difference_[i];
    }
  }

  // An input that is nothing but an addend, or a factor of one beside something that is no input;
  // and not often: in a slot it is aligned.
  void mark_direct(const std::vector<variation>& inputs, yield_of_points yield) {
    for (slot i = 0; i < p_.inputs; ++i) {
      direct_[i] = inputs[i] == variation::contiguous && uses_[i] <= 3;
    }
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (!varies(i) || (is_sum(i) && !is_difference(i))) continue;
      const auto [a, b, c] = p_.code[i].operands;
      const bool both = a < p_.inputs && b < p_.inputs && varies(a) && varies(b);
      if (is<ops::multiply>(i) && !both) continue;
      for_each_operand(p_.code[i], [&](slot x_) { direct_[x_] = false; });
    }
    if (yield == yield_of_points::total) return;
    for (const slot out : outputs_) direct_[out] = false;
  }

  void mark_conditions() {
    buffer<slot> in_where(p_.code.size());
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (varies(i) && is<ops::where>(i)) ++in_where[p_.code[i].operands[0]];
    }
    for (slot i = 0; i < p_.code.size(); ++i) {
      if (in_where[i] == 0 || !varies(i) || p_.code[i].what != role::call) continue;
      part_[i] |= in_where[i] == uses_[i] && op_steps<T>::where_of(p_.code[i].op) != nullptr;
    }
  }

  const program<T>& p_;
  std::vector<slot> outputs_;
  std::vector<taken_factor> factors_;
  buffer<char> varies_;
  buffer<slot> uses_;
  buffer<char> part_, direct_, difference_;
};

// -- what is computed once -------------------------------------------------------------------

/// Adds the part that is the same at all points to a plan. Gives the places of its results.
template <class T>
buffer<offset> plan_shared(const varying_program<T>& p, batch_plan<T>& made) {
  buffer<offset> places(p.code().code.size());
  for (slot i = 0; i < places.size(); ++i) {
    if (p.varies(i)) continue;
    const auto& x = p[i].operands;
    places[i] = static_cast<offset>(made.shared.size());
    made.shared.push_back(p[i].literal);
    if (p[i].what == role::input) made.shared_inputs.push_back({i, places[i]});
    if (p[i].what == role::call) {
      made.shared_calls.push_back({p[i].op, {places[x[0]], places[x[1]], places[x[2]]}, places[i]});
    }
  }
  return places;
}

// -- the steps ---------------------------------------------------------------------------------

/// Steps whose slots are still numbers of instructions, or behind those, of shared numbers.
template <class T>
class step_writer {
 public:
  step_writer(const varying_program<T>& p_in, batch_plan<T>& made_in)
      : p_(p_in),
        plan_(made_in),
        shared_(plan_shared(p_in, made_in)),
        loaded_(p_in.code().code.size()),
        total_(p_in.code().code.size()) {}

  /// How many slots each step reads as operands, beside the addends of a sum.
  std::vector<char> reads;

  void write() {
    const auto& outputs = p_.outputs();
    list_outputs();
    for (slot i = 0; i < p_.code().code.size(); ++i) {
      if (!p_.varies(i)) continue;
      if (p_[i].what == role::call && !p_.is_part(i)) write_call(i);
      for (slot k = total_[i]; k != 0; k = next_[k - 1]) write_output(i, k - 1);
    }
    for (slot k = 0; k < outputs.size(); ++k) {
      if (!p_.varies(outputs[k])) plan_.shared_outputs.push_back({shared_[outputs[k]], k});
    }
    for (const auto& [output, shared, negative] : p_.factors()) {
      plan_.factors.push_back({static_cast<offset>(output), shared_[shared], negative});
    }
    for (slot i = 0; i < p_.code().inputs; ++i) {
      if (p_.is_direct(i)) plan_.direct_inputs.push_back(i);
    }
  }

 private:
  // The outputs of every instruction, as lists: what is given away early needs no slot.
  void list_outputs() {
    const auto& outputs = p_.outputs();
    next_.resize(outputs.size());
    for (slot k = static_cast<slot>(outputs.size()); k-- > 0;) {
      next_[k] = std::exchange(total_[outputs[k]], k + 1);
    }
  }

  void push(const step<T>& s, int operands) {
    plan_.steps.push_back(s);
    reads.push_back(static_cast<char>(operands));
  }

  /// The slot of an operand; an argument is loaded where it is first used.
  offset lane(slot i) {
    if (p_[i].what == role::input && loaded_[i] == 0 && !p_.is_direct(i)) {
      loaded_[i] = 1;
      push({.run = &load_block<T>, .to = i, .operands = {i}}, 0);
    }
    return i;
  }
  offset operand(slot i) {
    return p_.varies(i) ? lane(i) : static_cast<offset>(p_.code().code.size() + shared_[i]);
  }

  void write_call(slot i) {
    if (p_.is_sum(i) || p_.is_product(i)) {
      push(with_addends({.run = &sum_block<T>, .to = i}, i, true), 0);
    } else if (p_.template is<ops::where>(i) && p_.is_part(p_[i].operands[0])) {
      write_where(i);
    } else {
      step<T> s{.run = op_steps<T>::of(p_[i].op), .op = p_[i].op, .to = i};
      for (std::size_t k = 0; k < 3; ++k) {
        s.operands[k] = operand(p_[i].operands[int(k) < p_[i].arity() ? k : 0]);
      }
      push(s, p_[i].arity());
    }
  }

  void write_where(slot i) {
    const auto& condition = p_[p_[i].operands[0]];
    step<T> s{.run = op_steps<T>::where_of(condition.op), .to = i};
    s.operands = {operand(condition.operands[0]), operand(condition.operands[1]),
                  operand(p_[i].operands[1]), operand(p_[i].operands[2])};
    push(s, 4);
  }

  void write_output(slot i, slot output) {
    if (plan_.yield == yield_of_points::each) {
      push({.run = &store_block<T>, .to = output, .operands = {lane(i)}}, 1);
    } else {
      push(with_addends({.run = &totals_block<T>, .to = output}, i, p_.is_part(i)), 0);
    }
  }

  // -- sums --

  /// A step with the addends of a sum or a product that it computes, or with one that is computed
  /// elsewhere.
  step<T> with_addends(step<T> s, slot i, bool computes) {
    s.first_addend = static_cast<std::uint32_t>(plan_.addends.size());
    if (computes && p_.is_sum(i)) {
      append_sum(i);
    } else {
      append_addend(i, false, computes && p_.is_product(i));
    }
    s.addends = static_cast<std::uint32_t>(plan_.addends.size()) - s.first_addend;
    return s;
  }

  struct signed_slot {
    slot at;
    bool negative;
  };

  /// The addends of a sum from left to right. At most one operand of every sum is a sum within it.
  void append_sum(slot i) {
    std::vector<signed_slot> backwards;
    signed_slot sum{i, false};
    for (bool more = true; more;) {
      const signed_slot inner{p_[sum.at].operands[0],
                              sum.negative != p_.template is<ops::negate>(sum.at)};
      signed_slot a = inner,
                  b{p_[sum.at].operands[1], sum.negative != p_.template is<ops::subtract>(sum.at)};
      const bool two = p_[sum.at].arity() == 2;
      if (two && !goes_on(a.at) && goes_on(b.at)) std::swap(a, b);
      if (two) backwards.push_back(b);
      more = goes_on(a.at);
      if (!more) backwards.push_back(a);
      sum = a;
    }
    while (!backwards.empty()) {
      const auto [at, negative] = backwards.back();
      backwards.pop_back();
      append_addend(at, negative, p_.varies(at) && p_.is_part(at) && p_.is_product(at));
    }
  }
  [[nodiscard]] bool goes_on(slot i) const { return p_.varies(i) && p_.is_part(i) && p_.is_sum(i); }

  void append_addend(slot i, bool negative, bool is_product) {
    if (!p_.varies(i)) return append(addend_kind::shared, negative, shared_[i]);
    if (!is_product) {
      return append(p_.is_direct(i) ? addend_kind::input : addend_kind::lane, negative, lane(i));
    }
    slot a = p_[i].operands[0], b = p_.template is<ops::square>(i) ? a : p_[i].operands[1];
    if (a == b && p_.is_difference(a)) {
      const auto& x = p_[a].operands;
      return append(addend_kind::difference_squared, negative, lane(x[0]), shared_[x[1]]);
    }
    if (p_.is_difference(a)) std::swap(a, b);
    if (p_.is_difference(b)) {
      const auto& x = p_[b].operands;
      const offset factor = lane(a);
      return append(addend_kind::lane_by_difference, negative, factor, lane(x[0]), shared_[x[1]]);
    }
    if (!p_.varies(a) || (p_.varies(b) && p_.is_direct(a))) std::swap(a, b);
    if (p_.varies(b)) {
      const auto kind = p_.is_direct(b) ? addend_kind::lane_by_input : addend_kind::lane_by_lane;
      append(kind, negative, lane(a), lane(b));
    } else {
      const auto kind =
          p_.is_direct(a) ? addend_kind::input_by_shared : addend_kind::lane_by_shared;
      append(kind, negative, lane(a), shared_[b]);
    }
  }

  void append(addend_kind kind, bool negative, offset a, offset b = 0, offset c = 0) {
    plan_.addends.push_back({code_of(kind, negative, addend_use::add), a, b, 0, c});
  }

  const varying_program<T>& p_;
  batch_plan<T>& plan_;
  buffer<offset> shared_;
  buffer<char> loaded_;
  buffer<slot> total_;      // the first output of an instruction, counted from 1
  std::vector<slot> next_;  // the next one of the same instruction
};

// -- slots
// -----------------------------------------------------------------------------------------

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
      const bool writes = s.run != &store_block<T> && s.run != &totals_block<T>;
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
      if (s.run == &totals_block<T>) s.to *= static_cast<offset>(lanes<T>::size);
      if (s.run != &store_block<T> && s.run != &totals_block<T>) s.to *= width;
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

// -- sums behind each other -------------------------------------------------------------------

/// Completes the addends of steps, and makes one step of sums (or totals) behind each other.
/// Before: those of all steps stand in the order of the steps. Linear.
template <class T>
void merge_sums(batch_plan<T>& made) {
  std::vector<addend> addends;
  std::vector<step<T>> steps;
  for (const step<T>& s : made.steps) {
    const bool goes_on = s.addends != 0 && !steps.empty() && steps.back().run == s.run;
    if (!goes_on) steps.push_back(s);
    if (s.addends == 0) continue;
    if (goes_on) addends.pop_back();  // the end
    if (!goes_on) steps.back().first_addend = static_cast<std::uint32_t>(addends.size());
    const bool sum = s.run == &sum_block<T>;
    for (std::uint32_t i = 0; i < s.addends; ++i) {
      addends.push_back(made.addends[s.first_addend + i]);
      addends.back().to = s.to;
      if (sum && i == 0) --addends.back().code;  // the sum begins with it
    }
    if (sum) addends.push_back({store_sum, 0, 0, s.to, 0});
    addends.push_back({});
  }
  made.addends = std::move(addends);
  made.steps = std::move(steps);
}

/// The plan of a program for arguments that vary or do not. Before: p is valid and has no dead
/// instructions. Linear in its size.
template <class T>
batch_plan<T> planned(const program<T>& p, const std::vector<variation>& inputs,
                      yield_of_points yield) {
  batch_plan<T> made;
  made.yield = yield;
  made.inputs = p.inputs;
  made.outputs = p.outputs.size();
  const varying_program<T> varying(p, inputs, yield);
  step_writer<T> writer(varying, made);
  writer.write();
  slot_allocator<T>(made, writer.reads, p.code.size()).allocate();
  merge_sums(made);
  return made;
}

}  // namespace ctgrad::detail
