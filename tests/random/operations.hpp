// Every op of the library as a row of function pointers, one per engine.
//
// The rows are made from the library's own lists, so a new op takes part in every random program
// without anything being written here, unless one of its operands may not be any number.
#pragma once

#include <ctgrad/diff/dual.hpp>
#include <ctgrad/op/registry.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/tape/value.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "../support/reference.hpp"

namespace dags {

using real = support::reference<100>;
using all_operations = ctgrad::all_ops;
inline constexpr int operations = static_cast<int>(all_operations::size);

/// What an operand may be. A parameter is any number that is never active; a result belongs to the
/// other operands (an op that is the slope of another one); what is detached has a slope that is
/// not the derivative.
enum class takes { number, condition, parameter, whole, result, detached };

struct operation {
  std::string_view name;
  int arity;
  bool predicate;
  std::array<takes, 3> operands;
  std::array<bool, 3> flat;  // the partial is 0 by the text of the rule, wherever it is
  const ctgrad::op_info<double>* info;
};

const operation& description(int op);

/// The op that a recorded program calls; -1 if it is none of ours.
int number_of(const ctgrad::op_info<double>* info);

/// The op of this name.
int named(std::string_view name);

/// Partials at a point, and whether the operands are active there.
struct slopes {
  std::array<double, 3> partial{};
  std::array<bool, 3> active{};
};

template <class T>
using function_of = T (*)(const T* x);
template <class T>
using functions = std::array<function_of<T>, std::size_t(operations)>;

extern const functions<double> on_numbers;
extern const std::array<slopes (*)(const double* x, double y), std::size_t(operations)> slopes_at;
extern const functions<ctgrad::Value> on_tape;
extern const functions<ctgrad::symbol> on_symbols;
extern const functions<real> on_reals;

/// Forward mode, in as many directions at a time.
inline constexpr std::size_t directions = 4;
using dual = ctgrad::dual<double, directions>;
extern const functions<dual> on_duals;

namespace detail {

/// Calls f with the first Op::arity elements of x.
template <class Op, class T, class F>
constexpr auto with_operands(const T* x, F&& f) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return f(x[I]...);
  }(std::make_index_sequence<std::size_t(Op::arity)>{});
}

/// One function per op of a list: Call<Op>::call.
template <template <class> class Call, class... Ops>
constexpr auto function_per_op(ctgrad::op_list<Ops...>) {
  return std::array{&Call<Ops>::call...};
}

/// An op as its engine applies it.
template <class T>
struct applied_to {
  template <class Op>
  struct with {
    static T call(const T* x) {
      return with_operands<Op>(
          x, [](const auto&... v) { return static_cast<T>(ctgrad::apply<Op>(v...)); });
    }
  };
};

}  // namespace detail
}  // namespace dags
