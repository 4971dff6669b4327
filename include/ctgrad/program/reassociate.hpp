// A pass: sums and products of derivatives are put together so that they have parts in common.
//
// (a b) c and (a d) b are three different products and one more; (a b) c and (a b) d share one. A
// chain of additions, or of multiplications, that nobody else looks into is a list of terms; the
// pair of terms that most lists contain becomes a term of its own, and so on.
#pragma once

#include <ctgrad/program/symbol.hpp>
#include <ctgrad/program/uses.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ctgrad {
namespace detail {

template <class T>
class reassociation {
 public:
  constexpr reassociation(const program<T>& p, std::size_t values)
      : p_(p),
        fixed_(needed_by_values(p, values)),
        uses_(uses_of(p)),
        list_of_(p.code.size(), none) {
    std::vector<char> inner(p.code.size(), false);
    for (auto i = static_cast<slot>(p.code.size()); i-- > 0;) {
      if (inner[i] || kind_of(i) == kind::other) continue;
      list_of_[i] = static_cast<slot>(lists_.size());
      lists_.push_back({.what = kind_of(i)});
      collect(i, inner, lists_.back());
    }
  }

  constexpr program<T> run() {
    for (int round = 0; round < rounds_at_most && share_pairs(); ++round) {
    }
    for (slot i = 0; i < p_.code.size(); ++i) results_.push_back(rewritten(i));
    std::vector<slot> outputs;
    for (const slot out : p_.outputs) outputs.push_back(results_[out].at(home_));
    return home_.finish(outputs);
  }

 private:
  enum class kind : std::uint8_t { sum, product, other };
  struct term {
    slot what;  // a slot, or p_.code.size() + the number of a pair
    bool negative;
    friend constexpr bool operator==(const term&, const term&) = default;
  };
  static constexpr std::size_t terms_at_most = 12;
  struct list {
    kind what;
    slot size = 0;
    std::array<term, terms_at_most> terms{};
  };
  /// first + second or first - second (of which the opposite is the same pair), or first * second,
  /// as one number: what is compared most is compared fastest.
  using pair = std::uint64_t;
  struct occurrence {
    pair what;
    slot list;
  };
  static constexpr slot none = ~slot{0};
  static constexpr int rounds_at_most = 4;

  // -- from instructions to lists ----------------------------------------------------------------

  [[nodiscard]] constexpr kind kind_of(slot i) const {
    const auto& step = p_.code[i];
    if (step.what != role::call) return kind::other;
    if (step.op == &info_of<ops::multiply, T>) return kind::product;
    const bool sum = step.op == &info_of<ops::add, T> || step.op == &info_of<ops::subtract, T>;
    return sum ? kind::sum : kind::other;
  }

  /// The terms of instruction i, and of those inside of it that belong to it alone.
  constexpr void collect(slot i, std::vector<char>& inner, list& into) {
    std::array<term, terms_at_most> open{{{i, false}}};
    for (std::size_t size = 1; size > 0;) {
      const term t = open[--size];
      const bool apart =
          t.what == i || (kind_of(t.what) == into.what && !fixed_[i] && !fixed_[t.what] &&
                          belongs_to_its_user(t.what) && into.size + size + 2 <= terms_at_most);
      if (!apart) {
        into.terms[into.size++] = t;
        continue;
      }
      if (t.what != i && uses_[t.what] == 1) inner[t.what] = true;
      const auto& step = p_.code[t.what];
      const bool minus = step.op == &info_of<ops::subtract, T>;
      open[size++] = {step.operands[1], t.negative != minus};
      open[size++] = {step.operands[0], t.negative};
    }
  }

  /// Nobody else uses it; or it is a number times something, which is easily done again.
  [[nodiscard]] constexpr bool belongs_to_its_user(slot i) const {
    const auto& step = p_.code[i];
    return uses_[i] == 1 || p_.code[step.operands[0]].what == role::literal ||
           p_.code[step.operands[1]].what == role::literal;
  }

  // -- pairs that lists have in common -----------------------------------------------------------

  static constexpr pair pair_of(kind what, const term& a, const term& b) {
    const slot first = a.what <= b.what ? a.what : b.what;
    const slot second = a.what <= b.what ? b.what : a.what;
    return (pair{what == kind::sum} << 63) | (pair{a.negative != b.negative} << 62) |
           (pair{first} << 31) | second;
  }
  static constexpr bool is_sum(pair p) { return (p >> 63) != 0; }
  static constexpr bool is_difference(pair p) { return ((p >> 62) & 1) != 0; }
  static constexpr slot first_of(pair p) { return (p >> 31) & 0x7FFFFFFFu; }
  static constexpr slot second_of(pair p) { return p & 0x7FFFFFFFu; }

