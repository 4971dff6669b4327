// Runs a program known at compile time as straight-line code, on any scalar.
//
// Every instruction becomes one statement that reads and writes named places of a local array; the
// optimiser turns those into registers. No heap, no branches but the ones an op itself has and the
// one that several outputs may share (store.hpp).
//
// The compiler sees one function per op, not one per instruction: what an instruction reads is
// passed to it by value, from places that are constants.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/program/contract.hpp>
#include <ctgrad/program/program.hpp>
#include <ctgrad/program/store.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace ctgrad {
namespace detail {

/// Consecutive numbers as the inputs or outputs of a program.
template <class Scalar>
struct consecutive {
  Scalar* numbers;
  template <std::size_t I>
  CTGRAD_INLINE constexpr Scalar& at() const {
    return numbers[I];
  }
};

/// The places of the instructions that play this role, in their order; without those that are
/// computed where they are stored.
template <const auto& Program, class Scalar, role Role>
inline constexpr auto places_of = [] {
  constexpr auto is_here_ = [](std::size_t i_) {
    return Program.code[i_].what == Role && !plan_of<Program, Scalar>.left[i_];
  };
  constexpr std::size_t size_ = [is_here_] {
    std::size_t count_ = 0;
    for (std::size_t i_ = 0; i_ < Program.code.size(); ++i_) count_ += std::size_t{is_here_(i_)};
    return count_;
  }();
  std::array<slot, size_> places_{};
  std::size_t found_ = 0;
  for (std::size_t i_ = 0; i_ < Program.code.size(); ++i_) {
    if (is_here_(i_)) places_[found_++] = static_cast<slot>(i_);
  }
  return places_;
}();

// An instruction is only looked at in template arguments and constants of built-in type. A local
// copy of it would make GCC emit everything that its pointers lead to.
template <slot Place>
inline constexpr slot at = Place;
template <const auto& Program, slot Place>
inline constexpr auto literal_at = Program.code[Place].literal;

/// The result of an op on what is no number itself (lanes): its engine knows how.
template <class Op, active Scalar>
CTGRAD_INLINE constexpr Scalar result_by_engine(const Scalar& a, const Scalar& b, const Scalar& c) {
  if constexpr (Op::arity == 1) {
    return static_cast<Scalar>(apply<Op>(a));
  } else if constexpr (Op::arity == 2) {
    return static_cast<Scalar>(apply<Op>(a, b));
  } else {
    return static_cast<Scalar>(apply<Op>(a, b, c));
  }
}

// By value: a temporary that a reference is bound to would live until the last instruction.
template <class Op, class Scalar>
CTGRAD_INLINE constexpr Scalar result_of(Scalar a, Scalar b, Scalar c) {
  if constexpr (active<Scalar>) {
    return result_by_engine<Op>(a, b, c);
  } else if constexpr (Op::arity == 1) {
    return static_cast<Scalar>(Op::value(a));
  } else if constexpr (Op::arity == 2) {
    return static_cast<Scalar>(Op::value(a, b));
  } else {
    return static_cast<Scalar>(Op::value(a, b, c));
  }
}

/// Which input an operand is; the one behind the last if it is none.
template <const auto& Program, slot Place>
inline constexpr bool is_input = Place < Program.inputs;
template <const auto& Program, slot Place>
inline constexpr std::size_t input_at = is_input<Program, Place> ? Place : Program.inputs;

/// Where the K-th input is read: where it stands, or in `copy` if it has to be converted.
template <std::size_t K, class Scalar>
CTGRAD_INLINE constexpr const Scalar* address_of(const auto& in, Scalar& copy) {
  const auto& input = in.template at<K>();
  if constexpr (std::is_same_v<decltype(input), const Scalar&>) {
    return &input;
  } else {
    return &(copy = static_cast<Scalar>(input));
  }
}

// An operand that is an input is read where it is used, as code written by hand would do. (Read in
// advance, it would have to be kept somewhere while std::exp is called.) Inputs and outputs are
// found through arrays of addresses, which the optimiser sees through: compilers need time for
// every in.at<K>(), so there is one for each input and not one for each use of it.
//
// What stands in braces is evaluated in order, and unlike a fold clang does not nest it.
template <const auto& Program, class Scalar, std::size_t... I, std::size_t... O, std::size_t... L,
          std::size_t... C>
CTGRAD_UNROLLED constexpr void run(Scalar* results, const auto& in, const auto& out,
                                   std::index_sequence<I...>, std::index_sequence<O...>,
                                   std::index_sequence<L...>, std::index_sequence<C...>) {
  constexpr auto& literals = places_of<Program, Scalar, role::literal>;
  constexpr auto& calls = places_of<Program, Scalar, role::call>;
  constexpr auto& homes = plan_of<Program, Scalar>.homes;
  [[maybe_unused]] const Scalar* const inputs[]{address_of<I>(in, results[I])..., nullptr};
  [[maybe_unused]] Scalar* const outputs[]{&out.template at<O>()..., &results[Program.code.size()]};
#define CTGRAD_OPERAND(k)                                               \
  (is_input<Program, Program.code[calls[C]].operands[k]>                \
       ? *inputs[input_at<Program, Program.code[calls[C]].operands[k]>] \
       : results[at<Program.code[calls[C]].operands[k]>])
#define CTGRAD_HOME(n) *outputs[at<homes[calls[C]][n]>]
  const bool done[]{
      (results[at<literals[L]>] = static_cast<Scalar>(literal_at<Program, literals[L]>), true)...,
      (CTGRAD_HOME(1) = CTGRAD_HOME(0) = results[at<calls[C]>] =
           result_of<op_at<Program.code[calls[C]].op>, Scalar>(CTGRAD_OPERAND(0), CTGRAD_OPERAND(1),
                                                               CTGRAD_OPERAND(2)),
       true)...,
      true};
#undef CTGRAD_OPERAND
#undef CTGRAD_HOME
  static_cast<void>(done);
}

}  // namespace detail

/// Runs Source, a static frozen_program, on a scalar: in.at<K>() is its K-th input, out.at<K>() is
/// where its K-th output goes. The work is exactly its instructions.
template <const auto& Source, class Scalar>
CTGRAD_UNROLLED constexpr void unroll(const auto& in, const auto& out) {
  static_assert(validate(Source).empty(), "ctgrad: a pass broke a program (please report this)");
  constexpr auto& program = detail::contracted_of<Source>;
  constexpr auto inputs = std::make_index_sequence<program.inputs>{};
  constexpr auto outputs = std::make_index_sequence<program.outputs.size()>{};
  constexpr auto literals =
      std::make_index_sequence<detail::places_of<program, Scalar, role::literal>.size()>{};
  constexpr auto calls =
      std::make_index_sequence<detail::places_of<program, Scalar, role::call>.size()>{};
  if constexpr (!program.outputs.empty()) {
    Scalar results[program.code.size() + 1]{};
    detail::run<program, Scalar>(results, in, out, inputs, outputs, literals, calls);
    detail::store<program>(results, in, out);
  }
}

/// The same with arrays: the outputs of Program for inputs that stand behind each other.
template <const auto& Program, class Scalar>
CTGRAD_INLINE constexpr auto unroll(const Scalar* inputs) {
  std::array<Scalar, Program.outputs.size()> outputs{};
  unroll<Program, Scalar>(detail::consecutive<const Scalar>{inputs},
                          detail::consecutive<Scalar>{outputs.data()});
  return outputs;
}

}  // namespace ctgrad
