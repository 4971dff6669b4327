// Which parts of a program vary from point to point, and which are computed within others.
//
// A product that is added to something, and a sum to which more is added, are parts of the sum that
// uses them; a comparison is part of its `where`; what is added up over the points begins where a
// constant factor ends.
#pragma once

#include <ctgrad/batch/op_step.hpp>
#include <ctgrad/batch/plan.hpp>
#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/program.hpp>

#include <cstddef>
#include <vector>

namespace ctgrad::detail {

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
      const bool by_difference = is_difference(a) || is_difference(b);
      if (is<ops::multiply>(i) && !both && !by_difference) continue;
      for_each_operand(p_.code[i], [&](slot x_) { direct_[x_] = false; });
    }
    if (yield != yield_of_points::each) return;
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

}  // namespace ctgrad::detail
