// Whether a mutant of a rule passes for the rule: held against the edge table's rows and, at a
// sample of its points, against differences in 100 digits.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../edge/entry.hpp"
#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace mutation {

inline constexpr std::size_t most_points = 40;

/// Operands, and what the partials there have to be. Terms as in edge/entry.hpp.
struct expectation {
  std::array<double, 3> at{}, partials{}, terms{};
  std::array<support::real, 3> truth{};
  bool is_row = false;
};

template <class Op, std::size_t I>
auto operand(double x) {
  if constexpr (Op::name == "where" && I == 0) {
    return x != 0;
  } else {
    return x;
  }
}

/// The partials of Rule where the value is that of Op.
template <class Op, class Rule>
std::array<double, 3> partials_of(const std::array<double, 3>& at) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto x = std::tuple{operand<Op, I>(at[I])...};
    const auto call = [](const auto&... v) { return Op::value(v...); };
    const auto y = static_cast<double>(std::apply(call, x));
    const auto d = std::apply([&](const auto&... v) { return Rule::partials(v..., y); }, x);
    return std::array<double, 3>{static_cast<double>(std::get<I>(d))...};
  }(std::make_index_sequence<std::size_t(Op::arity)>{});
}

template <class Op>
support::real truth_at(const std::array<double, 3>& at, std::size_t k) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto value = [](const auto&... x) { return edge::entry<Op>::value(x...); };
    return support::partial(value, std::array<double, sizeof...(I)>{at[I]...}, k);
  }(std::make_index_sequence<std::size_t(Op::arity)>{});
}

template <class Op>
std::vector<expectation> make_expectations() {
  using entry = edge::entry<Op>;
  std::vector<expectation> all;
  for (const edge::row& r : entry::edges) {
    expectation e{.is_row = true};
    std::copy_n(r.at, 3, e.at.begin());
    std::copy_n(r.partials, 3, e.partials.begin());
    all.push_back(e);
  }
  const auto points = entry::at();
  const std::size_t stride = 1 + points.size() / most_points;
  for (std::size_t i = 0; i < points.size(); i += stride) {
    expectation e{.at = points[i]};
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) {
      if (entry::text.derivatives[k]) e.truth[k] = truth_at<Op>(e.at, k);
    }
    all.push_back(e);
  }
  for (expectation& e : all) {
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) e.terms[k] = entry::terms(k, e.at);
  }
  return all;
}

/// Within the stated bound of the truth, in ulps of the truth or of its terms; what a row states as
/// 0, infinite or NaN is exact.
inline bool passes(double got, const expectation& e, std::size_t k, double bound) {
  const double stated = e.partials[k];
  if (e.is_row && (stated == 0 || !std::isfinite(stated))) return support::equal(got, stated);
  const support::real truth = e.is_row ? support::real(stated) : e.truth[k];
  const double allowed = bound + (e.is_row ? 0.5 : 0);
  if (!(e.terms[k] > abs(truth)) || !std::isfinite(got)) {
    return support::error_in_ulps(got, truth) <= allowed;
  }
  int exponent = 0;
  std::frexp(e.terms[k], &exponent);
  const support::real moved = abs(support::real(got) - truth);
  return static_cast<double>(ldexp(moved, 53 - exponent)) <= allowed;
}

template <class Op, class Rule>
bool survives() {
  static const auto expectations = make_expectations<Op>();
  for (const expectation& e : expectations) {
    const auto got = partials_of<Op, Rule>(e.at);
    for (std::size_t k = 0; k < std::size_t(Op::arity); ++k) {
      const bool judged = e.is_row || edge::entry<Op>::text.derivatives[k] != nullptr;
      if (judged && !passes(got[k], e, k, edge::entry<Op>::bound[k])) return false;
    }
  }
  return true;
}

struct score {
  int killed = 0, survived = 0;
  bool sound = true;
};
inline score total;

template <class Op, class Mutant>
void judge(int number, const char* rule) {
  static_cast<void>(number);
  bool alive = true;  // an op that the edge table does not hold kills nobody
  if constexpr (edge::has_entry<Op>) alive = survives<Op, Mutant>();
  if (alive) std::cout << "survived " << Op::name << ": " << rule << '\n';
  ++(alive ? total.survived : total.killed);
}

/// The rule itself has to pass, or nothing was judged.
template <class Op>
void judge_original() {
  if constexpr (edge::has_entry<Op>) {
    if (survives<Op, Op>()) return;
  }
  total.sound = false;
  std::cout << "unsound " << Op::name << ": the rule itself does not pass, or has no entry\n";
}

inline int report() {
  std::cout << "killed " << total.killed << '\n';
  return total.sound ? 0 : 1;
}

}  // namespace mutation