  /// All pairs of terms that stand in one list, equal ones behind each other.
  [[nodiscard]] constexpr std::vector<occurrence> all_pairs() const {
    std::vector<occurrence> pairs;
    for (slot l = 0; l < lists_.size(); ++l) {
      const auto& terms = lists_[l].terms;
      for (slot a = 0; a < lists_[l].size; ++a) {
        for (slot b = a + 1; b < lists_[l].size; ++b) {
          pairs.push_back({pair_of(lists_[l].what, terms[a], terms[b]), l});
        }
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const occurrence& a, const occurrence& b) {
      return a.what < b.what || (a.what == b.what && a.list < b.list);
    });
    return pairs;
  }

  struct candidate {
    std::size_t begin, end;  // of its occurrences
  };

  /// The pairs that occur more than once, the most frequent first.
  [[nodiscard]] static constexpr std::vector<candidate> frequent(
      const std::vector<occurrence>& pairs) {
    std::vector<candidate> result;
    for (std::size_t i = 0, end = 0; i < pairs.size(); i = end) {
      while (end < pairs.size() && pairs[end].what == pairs[i].what) ++end;
      if (end - i > 1) result.push_back({i, end});
    }
    std::sort(result.begin(), result.end(), [](const candidate& a, const candidate& b) {
      const std::size_t of_a = a.end - a.begin, of_b = b.end - b.begin;
      return of_a > of_b || (of_a == of_b && a.begin < b.begin);
    });
    return result;
  }

  /// Makes a term of every pair that is still in several lists. Was there one?
  constexpr bool share_pairs() {
    bool any = false;
    const auto pairs = all_pairs();
    for (const candidate& c : frequent(pairs)) {
      std::size_t holders = 0, longer = 0;
      for (std::size_t k = c.begin; k < c.end; ++k) {
        if (k > c.begin && pairs[k].list == pairs[k - 1].list) continue;
        const list& l = lists_[pairs[k].list];
        if (find(l, pairs[k].what).first == none) continue;
        ++holders;
        longer += l.size > 2 ? 1 : 0;
      }
      if (holders < 2 || longer == 0) continue;
      const auto name = static_cast<slot>(p_.code.size() + pairs_.size());
      pairs_.push_back(pairs[c.begin].what);
      for (std::size_t k = c.begin; k < c.end; ++k) replace(lists_[pairs[k].list], name);
      any = true;
    }
    return any;
  }

  struct position {
    slot first, second;
  };
  static constexpr position find(const list& l, pair p) {
    for (slot a = 0; a < l.size; ++a) {
      for (slot b = a + 1; b < l.size; ++b) {
        if (pair_of(l.what, l.terms[a], l.terms[b]) == p) return {a, b};
      }
    }
    return {none, none};
  }

  /// Puts the newest pair into a list, unless it is all of it.
  constexpr void replace(list& l, slot name) {
    const pair p = pairs_.back();
    const auto [a, b] = find(l, p);
    if (a == none || l.size == 2) return;
    const term& first = l.terms[a].what == first_of(p) ? l.terms[a] : l.terms[b];
    l.terms[a] = {name, first.negative};
    for (slot k = b + 1; k < l.size; ++k) l.terms[k - 1] = l.terms[k];
    --l.size;
  }

  // -- and back to instructions ------------------------------------------------------------------

  constexpr basic_symbol<T> rewritten(slot i) {
    const auto& step = p_.code[i];
    if (step.what == role::input) return {home_, home_.input()};
    if (step.what == role::literal) return {home_, home_.literal(step.literal)};
    if (!fixed_[i] && list_of_[i] != none) return total(lists_[list_of_[i]]);
    if (list_of_[i] == none && kind_of(i) != kind::other) return 0;  // inside of a list
    std::array<slot, 3> operands{};
    for (std::size_t k = 0; k < std::size_t(step.arity()); ++k) {
      operands[k] = results_[step.operands[k]].at(home_);
    }
    return {home_, home_.call(*step.op, operands)};
  }

  constexpr basic_symbol<T> total(const list& l) {
    if (l.what == kind::product) {
      basic_symbol<T> product = value(l.terms[0].what);
      for (std::size_t k = 1; k < l.size; ++k) product = product * value(l.terms[k].what);
      return product;
    }
    bool opposite = true;
    for (slot k = 0; k < l.size; ++k) opposite = opposite && l.terms[k].negative;
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
    const auto a = value(first_of(p)), b = value(second_of(p));
    if (!is_sum(p)) return a * b;
    return is_difference(p) ? a - b : a + b;
  }

  const program<T>& p_;
  std::vector<char> fixed_;
  std::vector<std::size_t> uses_;
  std::vector<slot> list_of_;
  std::vector<list> lists_;
  std::vector<pair> pairs_;
  builder<T> home_;
  std::vector<basic_symbol<T>> results_;
};

}  // namespace detail

/// Shares what sums and products of derivatives have in common. Before: valid, the first outputs
/// are values. After: valid, no more operations, values as they were. Relaxed: sums and products of
/// derivatives are rounded in another order, which is as exact as the order they come in.
template <class T>
constexpr program<T> reassociate(const program<T>& p, std::size_t values) {
  auto result = detail::reassociation<T>(p, values).run();
  return operations(result) < operations(p) ? result : p;
}

}  // namespace ctgrad
