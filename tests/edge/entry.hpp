// Everything that is stated about an op stands in one place: entry<Op>, in the file of its family.
//
//   template <>
//   struct entry<ops::tanh> : stated<ops::tanh> {
//     static constexpr about text{.value = "tanh(x)", .derivatives = {"1 - tanh²(x)"}, ...};
//     static constexpr double bound[]{3.5};                // worst error of each partial, in ulp
//     static points at() { return each(steps(-20, 20, 300)); }           // where it is measured
//     static constexpr row edges[]{{{0}, 0, {1}}, {{inf}, 1, {0}}};  // {operands}, value,
//     {partials}
//   };
//
// The tests of this folder hold every entry against the op, in every engine and against 100 digits;
// docs/derivatives.md is printed from the same entries. The numbers of the rows come from
// mathematics and from the contract, never from running the rule.
#pragma once

#include <ctgrad/op/op.hpp>

#include <limits>
#include <span>
#include <string_view>

#include "points.hpp"

namespace edge {

namespace ops = ctgrad::ops;

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan_ = std::numeric_limits<double>::quiet_NaN();
inline constexpr double eps = std::numeric_limits<double>::epsilon();
inline constexpr double biggest = std::numeric_limits<double>::max();
inline constexpr double smallest = std::numeric_limits<double>::min();        // normal, 2^-1022
inline constexpr double tiniest = std::numeric_limits<double>::denorm_min();  // 2^-1074
inline constexpr double above_1 = 1 + eps;
inline constexpr double below_1 = 1 - eps / 2;

/// What is said about an op in words and formulas (UTF-8, for Markdown).
struct about {
  const char* value;           // "tanh(x)"
  const char* derivatives[3];  // one per operand; none for an operand that is never active
  const char* domain;
  const char* note = "";
  const char* relative_to = "";  // what terms() computes
};

/// Operands, value and partials. NaN and the infinities are themselves.
struct row {
  double at[3];
  double value;
  double partials[3];
};

template <class Op>
struct entry;

/// A function of the library that is no op but written in terms of ops. It has entries like an op:
///
///   struct silu : function<"silu", 1> {
///     static constexpr auto value(const auto& x) { return ctgrad::silu(x); }
///   };
template <ctgrad::detail::fixed_string Name, int Arity>
struct function : ctgrad::op<Name, Arity> {
  static constexpr bool composed = true;
};

template <class F>
concept is_composed = requires { F::composed; };

/// A function of one range of numbers; formulas, each of a type of its own, form no range.
template <class F>
concept is_of_ranges = requires { F::of_ranges; };

/// What an entry inherits and may say differently.
template <class Op>
struct stated {
  /// The op as the engines apply it.
  static constexpr auto call(const auto&... x) {
    if constexpr (is_composed<Op>) {
      return Op::value(x...);
    } else {
      return ctgrad::apply<Op>(x...);
    }
  }

  /// The value as the oracle evaluates it, in 100 digits: any function with the same derivatives.
  static auto value(const auto&... x) { return Op::value(x...); }

  /// How many steps of the last place the value may lie beside that of a row: a function of the
  /// standard library is not correctly rounded everywhere.
  static constexpr unsigned value_steps = Op::exact ? 0 : 1;

  /// Near a zero of a derivative that is a difference of large terms no formula in double has the
  /// truth's digits. Where the sum of the magnitudes of the terms is more than twice the
  /// derivative, errors are counted in ulps of that sum; `about::relative_to` says so on the page.
  static double terms(std::size_t /*operand*/, const point& /*x*/) { return 0; }
};

template <class Op>
concept has_entry = requires { entry<Op>::text; };

/// An entry as data.
struct record {
  std::string_view name;
  std::size_t arity;
  about text;
  std::span<const double> bound;
  std::span<const row> edges;
};

template <class Op>
constexpr record record_of() {
  using e = entry<Op>;
  return {Op::name, std::size_t(Op::arity), e::text, e::bound, e::edges};
}

}  // namespace edge
