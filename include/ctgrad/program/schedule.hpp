// A pass: the order of the instructions in which few results wait for their use.
//
// What waits takes a register, or is stored and loaded again. A library call (std::exp) leaves no
// register as it was, so whatever waits for the end of one is stored: the calls come first, with
// what they need. Behind them every output is followed back to what it needs, one output after the
// other, so that a part of one output is not computed until that output is next.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/program.hpp>

#include <compare>
#include <cstddef>
#include <vector>

namespace ctgrad {
namespace detail {

// -- what an order costs --------------------------------------------------------------------------

/// Registers in which results can wait: of the 16 of x86-64, two are for the operation itself.
inline constexpr std::size_t registers_to_wait_in = 14;

/// What has to be stored and loaded again. The first number counts more.
struct traffic {
  std::size_t for_calls = 0;      // arguments and results that are needed behind a library call
  std::size_t for_registers = 0;  // results beyond the registers, added up over all instructions
  friend constexpr auto operator<=>(const traffic&, const traffic&) = default;
};

template <class T>
constexpr bool is_library_call(const instruction<T>& step) {
  return step.what == role::call && step.op->library_call;
}

/// The instruction that uses a result last; its own place if none does.
template <class T>
constexpr buffer<slot> last_uses(const program<T>& p) {
  buffer<slot> last(p.code.size());
  for (slot i = 0; i < p.code.size(); ++i) {
    last[i] = i;
    for_each_operand(p.code[i], [&](slot x_) { last[x_] = i; });
  }
  return last;
}

/// Arguments count: compilers load them in advance. Literals do not: they stay where they are.
template <class T>
constexpr std::size_t kept_for_calls(const program<T>& p, const buffer<slot>& last) {
  buffer<std::size_t> calls(p.code.size() + 1);  // that come before
  for (slot i = 0; i < p.code.size(); ++i) calls[i + 1] = calls[i] + is_library_call(p.code[i]);
  std::size_t kept = 0;
  for (slot i = 0; i < p.code.size(); ++i) {
    const bool waits = last[i] > i && calls[last[i]] > calls[i + 1];
    if (waits && p.code[i].what != role::literal) ++kept;
  }
  return kept;
}

/// Arguments do not count: where registers are short, they are read where they are used.
template <class T>
constexpr std::size_t kept_for_registers(const program<T>& p, const buffer<slot>& last) {
  buffer<std::size_t> ending(p.code.size());
  std::size_t waiting = 0, beyond = 0;
  for (slot i = 0; i < p.code.size(); ++i) {
    waiting -= ending[i];
    if (p.code[i].what == role::call && last[i] > i) ++waiting, ++ending[last[i]];
    if (waiting > registers_to_wait_in) beyond += waiting - registers_to_wait_in;
  }
  return beyond;
}

template <class T>
constexpr traffic traffic_of(const program<T>& p) {
  const auto last = last_uses(p);
  return {kept_for_calls(p, last), kept_for_registers(p, last)};
}

// -- another order --------------------------------------------------------------------------------

/// Moves instructions of a program into another order.
template <class T>
class reordering {
 public:
  explicit constexpr reordering(const program<T>& from_in)
      : from_(from_in), code_(from_in.code.size()), places_(from_in.code.size(), nowhere) {}

  /// Appends an instruction whose operands have been moved.
  constexpr void move(slot i) {
    auto& step = code_[size_] = from_.code[i];
    for_each_operand(step, [&](slot& x_) { x_ = places_[x_]; });
    places_[i] = size_++;
  }

  /// Appends an instruction and, before it, what it needs; nothing twice.
  constexpr void move_with_operands(slot i) {
    std::vector<slot> open{i};
    while (!open.empty()) {
      const slot now = open.back(), needed = next_to_move(now);
      if (needed != now) {
        open.push_back(needed);
      } else {
        if (places_[now] == nowhere) move(now);
        open.pop_back();
      }
    }
  }

  constexpr program<T> finish() const {
    program<T> result{{code_.data(), code_.data() + size_}, from_.outputs, from_.inputs};
    for (slot& out : result.outputs) out = places_[out];
    return result;
  }

 private:
  static constexpr slot nowhere = ~slot{0};

  /// The first operand that has not been moved; the instruction itself if there is none.
  [[nodiscard]] constexpr slot next_to_move(slot i) const {
    slot next = i;
    if (places_[i] != nowhere) return next;
    for_each_operand(from_.code[i], [&](slot x_) {
      if (next == i && places_[x_] == nowhere) next = x_;
    });
    return next;
  }

  const program<T>& from_;
  buffer<instruction<T>> code_;
  buffer<slot> places_;
  slot size_ = 0;
};

/// Arguments and library calls with what they need, in their order; then output by output.
template <class T>
constexpr program<T> calls_first(const program<T>& p) {
  buffer<char> early(p.code.size());
  for (std::size_t i = p.code.size(); i-- > 0;) {
    if (i < p.inputs || is_library_call(p.code[i])) early[i] = true;
    if (early[i]) for_each_operand(p.code[i], [&](slot x_) { early[x_] = true; });
  }
  reordering<T> result(p);
  for (slot i = 0; i < p.code.size(); ++i) {
    if (early[i]) result.move(i);
  }
  for (const slot out : p.outputs) result.move_with_operands(out);
  return result.finish();
}

}  // namespace detail

/// Puts the instructions into an order in which less has to be stored and loaded again; into
/// calls_first or, if that is no better, leaves them in their own. Before: valid, every instruction
/// is needed. After: valid, the same instructions and outputs to the last bit. Linear.
template <class T>
constexpr program<T> schedule(const program<T>& p) {
  auto other = detail::calls_first(p);
  if (detail::traffic_of(other) < detail::traffic_of(p)) return other;
  return p;
}

}  // namespace ctgrad
