// A pass: derivatives divide by the same number as seldom as possible.
//
// While a program is recorded, v * (n / d) is v / d * n where v / d is known (guarded.hpp) and
// x / (2 y) is 0.5 * (x / y) (scale.hpp). The pass sees what is recorded later, too:
//
//   x (a/d)        is (x/d) a          where x/d is computed anyway and a/d for nothing else
//   a/d + b/d      is (a + b)/d        where both are computed for nothing else
//   x (a/d) + b/d  is (x a + b)/d      where x a is computed anyway
//
// Never a (1/d): where d is subnormal, 1/d is infinite and a/d need not be. Nor c/a for
// (c/(a/b))/b, the slope of log(a/b) by a: that is a number where a/b is none, and NaN has to be
// seen.
#pragma once

#include <ctgrad/program/rewriting.hpp>
#include <ctgrad/program/symbol.hpp>

#include <cstddef>

namespace ctgrad {
namespace detail {

template <class T>
class quotient_sharing : rewriting<T> {
  using base = rewriting<T>;
  using base::p_, base::fixed_, base::uses_, base::results_, base::nowhere, base::is, base::operand,
      base::copied;

 public:
  constexpr quotient_sharing(const program<T>& p_in, std::size_t values_)
      : base(p_in, values_),
        newest_(p_in.code.size(), nowhere),
        before_(p_in.code.size(), nowhere),
        avoidable_(p_in.code.size()) {
    for (slot i = 0; i < p_in.code.size(); ++i) list(i);
    for (slot i = 0; i < p_in.code.size(); ++i) {
      if (const slot q = other_quotient(i); q != nowhere) ++avoidable_[q];
    }
  }

  /// Are there two quotients at least?
  [[nodiscard]] constexpr bool worthwhile() const { return quotients_ > 1; }

  constexpr program<T> run() {
    return base::record([&](slot i_) { return rewritten(i_); });
  }

 private:
  // -- what stands in the program ----------------------------------------------------------------

  [[nodiscard]] constexpr bool is_quotient(slot i) const { return is(i, info_of<ops::divide, T>); }
  [[nodiscard]] constexpr bool is_product(slot i) const { return is(i, info_of<ops::multiply, T>); }
  [[nodiscard]] constexpr slot divisor(slot quotient) const { return operand(quotient, 1); }
  /// Is it computed for one derivative alone?
  [[nodiscard]] constexpr bool belongs_to_its_user(slot i) const {
    return !fixed_[i] && uses_[i] == 1;
  }

  constexpr void list(slot i) {
    if (!is_quotient(i)) return;
    ++quotients_;
    before_[i] = newest_[divisor(i)];
    newest_[divisor(i)] = i;
  }
  /// Is n/d computed, or known under another place than `except`?
  [[nodiscard]] constexpr bool has_quotient(slot n, slot d, slot except) const {
    for (slot q = newest_[d]; q != nowhere; q = before_[q]) {
      if (q != except && operand(q, 0) == n) return true;
    }
    return false;
  }

  /// The quotient a/d of a product x (a/d) that can be (x/d) a as well.
  [[nodiscard]] constexpr slot other_quotient(slot i) const {
    if (fixed_[i] || !is_product(i)) return nowhere;
    for (std::size_t k = 0; k < 2; ++k) {
      const slot q = operand(i, k), x = operand(i, 1 - k);
      if (!fixed_[q] && is_quotient(q) && has_quotient(x, divisor(q), q)) return q;
    }
    return nowhere;
  }

  // -- and what it becomes -----------------------------------------------------------------------

  constexpr basic_symbol<T> rewritten(slot i) {
    if (!fixed_[i]) {
      if (is_product(i)) return product(i);
      if (is(i, info_of<ops::add, T>) || is(i, info_of<ops::subtract, T>)) return sum(i);
    }
    return copied(i);
  }

  constexpr basic_symbol<T> product(slot i) {
    const slot q = other_quotient(i);
    if (q == nowhere || avoidable_[q] != uses_[q]) return copied(i);
    const slot x = operand(i, operand(i, 0) == q ? 1 : 0);
    return results_[x] / results_[divisor(q)] * results_[operand(q, 0)];
  }

  /// A term of a sum that is value / divisor, divisor being nowhere if it is not.
  struct fraction {
    basic_symbol<T> value{};
    slot divisor = nowhere;
  };

  constexpr fraction taken_apart(slot i) {
    if (!belongs_to_its_user(i)) return {};
    if (is_quotient(i)) return {results_[operand(i, 0)], divisor(i)};
    for (std::size_t k = 0; k < 2 && is_product(i); ++k) {
      const slot q = operand(i, k);
      if (fixed_[q] || !is_quotient(q)) continue;
      const auto x = results_[operand(i, 1 - k)], a = results_[operand(q, 0)];
      if (is_known<ops::multiply>(x, a)) return {x * a, divisor(q)};
    }
    return {};
  }

  constexpr basic_symbol<T> sum(slot i) {
    const slot a = operand(i, 0), b = operand(i, 1);
    const fraction first = taken_apart(a), second = taken_apart(b);
    const bool one = first.divisor != nowhere && first.divisor == second.divisor && a != b;
    if (!one || !(is_quotient(a) || is_quotient(b))) return copied(i);
    const bool difference = is(i, info_of<ops::subtract, T>);
    return (difference ? first.value - second.value : first.value + second.value) /
           results_[first.divisor];
  }

  buffer<slot> newest_, before_;   // quotients by the same divisor
  buffer<std::size_t> avoidable_;  // uses of a quotient in products that can do without it
  std::size_t quotients_ = 0;
};

}  // namespace detail

/// Shares the quotients of derivatives. Before: valid, the first outputs are values. After: valid,
/// fewer operations or the same program, values as they were. Relaxed: derivatives are rounded in
/// another order, once per operation as before. Where a quotient leaves the range of the numbers,
/// another part may: a + b, or x/d for a/d; and where d is 0, a/d + b/d may be an infinity instead
/// of the difference of two. Function and derivative have no numbers there to lose.
template <class T>
constexpr program<T> share_quotients(const program<T>& p, std::size_t values) {
  detail::quotient_sharing<T> pass(p, values);
  if (!pass.worthwhile()) return p;
  auto result = pass.run();
  return operations(result) < operations(p) ? result : p;
}

}  // namespace ctgrad
