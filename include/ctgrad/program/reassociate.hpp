// A pass: sums and products of derivatives are put together so that they have parts in common.
//
// (a b) c and (a d) b are three different products and one more; (a b) c and (a b) d share one. A
// chain of additions, or of multiplications, that nobody else looks into is a list of terms; the
// pair of terms that most lists contain becomes a term of its own, and so on.
#pragma once

#include <ctgrad/program/rewriting.hpp>
#include <ctgrad/program/symbol.hpp>
#include <ctgrad/program/terms.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ctgrad {
namespace detail {

template <class T>
class reassociation : rewriting<T> {
  using base = rewriting<T>;
  using base::p_, base::fixed_, base::uses_, base::results_, base::nowhere, base::copied;

 public:
  constexpr reassociation(const program<T>& p_in, std::size_t values_)
      : base(p_in, values_),
        kinds_(p_in.code.size()),
        list_of_(p_in.code.size(), nowhere),
        lists_(p_in.code.size()) {
    buffer<char> inner(p_in.code.size()), outer(p_in.code.size());
    for (slot i = 0; i < p_in.code.size(); ++i) kinds_[i] = kind_of(i);
    for (auto i = static_cast<slot>(p_in.code.size()); i-- > 0;) {
      if ((inner[i] && !outer[i]) || kinds_[i] == kind::other) continue;
      list& l = lists_[number_];
      list_of_[i] = number_++;
      l.what = kinds_[i];
      collect(i, inner, l);
      for (std::size_t k = 0; k < l.size; ++k) outer[l.terms[k].what] = true;
    }
  }

  constexpr program<T> run() {
    for (int round = 0; round < rounds_at_most && share_pairs(); ++round) {
    }
    return base::record([&](slot i_) { return rewritten(i_); });
  }

 private:
  using kind = term_kind;
  using term = signed_term;
  using list = term_list;
  using pair = term_pair;
  static constexpr int rounds_at_most = 4;

  // -- from instructions to lists ----------------------------------------------------------------

  [[nodiscard]] constexpr kind kind_of(slot i) const {
    const auto& step = p_.code[i];
    if (step.what != role::call) return kind::other;
    if (step.op == &info_of<ops::multiply, T>) {
      const bool extreme = is_far_from_1(step.operands[0]) || is_far_from_1(step.operands[1]);
      return extreme ? kind::other : kind::product;
    }
    const bool sum = step.op == &info_of<ops::add, T> || step.op == &info_of<ops::subtract, T>;
    return sum ? kind::sum : kind::other;
  }

  /// Such a number stays with the factor that it was multiplied with, which may be as far from 1 in
  /// the other direction: together with other factors it may leave the range.
  [[nodiscard]] constexpr bool is_far_from_1(slot i) const {
    if (p_.code[i].what != role::literal) return false;
    const auto l = static_cast<double>(static_cast<number_of_literal<T>>(p_.code[i].literal));
    const double size = l < 0 ? -l : l;
    return size < 1e-15 || size > 1e15;
  }

  /// The terms of instruction i, and of those inside of it that belong to it alone. (What is inside
  /// of one list may be a term of another, where there was no room for its own terms.)
  constexpr void collect(slot i, buffer<char>& inner, list& into) {
    list open{into.what, 1, {{i, false}}};
    while (open.size != 0) {
      const term t = open.pop();
      const bool apart =
          t.what == i || (kinds_[t.what] == into.what && !fixed_[i] && !fixed_[t.what] &&
                          belongs_to_its_user(t.what) && into.size + open.size + 2 <= list::room);
      if (!apart) {
        into.push(t);
        continue;
      }
      if (t.what != i && uses_[t.what] == 1) inner[t.what] = true;
      const auto& step = p_.code[t.what];
      const auto& [a, b, unused] = step.operands;
      open.push({b, t.negative != (step.op == &info_of<ops::subtract, T>)});
      open.push({a, t.negative});
    }
  }

  /// Nobody else uses it; or it is a number times something, which is easily done again.
  [[nodiscard]] constexpr bool belongs_to_its_user(slot i) const {
    const auto& step = p_.code[i];
    return uses_[i] == 1 || p_.code[step.operands[0]].what == role::literal ||
           p_.code[step.operands[1]].what == role::literal;
  }

