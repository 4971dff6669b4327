// What is done to a derived program before it runs: passes, each a function from program to
// program.
//
// While a program is recorded, equal operations become one and constants are folded (builder.hpp),
// operations are simplified and whole powers are products (simplify.hpp), and signs and constant
// factors wait until they meet (guarded.hpp). The passes see the whole program:
//
//   sink_scales     constant factors are multiplied where that is done least often
//   share_quotients one division where several derivatives arrive at the same divisor
//   settle_signs    signs and constant terms go where they cost nothing
//   reassociate     sums and products have parts in common
//   schedule        the order in which the instructions are run
//
// What the function's own values depend on is left as it is, so that values keep every bit; what a
// pass relaxes for derivatives, it says.
#pragma once

#include <ctgrad/program/reassociate.hpp>
#include <ctgrad/program/schedule.hpp>
#include <ctgrad/program/settle_signs.hpp>
#include <ctgrad/program/share_quotients.hpp>
#include <ctgrad/program/sink_scales.hpp>

#include <cstddef>
#include <type_traits>

namespace ctgrad {

/// A longer program is left as it is: the passes take most of the time that it takes to compile a
/// derivative, and compilers limit the steps of a constant evaluation.
inline constexpr std::size_t optimized_at_most = 500;

/// Constant factors and quotients that derivatives can share, and signs that they can do without.
/// Sharing quotients may bring two factors together that can sink further. Before: valid, the first
/// `values` outputs are results of the function. After: valid, no more operations, the same values.
template <class T>
constexpr program<T> share_factors(const program<T>& p, std::size_t values) {
  const auto shared = share_quotients(sink_scales(p, values), values);
  return settle_signs(sink_scales(shared, values), values);
}

/// Sums and products with parts in common. That may bring two constant factors together.
template <class T>
constexpr program<T> share_terms(const program<T>& p, std::size_t values) {
  return sink_scales(reassociate(p, values), values);
}

/// All passes but the last. Before and after: as share_factors.
template <class T>
constexpr program<T> optimized(const program<T>& p, std::size_t values) {
  if (p.code.size() > optimized_at_most) return p;
  return share_terms(share_factors(p, values), values);
}

/// Without its first outputs. Linear.
template <class T>
constexpr program<T> without_outputs(program<T> p, std::size_t count) {
  if (count == 0) return p;
  p.outputs.erase(p.outputs.begin(), p.outputs.begin() + static_cast<std::ptrdiff_t>(count));
  return remove_dead(p);
}

namespace detail {

/// A constant as a program that passes can work on.
template <class T, std::size_t Size, std::size_t Outputs>
constexpr program<T> growing(const frozen_program<T, Size, Outputs>& p) {
  return {.code = {p.code.begin(), p.code.end()},
          .outputs = {p.outputs.begin(), p.outputs.end()},
          .inputs = p.inputs};
}

// The passes as types. Each begins with a constant and makes one, in a constant evaluation of its
// own: compilers limit the steps of one. The first Source::values outputs are results of the
// function, so that what they depend on stays as it is; the first Source::hidden of them are not
// wanted.

template <class Source>
struct with_shared_factors {
  static constexpr std::size_t values = Source::values, hidden = Source::hidden;
  static constexpr auto build() { return share_factors(growing(frozen<Source>::value), values); }
};

template <class Source>
struct with_shared_terms {
  static constexpr std::size_t values = Source::values, hidden = Source::hidden;
  static constexpr auto build() { return share_terms(growing(frozen<Source>::value), values); }
};

template <class Source>
struct wanted_part {
  static constexpr auto build() {
    return without_outputs(growing(frozen<Source>::value), Source::hidden);
  }
};

template <class Source>
struct scheduled {
  static constexpr auto build() { return schedule(wanted_part<Source>::build()); }
};

/// Is the program short enough for a pass, and does that stay within the compiler's limits?
template <class Source, class Passed>
concept possible = (draft_of<Source>().size <= optimized_at_most) && buildable<Passed>;

template <class Source, class Passed, class Otherwise>
using passed = std::conditional_t<possible<Source, Passed>, Passed, Otherwise>;

template <class Source>
using factors_shared = passed<Source, with_shared_factors<Source>, Source>;
template <class Source>
using terms_shared = passed<Source, with_shared_terms<Source>, Source>;
template <class Source>
using in_order = passed<Source, scheduled<Source>, wanted_part<Source>>;

}  // namespace detail

/// What Source::build() makes, after all passes that do not exceed the compiler's limits.
template <class Source>
using best_program = detail::in_order<detail::terms_shared<detail::factors_shared<Source>>>;

}  // namespace ctgrad
