// Holds an entry against its op: the rows in every engine, the bounds against 100 digits.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "../support/engines.hpp"
#include "../support/oracle.hpp"
#include "entry.hpp"

namespace edge {

// -- compiled once (check.cpp) --------------------------------------------------------------------

/// What an engine says at a row.
struct answer {
  const char* engine;
  double value;
  std::array<double, 3> partials;
};

struct question {
  record op;
  const row& stated;
  unsigned value_steps;
  std::array<double, 3> terms;
};

/// The error of a number in ulps of the truth, or of the terms where these are more than twice the
/// truth, so that their difference has lost digits whatever the formula.
double error(double got, const support::real& truth, double terms);

/// Is this the k-th partial of the row? 0, the infinities and NaN are exact (+0 is -0); another
/// number lies within the bound, and half a step for the rounding of the row itself.
bool is_partial(const question& asked, std::size_t k, double got);

/// Is this the value of the row? 0 has its sign, the infinities and NaN are exact.
bool is_value(const question& asked, double got);

/// The first answer is that of the rule itself: it is compared with the row, all others with it.
void check_answers(const question& asked, const std::function<std::vector<answer>()>& ask);

/// At a point that is no row: all answers are the first.
void check_agreement(const record& op, const point& x, std::span<const answer> answers);

/// Two that are both as accurate as the entry says. Values are the same to the last bit.
void check_nearness(const record& op, const point& x, const answer& rule, const answer& other,
                    const std::array<double, 3>& terms);

/// The worst error of one partial over all points.
struct measured {
  std::size_t operand;
  double worst = 0;
  point where{};
  bool by_terms = false;  // is the worst one counted in ulps of the terms?
};

/// Keeps the larger error. The truth is the oracle's answer; that it has none is a failure.
void keep(measured& so_far, const record& op, const point& x, double got, double terms,
          const std::function<support::real()>& truth);

void check_number_of_points(const record& op, std::size_t count);

/// The bound is kept, and is not more than 1.25 times the worst error + 0.3.
void check_bounds(const record& op, std::span<const measured> results);

// -- by op --------------------------------------------------------------------------------------

template <class Op>
inline constexpr std::size_t arity = Op::arity;

/// What an engine applies.
template <class Op>
struct applied {
  constexpr auto operator()(const auto&... x) const { return entry<Op>::call(x...); }
};

template <std::size_t N>
std::array<double, N> operands(const auto& at) {
  std::array<double, N> result;
  for (std::size_t k = 0; k < N; ++k) result[k] = at[k];
  return result;
}

template <std::size_t N>
answer answer_of(const char* engine, const support::outcome<N>& from) {
  answer result{engine, from.value, {}};
  for (std::size_t k = 0; k < N; ++k) result.partials[k] = from.gradient[k];
  return result;
}

/// An op's own operand: `where` wants a truth value where a program has a number.
template <class Op, std::size_t I>
constexpr auto own_operand(double x) {
  if constexpr (Op::name == "where" && I == 0) {
    return x != 0;
  } else {
    return x;
  }
}

/// The rule itself, on plain numbers; a function that has none is traced.
template <class Op, std::size_t N = arity<Op>>
  requires is_composed<Op>
support::outcome<N> by_rule(const std::array<double, N>& at) {
  const auto y = static_cast<double>(std::apply(applied<Op>{}, at));
  return {y, support::by_function(applied<Op>{}, at).gradient};
}

template <class Op, std::size_t N = arity<Op>>
support::outcome<N> by_rule(const std::array<double, N>& at) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto x = std::tuple{own_operand<Op, I>(at[I])...};
    const auto y =
        static_cast<double>(std::apply([](const auto&... v) { return Op::value(v...); }, x));
    const auto d = std::apply([&](const auto&... v) { return Op::partials(v..., y); }, x);
    return support::outcome<N>{y, {static_cast<double>(std::get<I>(d))...}};
  }(std::make_index_sequence<N>{});
}

template <class Op>
std::array<double, 3> terms_at(const point& x) {
  std::array<double, 3> result{};
  for (std::size_t k = 0; k < arity<Op>; ++k) result[k] = entry<Op>::terms(k, x);
  return result;
}