  // -- pairs that lists have in common -----------------------------------------------------------

  /// Makes a term of every pair that is still in several lists. Was there one?
  constexpr bool share_pairs() {
    bool any = false;
    const pair_places<T> places(lists_, number_);
    for (const auto& candidate : places.frequent()) {
      std::size_t lists = 0, longer = 0;
      slot last = nowhere;
      for (slot at = candidate.newest; at != nowhere; at = places[at].before) {
        const list& l = lists_[places[at].list];
        if (places[at].list == last || !contains(l, candidate.what)) continue;
        last = places[at].list;
        ++lists;
        longer += l.size > 2 ? 1 : 0;
      }
      if (lists < 2 || longer == 0) continue;
      const auto name = static_cast<slot>(p_.code.size() + pairs_.size());
      pairs_.push_back(candidate.what);
      for (slot at = candidate.newest; at != nowhere; at = places[at].before) {
        list& l = lists_[places[at].list];
        if (l.size > 2) replace(l, candidate.what, name);
      }
      any = true;
    }
    return any;
  }

  static constexpr bool contains(const list& l, const pair& p) {
    for (std::size_t a = 0; a < l.size; ++a) {
      for (std::size_t b = a + 1; b < l.size; ++b) {
        if (pair(l.what, l.terms[a], l.terms[b]) == p) return true;
      }
    }
    return false;
  }

  static constexpr void replace(list& l, const pair& p, slot name) {
    for (std::size_t a = 0; a < l.size; ++a) {
      for (std::size_t b = a + 1; b < l.size; ++b) {
        if (pair(l.what, l.terms[a], l.terms[b]) != p) continue;
        const term& first = l.terms[a].what == p.first ? l.terms[a] : l.terms[b];
        l.terms[a] = {name, first.negative};
        l.erase(b);
        return;
      }
    }
  }

  // -- and back to instructions ------------------------------------------------------------------

  constexpr basic_symbol<T> rewritten(slot i) {
    if (!fixed_[i] && list_of_[i] != nowhere) return total(lists_[list_of_[i]]);
    if (list_of_[i] == nowhere && kinds_[i] != kind::other) return 0;  // inside of a list
    return copied(i);
  }

  constexpr basic_symbol<T> total(const list& l) {
    if (l.what == kind::product) {
      basic_symbol<T> product = value(l.terms[0].what);
      for (std::size_t k = 1; k < l.size; ++k) product = product * value(l.terms[k].what);
      return product;
    }
    const bool opposite =
        std::all_of(l.terms, l.terms + l.size, [](const term& t_) { return t_.negative; });
    std::size_t first = 0;
    while (!opposite && l.terms[first].negative) ++first;
    basic_symbol<T> sum = value(l.terms[first].what);
    for (std::size_t k = 0; k < l.size; ++k) {
      if (k == first) continue;
      const auto more = value(l.terms[k].what);
      sum = l.terms[k].negative != opposite ? sum - more : sum + more;
    }
    return opposite ? -sum : sum;
  }

  /// The symbol of a term. Pairs are made of terms that are older than they.
  constexpr basic_symbol<T> value(slot what) {
    if (what < p_.code.size()) return results_[what];
    const pair p = pairs_[what - p_.code.size()];
    const auto a = value(p.first), b = value(p.second);
    if (p.what == kind::product) return a * b;
    return p.difference ? a - b : a + b;
  }

  buffer<kind> kinds_;
  buffer<slot> list_of_;
  buffer<list> lists_;
  slot number_ = 0;  // of lists
  std::vector<pair> pairs_;
};

}  // namespace detail

/// Shares what sums and products of derivatives have in common. Before: valid, the first outputs
/// are values. After: valid, no more operations, values as they were. Relaxed: sums and products of
/// derivatives are rounded in another order, which is as exact as the order they come in as long as
/// no product of some of their factors leaves the range of the numbers.
template <class T>
constexpr program<T> reassociate(const program<T>& p, std::size_t values) {
  auto result = detail::reassociation<T>(p, values).run();
  return operations(result) < operations(p) ? result : p;
}

}  // namespace ctgrad
