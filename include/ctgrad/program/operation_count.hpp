// What an elimination would record, counted without recording it.
#pragma once

#include <ctgrad/program/elimination.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// The algebra of an elimination on numbers of values: equal operations give the same number, as
/// in a builder, and count once. Signs and products of constants cost nothing.
class operation_count {
 public:
  using value_number = std::uint32_t;
  static constexpr value_number one = 0;

  struct weight {
    value_number value = one;
    value_number guard = one;  // one: always
    bool negative = false, literal = false;
  };

  /// `used` numbers are taken by slots. Counting may end at the limit.
  constexpr explicit operation_count(slot used, std::size_t limit)
      : next_(used + 1), limit_(limit) {}

  [[nodiscard]] constexpr std::size_t count() const { return count_; }
  [[nodiscard]] constexpr bool exhausted() const { return count_ >= limit_; }

  template <class T>
  constexpr weight of(const guarded<T>& w) {
    const value_number guard = w.always() ? one : number_of(w.guard);
    const auto value = w.value.is_literal(1) ? one : number_of(w.value);
    return {value, guard, w.coefficient < 0, w.value.is_literal()};
  }

  constexpr weight product(const weight& a, const weight& b) {
    weight result{one, both(a.guard, b.guard), a.negative != b.negative, a.literal && b.literal};
    if (a.value == one) {
      result.value = b.value;
    } else if (b.value == one) {
      result.value = a.value;
    } else {
      result.value = symmetric(op::multiply, a.value, b.value, result.literal);
    }
    return result;
  }

  constexpr weight sum(const weight& a, const weight& b) {
    if (a.guard == b.guard) return sum_of_values(a, b);
    weight result = sum_of_values(plain(a), plain(b));
    result.guard = next_++;  // where one of the two exists
    return result;
  }

  /// What leaves the elimination.
  constexpr void leave(const weight& w) {
    const weight last = plain(w);
    if (last.negative && !last.literal) number(op::negate, last.value, one, false);
  }

 private:
  enum class op : std::uint8_t { none, multiply, add, subtract, negate, where, both };

  template <class T>
  constexpr value_number number_of(const basic_symbol<T>& s) {
    return s.home() == nullptr ? next_++ : s.at(*s.home()) + 1;
  }

  constexpr weight sum_of_values(const weight& a, const weight& b) {
    const bool literal = a.literal && b.literal;
    if (a.negative == b.negative) {
      return {symmetric(op::add, a.value, b.value, literal), a.guard, a.negative, literal};
    }
    const weight& plus = a.negative ? b : a;
    const weight& minus = a.negative ? a : b;
    return {number(op::subtract, plus.value, minus.value, literal), a.guard, false, literal};
  }

  constexpr weight plain(weight w) {
    if (w.guard == one) return w;
    const value_number sign = w.negative ? 1u : 0u;
    return {number(op::where, w.guard, 2 * w.value + sign, false), one, false, false};
  }

  constexpr value_number both(value_number a, value_number b) {
    if (a == one || a == b) return b;
    return b == one ? a : symmetric(op::both, a, b, false);
  }

  constexpr value_number symmetric(op what, value_number a, value_number b, bool free) {
    return a < b ? number(what, a, b, free) : number(what, b, a, free);
  }

  /// The number of the result of an operation; a new one is counted, unless it is free.
  constexpr value_number number(op what, value_number a, value_number b, bool free) {
    if (used_ >= table_.size() / 2) grow();
    const std::uint64_t key =
        (std::uint64_t{a} << 32) | (std::uint64_t{b} << 3) | static_cast<std::uint64_t>(what);
    auto& place = table_[find(key)];
    if (place.first == 0) {
      place = {key, next_++};
      ++used_;
      count_ += free ? 0 : 1;
    }
    return place.second;
  }

  [[nodiscard]] constexpr std::size_t find(std::uint64_t key) const {
    std::size_t at = mix(0, key) & (table_.size() - 1);
    while (table_[at].first != 0 && table_[at].first != key) at = (at + 1) & (table_.size() - 1);
    return at;
  }

  constexpr void grow() {
    const auto old = std::move(table_);
    table_.assign(old.empty() ? 64 : old.size() * 4, {});
    for (const auto& known : old) {
      if (known.first != 0) table_[find(known.first)] = known;
    }
  }

  std::vector<std::pair<std::uint64_t, value_number>> table_;  // a power of two long; key 0: empty
  std::size_t used_ = 0, count_ = 0;
  value_number next_;
  std::size_t limit_;
};

/// The number of operations of an elimination, or the limit if that is reached.
template <class T>
constexpr std::size_t operations(const linearized<T>& graph, slot used, part wanted,
                                 elimination how, std::size_t limit) {
  operation_count algebra(used, limit);
  eliminator<operation_count> graph_of_numbers(algebra, graph, wanted);
  graph_of_numbers.run(how);
  for (slot sink = graph.last; sink < graph.end; ++sink) {
    for (const auto& e : graph_of_numbers[sink]) algebra.leave(e.value);
  }
  return algebra.count();
}

/// The elimination with the fewest operations; of equals a sweep, and the one with fewer sweeps.
template <class T>
constexpr elimination cheapest(const linearized<T>& graph, slot used, part wanted) {
  using enum elimination;
  const bool wide = graph.sinks.size() <= graph.sources.size();
  elimination best = wide ? reverse : forward;
  auto fewest = std::numeric_limits<std::size_t>::max();
  for (const elimination how : {best, markowitz, wide ? forward : reverse}) {
    const std::size_t count = operations(graph, used, wanted, how, fewest);
    if (count < fewest) fewest = count, best = how;
  }
  return best;
}

}  // namespace ctgrad::detail
