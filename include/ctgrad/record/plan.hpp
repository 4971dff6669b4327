// A program made ready to be run many times: what does not change from run to run is done once.
//
// Inputs stand first in the memory that a run works in, literals behind them and the results of the
// calls behind those, so that a call needs no place of its own. Arithmetic is done here, every
// other op through a pointer. The values are those of interpret (program/interpret.hpp), to the
// last bit.
#pragma once

#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/program.hpp>
#include <ctgrad/program/symbol.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ctgrad::detail {

/// What a step of a plan does.
enum class action : std::uint8_t { add, subtract, multiply, divide, negate, call };

template <class T>
action action_of(const op_info<T>* op) {
  if (op == &info_of<ops::add, T>) return action::add;
  if (op == &info_of<ops::subtract, T>) return action::subtract;
  if (op == &info_of<ops::multiply, T>) return action::multiply;
  if (op == &info_of<ops::divide, T>) return action::divide;
  if (op == &info_of<ops::negate, T>) return action::negate;
  return action::call;
}

/// A program in the order in which it is run.
template <class T>
class plan {
 public:
  /// Before: p is valid. Linear.
  explicit plan(const program<T>& p_in) : inputs_(p_in.inputs) {
    std::vector<slot> places(p_in.code.size());
    auto next = static_cast<slot>(p_in.inputs);
    for (std::size_t i = 0; i < p_in.code.size(); ++i) {
      if (p_in.code[i].what == role::input) places[i] = static_cast<slot>(i);
      if (p_in.code[i].what == role::literal) places[i] = next++;
    }
    literals_.reserve(next - p_in.inputs);
    steps_.reserve(p_in.code.size() - next);
    for (std::size_t i = 0; i < p_in.code.size(); ++i) {
      const auto& from = p_in.code[i];
      if (from.what == role::literal) literals_.push_back(from.literal);
      if (from.what != role::call) continue;
      places[i] = next++;
      steps_.push_back(step_of(from, places));
    }
    outputs_.reserve(p_in.outputs.size());
    for (const slot out : p_in.outputs) outputs_.push_back(places[out]);
  }

  /// How many numbers a run works in; the first ones are the inputs.
  [[nodiscard]] std::size_t size() const { return inputs_ + literals_.size() + steps_.size(); }
  /// Where the outputs are after a run.
  [[nodiscard]] const std::vector<slot>& outputs() const { return outputs_; }

  /// Computes everything. Before: `numbers` has room for size(), and the inputs are in it.
  void run(T* numbers) const {
    T* to = std::copy(literals_.begin(), literals_.end(), numbers + inputs_);
    for (const step& s : steps_) *to++ = result(s, numbers);
  }

 private:
  struct step {
    slot a, b, c;
    action what;
    T (*value)(const std::array<T, 3>&);
  };

  static step step_of(const instruction<T>& call, const std::vector<slot>& places) {
    const auto& [a, b, c] = call.operands;
    const slot second = call.op->arity > 1 ? places[b] : places[a];
    return {places[a], second, call.op->arity > 2 ? places[c] : second, action_of(call.op),
            call.op->value};
  }

  static T result(const step& s, const T* x) {
    switch (s.what) {
      case action::add:
        return x[s.a] + x[s.b];
      case action::subtract:
        return x[s.a] - x[s.b];
      case action::multiply:
        return x[s.a] * x[s.b];
      case action::divide:
        return x[s.a] / x[s.b];
      case action::negate:
        return -x[s.a];
      case action::call:
        break;
    }
    return s.value({x[s.a], x[s.b], x[s.c]});
  }

  std::size_t inputs_;
  std::vector<T> literals_;
  std::vector<step> steps_;
  std::vector<slot> outputs_;
};

}  // namespace ctgrad::detail
