// Writes the steps of a plan, for places that are not given yet: the slots in them are numbers of
// instructions, or behind those, of shared numbers.
#pragma once

#include <ctgrad/batch/plan.hpp>
#include <ctgrad/batch/sum_step.hpp>
#include <ctgrad/batch/transfer_step.hpp>
#include <ctgrad/batch/varying_program.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad::detail {

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
      step<T> s = with_addends({.run = &totals_block<T>, .to = output}, i, p_.is_part(i));
      if (s.addends > 1) s.run = &sum_block<T>;
      s.to_total = true;
      push(s, 0);
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
  static constexpr slot change_of_sign = ~slot{0};

  /// The addends of a sum from left to right. At most one operand of every sum is a sum within it.
  /// It is added up before its sign is changed: -(a + b) is -0 for a + b = 0, and -a - b is not.
  void append_sum(slot i) {
    std::vector<signed_slot> backwards;
    for (bool more = true; more;) {
      signed_slot a{p_[i].operands[0], p_.template is<ops::negate>(i)},
          b{p_[i].operands[1], p_.template is<ops::subtract>(i)};
      const bool two = p_[i].arity() == 2;
      if (two && !goes_on(a.at) && goes_on(b.at)) std::swap(a, b);
      if (two) backwards.push_back(b);
      more = goes_on(a.at);
      if (more && a.negative) backwards.push_back({change_of_sign, true});
      if (!more) backwards.push_back(a);
      i = a.at;
    }
    while (!backwards.empty()) {
      const auto [at, negative] = backwards.back();
      backwards.pop_back();
      if (at == change_of_sign) {
        plan_.addends.push_back({negate_sum, 0, 0, 0, 0});
      } else {
        append_addend(at, negative, p_.varies(at) && p_.is_part(at) && p_.is_product(at));
      }
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

}  // namespace ctgrad::detail
