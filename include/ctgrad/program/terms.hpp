// Sums and products as lists of terms, and the pairs of terms that several lists have in common.
#pragma once

#include <ctgrad/detail/buffer.hpp>
#include <ctgrad/program/builder.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ctgrad::detail {

enum class term_kind : std::uint8_t { sum, product, other };

struct signed_term {
  slot what;  // a slot, or the name of a pair
  bool negative;
  friend constexpr bool operator==(const signed_term&, const signed_term&) = default;
};

/// A sum or a product of at most `room` terms.
struct term_list {
  static constexpr std::size_t room = 12;
  term_kind what;
  std::size_t size;
  signed_term terms[room];

  constexpr void push(const signed_term& t) { terms[size++] = t; }
  constexpr signed_term pop() { return terms[--size]; }
  constexpr void erase(std::size_t i) {
    for (--size; i < size; ++i) terms[i] = terms[i + 1];
  }
};

/// first + second or first - second (of which the opposite is the same pair); first * second.
struct term_pair {
  term_kind what = term_kind::other;
  bool difference = false;
  slot first = 0, second = 0;

  constexpr term_pair() = default;
  constexpr term_pair(term_kind what_, const signed_term& a_in, const signed_term& b_in)
      : what(what_),
        difference(a_in.negative != b_in.negative),
        first(a_in.what),
        second(b_in.what) {
    if (first > second) first = b_in.what, second = a_in.what;
  }
  [[nodiscard]] constexpr std::uint64_t hash() const {
    return mix(mix(static_cast<std::uint64_t>(what), first),
               (std::uint64_t{difference} << 32) | second);
  }
  friend constexpr bool operator==(const term_pair&, const term_pair&) = default;
  friend constexpr auto operator<=>(const term_pair&, const term_pair&) = default;
};

/// All pairs of terms that stand in one list, each with the places where it stands. Linear in their
/// number. A template, so that only who differentiates pays the compiler for it.
template <class T>
class pair_places {
 public:
  static constexpr slot none = ~slot{0};
  struct entry {
    term_pair what;
    std::size_t count = 0;
    slot newest = none;  // the last place
  };
  struct place {
    slot list, before;  // the place before, of the same pair
  };

  constexpr pair_places(const buffer<term_list>& lists_, std::size_t size_)
      : number_(number_in(lists_, size_)),
        mask_(std::bit_ceil(2 * number_ + 1) - 1),
        table_(mask_ + 1),
        entries_(number_),
        places_(number_) {
    for (slot n = 0; n < size_; ++n) {
      const auto& l = lists_[n];
      for (std::size_t a = 0; a < l.size; ++a) {
        for (std::size_t b = a + 1; b < l.size; ++b) add({l.what, l.terms[a], l.terms[b]}, n);
      }
    }
  }

  [[nodiscard]] constexpr const place& operator[](slot at) const { return places_[at]; }

  /// The pairs that stand in more than one place, the most frequent first.
  [[nodiscard]] constexpr std::vector<entry> frequent() const {
    std::vector<entry> result;
    for (std::size_t i = 0; i < known_; ++i) {
      if (entries_[i].count > 1) result.push_back(entries_[i]);
    }
    std::sort(result.begin(), result.end(), [](const entry& a_, const entry& b_) {
      return a_.count > b_.count || (a_.count == b_.count && a_.what < b_.what);
    });
    return result;
  }

 private:
  static constexpr std::size_t number_in(const buffer<term_list>& lists, std::size_t size) {
    std::size_t number = 0;
    for (std::size_t n = 0; n < size; ++n) number += lists[n].size * (lists[n].size - 1) / 2;
    return number;
  }

  constexpr void add(const term_pair& pair, slot list) {
    std::size_t at = pair.hash() & mask_;
    while (table_[at] != 0 && entries_[table_[at] - 1].what != pair) at = (at + 1) & mask_;
    if (table_[at] == 0) {
      entries_[known_].what = pair;
      table_[at] = static_cast<slot>(++known_);
    }
    auto& known = entries_[table_[at] - 1];
    places_[next_] = {list, known.newest};
    known.newest = next_++;
    ++known.count;
  }

  std::size_t number_, mask_, known_ = 0;
  slot next_ = 0;
  buffer<slot> table_;  // of hashes: entry + 1, 0 where nothing is
  buffer<entry> entries_;
  buffer<place> places_;
};

}  // namespace ctgrad::detail
