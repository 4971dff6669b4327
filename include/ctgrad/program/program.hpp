// A program is plain data: instructions in the order of evaluation, each used by later ones only.
//
// There are two holders of the same data: program<T> grows while it is built and lives inside one
// constant evaluation or at run time; frozen_program<T, N, M> has fixed extents and can be a static
// constant. Functions that only read a program take either.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/instruction.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace ctgrad {

template <class T>
struct program {
  using scalar = T;
  std::vector<instruction<T>> code;  // the inputs come first, in their order
  std::vector<slot> outputs;
  std::size_t inputs = 0;
};

template <class T, std::size_t Size, std::size_t Outputs>
struct frozen_program {
  using scalar = T;
  std::array<instruction<T>, Size> code{};
  std::array<slot, Outputs> outputs{};
  std::size_t inputs = 0;
};

/// Number of instructions that play this role.
constexpr std::size_t count(const auto& p, role what) {
  std::size_t number = 0;
  for (const auto& step : p.code) number += step.what == what ? 1 : 0;
  return number;
}

/// Number of instructions that compute something.
constexpr std::size_t operations(const auto& p) {
  return count(p, role::call);
}

/// Checks what every pass promises to keep. Returns an empty text if the program is well formed,
/// otherwise what is wrong with it. Linear in the size of the program.
constexpr std::string_view validate(const auto& p) {
  if (p.inputs > p.code.size()) return "more inputs than instructions";
  for (std::size_t i = 0; i < p.code.size(); ++i) {
    const auto& step = p.code[i];
    if ((step.what == role::input) != (i < p.inputs))
      return "inputs are not the first instructions";
    if (step.what == role::input && step.operands[0] != i) return "an input has a wrong number";
    if (step.what == role::call && step.op == nullptr) return "a call without an op";
    for (int k = 0; k < step.arity(); ++k) {
      if (step.operands[std::size_t(k)] >= i) return "an operand is used before it is computed";
    }
  }
  for (const slot out : p.outputs) {
    if (out >= p.code.size()) return "an output names no instruction";
  }
  return {};
}

namespace detail {

/// Calls f with every operand of an instruction.
constexpr void for_each_operand(auto& step, auto&& f) {
  if (step.what != role::call) return;
  auto& [a, b, c] = step.operands;
  f(a);
  if (step.op->arity > 1) f(b);
  if (step.op->arity > 2) f(c);
}

/// The instructions that the outputs need, renumbered.
template <class T>
constexpr program<T> live_part(const instruction<T>* code, std::size_t size, std::size_t inputs,
                               const std::vector<slot>& outputs) {
  buffer<slot> moved(size);  // first 1 for what is used, then where it goes
  for (const slot out : outputs) moved[out] = 1;
  for (std::size_t i = size; i-- > 0;) {
    if (moved[i] != 0) for_each_operand(code[i], [&](slot x_) { moved[x_] = 1; });
  }
  buffer<instruction<T>> live(size);
  slot next = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (moved[i] == 0 && i >= inputs) continue;
    auto& step = live[next] = code[i];
    moved[i] = next++;
    for_each_operand(step, [&](slot& x_) { x_ = moved[x_]; });
  }
  program<T> result{{live.data(), live.data() + next}, outputs, inputs};
  for (slot& out : result.outputs) out = moved[out];
  return result;
}

}  // namespace detail

/// Drops every instruction that no output needs. Before: valid. After: valid, same outputs to the
/// last bit, every remaining instruction but the inputs is used. Linear.
template <class T>
constexpr program<T> remove_dead(const program<T>& p) {
  return detail::live_part(p.code.data(), p.code.size(), p.inputs, p.outputs);
}

/// A program up to this length is unrolled into straight-line code; a longer one is interpreted, so
/// that the time to compile it stays bounded.
inline constexpr std::size_t unroll_limit = 2000;

namespace detail {

template <class From, class To>
constexpr void copy(const From& from, std::size_t size, std::size_t outputs, To& to) {
  for (std::size_t i = 0; i < size; ++i) to.code[i] = from.code[i];
  for (std::size_t i = 0; i < outputs; ++i) to.outputs[i] = from.outputs[i];
  to.inputs = from.inputs;
}

/// A program whose length is not known before it is built, as a constant. Nothing on the compiler's
/// heap may outlive a constant evaluation, so it is copied to where there is room enough; of one
/// that is too long to be unrolled, only the extents are kept.
template <class T>
struct draft {
  std::size_t size, outputs;
  frozen_program<T, unroll_limit, unroll_limit> contents{};

  constexpr explicit draft(const program<T>& built_)
      : size(built_.code.size()), outputs(built_.outputs.size()) {
    if (complete()) copy(built_, size, outputs, contents);
  }
  [[nodiscard]] constexpr bool complete() const {
    return size <= unroll_limit && outputs <= unroll_limit;
  }
};

/// The draft of what Source::build() makes, made once. It is a reference, and not constexpr, in
/// order that a program that cannot be built is no error here: a temporary is a constant if it can
/// be one.
template <class Source>
struct kept {
  static inline const auto& value = draft(Source::build());
};

/// GCC 12 does not take such a temporary for a constant, but remembers what a function without
/// arguments has returned.
template <class Source>
constexpr decltype(auto) draft_of() {
#ifdef CTGRAD_CONSTANT_TEMPORARIES
  return (kept<Source>::value);
#else
  return draft(Source::build());
#endif
}

}  // namespace detail

/// Can the program of Source be built in a constant expression?
template <class Source>
concept buildable =
    requires { typename std::bool_constant<(detail::draft_of<Source>().size > 0)>; };

/// The program that Source::build() makes, as a static constant. Built once, or twice if it is
/// longer than unroll_limit.
template <class Source>
struct frozen {
 private:
  static constexpr auto made() {
    constexpr std::size_t size = detail::draft_of<Source>().size;
    constexpr std::size_t outputs = detail::draft_of<Source>().outputs;
    frozen_program<typename decltype(Source::build())::scalar, size, outputs> result{};
    if constexpr (detail::draft_of<Source>().complete()) {
      detail::copy(detail::draft_of<Source>().contents, size, outputs, result);
    } else {
      detail::copy(Source::build(), size, outputs, result);
    }
    return result;
  }

 public:
  static constexpr auto value = made();
};

}  // namespace ctgrad
