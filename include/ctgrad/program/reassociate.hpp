// A pass: sums and products of derivatives are put together so that they have parts in common.
//
// (a b) c and (a d) b are three different products and one more; (a b) c and (a b) d share one. A
// chain of additions, or of multiplications, that nobody else looks into is a list of terms; the
// pair of terms that most lists contain becomes a term of its own, and so on.
#pragma once

#include <ctgrad/program/symbol.hpp>
#include <ctgrad/program/uses.hpp>

#include <algorithm>
#include <cstddef>
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
      lists_.push_back({kind_of(i), {}});
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
  struct list {
    kind what;
    std::vector<term> terms;
  };
  /// first + second or first - second (of which the opposite is the same pair); first * second.
  struct pair {
    kind what;
    slot first, second;
    bool difference;
    friend constexpr bool operator==(const pair&, const pair&) = default;
    friend constexpr auto operator<=>(const pair&, const pair&) = default;
  };
  static constexpr slot none = ~slot{0};
  static constexpr int rounds_at_most = 4;
  static constexpr std::size_t terms_at_most = 12;

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
    std::vector<term> open{{i, false}};
    while (!open.empty()) {
      const term t = open.back();
      open.pop_back();
      const bool apart = t.what == i || (kind_of(t.what) == into.what && !fixed_[i] &&
                                         !fixed_[t.what] && belongs_to_its_user(t.what) &&
                                         into.terms.size() + open.size() < terms_at_most);
      if (!apart) {
        into.terms.push_back(t);
        continue;
      }
      if (t.what != i && uses_[t.what] == 1) inner[t.what] = true;
      const auto& step = p_.code[t.what];
      const bool minus = step.op == &info_of<ops::subtract, T>;
      open.push_back({step.operands[1], t.negative != minus});
      open.push_back({step.operands[0], t.negative});
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
    const bool ordered = a.what <= b.what;
    return {what, ordered ? a.what : b.what, ordered ? b.what : a.what, a.negative != b.negative};
  }

  /// All pairs of terms that stand in one list, those of several lists several times.
  [[nodiscard]] constexpr std::vector<pair> all_pairs() const {
    std::vector<pair> pairs;
    for (const list& l : lists_) {
      for (std::size_t a = 0; a < l.terms.size(); ++a) {
        for (std::size_t b = a + 1; b < l.terms.size(); ++b) {
          pairs.push_back(pair_of(l.what, l.terms[a], l.terms[b]));
        }
      }
    }
    return pairs;
  }

  struct candidate {
    std::size_t count;
    pair what;
  };

  /// The pairs that occur more than once, the most frequent first.
  [[nodiscard]] constexpr std::vector<candidate> frequent_pairs() const {
    auto pairs = all_pairs();
    std::sort(pairs.begin(), pairs.end());
    std::vector<candidate> result;
    for (std::size_t i = 0, end = 0; i < pairs.size(); i = end) {
      while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
      if (end - i > 1) result.push_back({end - i, pairs[i]});
    }
    std::sort(result.begin(), result.end(), [](const candidate& a, const candidate& b) {
      return a.count > b.count || (a.count == b.count && a.what < b.what);
    });
    return result;
  }

  /// Makes a term of every pair that is still in several lists. Was there one?
  constexpr bool share_pairs() {
    bool any = false;
    for (const candidate& c : frequent_pairs()) {
      std::size_t lists = 0, longer = 0;
      for (const list& l : lists_) {
        if (l.what != c.what.what || !contains(l, c.what)) continue;
        ++lists;
        longer += l.terms.size() > 2 ? 1 : 0;
      }
      if (lists < 2 || longer == 0) continue;
      const auto name = static_cast<slot>(p_.code.size() + pairs_.size());
      pairs_.push_back(c.what);
      for (list& l : lists_) {
        if (l.what == c.what.what && l.terms.size() > 2) replace(l, c.what, name);
      }
      any = true;
    }
    return any;
  }

  static constexpr bool contains(const list& l, const pair& p) {
    for (std::size_t a = 0; a < l.terms.size(); ++a) {
      for (std::size_t b = a + 1; b < l.terms.size(); ++b) {
        if (pair_of(l.what, l.terms[a], l.terms[b]) == p) return true;
      }
    }
    return false;
  }

  static constexpr void replace(list& l, const pair& p, slot name) {
    for (std::size_t a = 0; a < l.terms.size(); ++a) {
      for (std::size_t b = a + 1; b < l.terms.size(); ++b) {
        if (pair_of(l.what, l.terms[a], l.terms[b]) != p) continue;
        const term& first = l.terms[a].what == p.first ? l.terms[a] : l.terms[b];
        l.terms[a] = {name, first.negative};
        l.terms.erase(l.terms.begin() + static_cast<std::ptrdiff_t>(b));
        return;
      }
    }
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
      for (std::size_t k = 1; k < l.terms.size(); ++k) product = product * value(l.terms[k].what);
      return product;
    }
    const bool opposite =
        std::all_of(l.terms.begin(), l.terms.end(), [](const term& t) { return t.negative; });
    std::size_t first = 0;
    while (!opposite && l.terms[first].negative) ++first;
    basic_symbol<T> sum = value(l.terms[first].what);
    for (std::size_t k = 0; k < l.terms.size(); ++k) {
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