/// What Values and duals say. (A comparison of these is a bool, and not asked for.)
template <class Op>
std::vector<answer> answers_on_numbers(const std::array<double, arity<Op>>& x) {
  return {answer_of("Value", support::by_tape(applied<Op>{}, x)),
          answer_of("dual", support::by_dual(applied<Op>{}, x))};
}

/// What every engine says at a row; the rule comes first. Of a function that is composed of ops,
/// only what programs say: in Values and duals, the factors of a chain meet in another order.
template <class Op>
std::vector<answer> answers_at(const std::array<double, arity<Op>>& x) {
  std::vector result{answer_of("the rule", by_rule<Op>(x)),
                     answer_of("a function", support::by_function(applied<Op>{}, x))};
  if constexpr (!is_of_ranges<Op>) {  // the elements of a range have one type, formulas have not
    result.push_back(answer_of("a formula", support::by_formula(applied<Op>{}, x)));
  }
  result.push_back(answer_of("the interpreter", support::by_interpreter(applied<Op>{}, x)));
  if constexpr (!ctgrad::is_predicate<Op> && !is_composed<Op>) {
    for (const answer& a : answers_on_numbers<Op>(x)) result.push_back(a);
  }
  return result;
}

/// Every row of the entry, in every engine.
template <class Op>
void check_rows() {
  for (const row& r : entry<Op>::edges) {
    const auto x = operands<arity<Op>>(r.at);
    const question asked{record_of<Op>(), r, entry<Op>::value_steps,
                         terms_at<Op>({r.at[0], r.at[1], r.at[2]})};
    check_answers(asked, [&] { return answers_at<Op>(x); });
    if constexpr (is_composed<Op>) {
      for (const answer& a : answers_on_numbers<Op>(x)) {
        check_answers(asked, [&] { return std::vector{a}; });
      }
    }
  }
}

/// Every point of the entry, in every engine: they take the partials as they are.
template <class Op>
void check_engines() {
  for (const point& p : entry<Op>::at()) {
    const auto x = operands<arity<Op>>(p);
    const auto answers = answers_at<Op>(x);
    check_agreement(record_of<Op>(), p, answers);
    if constexpr (is_composed<Op>) {
      check_nearness(record_of<Op>(), p, answers.front(), answers_on_numbers<Op>(x)[0],
                     terms_at<Op>(p));
    }
  }
}

/// The gradients that are measured: the rule's; of a function that is composed of ops, that of
/// Values as well, which may be rounded in another order.
template <class Op>
auto measured_gradients(const std::array<double, arity<Op>>& x) {
  std::vector gradients{by_rule<Op>(x).gradient};
  if constexpr (is_composed<Op>) gradients.push_back(support::by_tape(applied<Op>{}, x).gradient);
  return gradients;
}

/// Every partial of the entry at every point, against the oracle.
template <class Op>
void check_accuracy() {
  constexpr std::size_t n = arity<Op>;
  constexpr auto value = [](const auto&... x) { return entry<Op>::value(x...); };
  std::vector<measured> results;
  for (std::size_t k = 0; k < n; ++k) {
    if (entry<Op>::text.derivatives[k]) results.push_back({k});
  }
  const points all = entry<Op>::at();
  check_number_of_points(record_of<Op>(), all.size());
  for (const point& p : all) {
    const auto x = operands<n>(p);
    for (const auto& got : measured_gradients<Op>(x)) {
      for (measured& m : results) {
        keep(m, record_of<Op>(), p, got[m.operand], entry<Op>::terms(m.operand, p),
             [&] { return support::partial(value, x, m.operand); });
      }
    }
  }
  check_bounds(record_of<Op>(), results);
}

template <class... Ops>
void check_rows(ctgrad::op_list<Ops...>) {
  (check_rows<Ops>(), ...);
}

template <class... Ops>
void check_engines(ctgrad::op_list<Ops...>) {
  (check_engines<Ops>(), ...);
}

template <class... Ops>
void check_accuracy(ctgrad::op_list<Ops...>) {
  (check_accuracy<Ops>(), ...);
}

}  // namespace edge
