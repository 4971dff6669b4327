// Sums of numbers and products: no term is stored before it is added, and sums behind each other
// are one step.
//
// Terms are added from left to right, as the program does it; a product is rounded before it is
// added or not, as multiply_add says (lanes.hpp).
#pragma once

#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/batch/step.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace ctgrad::detail {

template <class T>
CTGRAD_INLINE lanes<T> register_at(const T* slots, offset slot, std::size_t r) {
  return lanes<T>::load(slots + slot + r * lanes<T>::size);
}

template <class T>
CTGRAD_INLINE lanes<T> caller_at(const frame<T>& f, offset input, std::size_t r) {
  return lanes<T>::load(f.inputs[input].data + f.from + r * lanes<T>::size);
}

/// Terms of one kind and sign.
template <addend_kind Kind, bool Negative>
struct addends_of {
  /// A term by itself.
  template <class T>
  static CTGRAD_INLINE lanes<T> alone(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (is_product) {
      return signed_(first(f, t, r) * second(f, t, r));
    } else {
      return signed_(first(f, t, r));
    }
  }

  /// total + the term.
  template <class T>
  static CTGRAD_INLINE lanes<T> added(const lanes<T>& total, const frame<T>& f, const addend& t,
                                      std::size_t r) {
    if constexpr (is_product) {
      return multiply_add(signed_(first(f, t, r)), second(f, t, r), total);
    } else {
      return Negative ? total - first(f, t, r) : total + first(f, t, r);
    }
  }

 private:
  static constexpr bool is_product = Kind >= addend_kind::lane_by_shared;
  static constexpr bool begins_with_input =
      Kind == addend_kind::input || Kind == addend_kind::input_by_shared;

  static CTGRAD_INLINE auto signed_(const auto& x) {
    if constexpr (Negative) {
      return -x;
    } else {
      return x;
    }
  }
  template <class T>
  static CTGRAD_INLINE lanes<T> first(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (Kind == addend_kind::shared) {
      return lanes<T>(f.shared[t.a]);
    } else if constexpr (begins_with_input) {
      return caller_at(f, t.a, r);
    } else if constexpr (Kind == addend_kind::difference_squared) {
      return register_at(f.slots, t.a, r) - lanes<T>(f.shared[t.b]);
    } else {
      return register_at(f.slots, t.a, r);
    }
  }
  template <class T>
  static CTGRAD_INLINE lanes<T> second(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (Kind == addend_kind::lane_by_lane) {
      return register_at(f.slots, t.b, r);
    } else if constexpr (Kind == addend_kind::lane_by_input) {
      return caller_at(f, t.b, r);
    } else if constexpr (Kind == addend_kind::difference_squared) {
      return first(f, t, r);
    } else if constexpr (Kind == addend_kind::lane_by_difference) {
      return register_at(f.slots, t.b, r) - lanes<T>(f.shared[t.c]);
    } else {
      return lanes<T>(f.shared[t.b]);
    }
  }
};

/// Calls body(r) for r = 0 ... N - 1, each a constant, so that what it indexes is kept in
/// registers.
template <std::size_t N, class Body>
CTGRAD_INLINE void for_registers(Body&& body) {
  [&]<std::size_t... R>(std::index_sequence<R...>) CTGRAD_INLINE_LAMBDA {
    (body(std::integral_constant<std::size_t, R>{}), ...);
  }(std::make_index_sequence<N>{});
}

/// Sums in N registers, the first of which is number `first`.
template <std::size_t N, class T>
struct sums_of_registers {
  const frame<T> f;  // a copy, in registers: what is stored cannot have changed it
  const std::size_t first;
  std::array<lanes<T>, N> total{};

  /// A sum begins with the addend.
  template <addend_kind Kind, bool Negative>
  CTGRAD_INLINE void begin(const addend*& t) {
    for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA {
      total[r_] = addends_of<Kind, Negative>::alone(f, *t, first + r_);
    });
    ++t;
  }
  /// It is added, with all that follow and are of the same kind.
  template <addend_kind Kind, bool Negative>
  CTGRAD_INLINE void add(const addend*& t) {
    do {
      for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA {
        total[r_] = addends_of<Kind, Negative>::added(total[r_], f, *t, first + r_);
      });
    } while ((++t)->code == code_of(Kind, Negative, addend_use::add));
  }
  CTGRAD_INLINE void store(const addend*& t) {
    for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA {
      total[r_].store(f.slots + t->to + (first + r_) * lanes<T>::size);
    });
    ++t;
  }
  CTGRAD_INLINE void negate(const addend*& t) {
    for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA { total[r_] = -total[r_]; });
    ++t;
  }
  /// In the last register of a block, only those lanes count that are points.
  CTGRAD_INLINE void reduce(const addend*& t) {
    T* const to = f.totals + t->to;
    lanes<T> all = lanes<T>::load(to), other(0);
    for_registers<N - 1>([&](auto r_) CTGRAD_INLINE_LAMBDA {
      lanes<T>& sum = r_ % 2 == 0 ? all : other;
      sum = sum + total[r_];
    });
    const bool full = (first + N) * lanes<T>::size <= f.points;
    other = other + (full ? total[N - 1] : where(f.counts, total[N - 1], T(0)));
    (all + other).store(to);
    ++t;
  }
};

/// Every addend goes to a total of its own, of all points: the registers of a block one after the
/// other. In the last one, only those lanes count that are points.
template <std::size_t N, class T>
struct totals_of_registers {
  const frame<T> f;
  const std::size_t first;
  const bool full;

  template <addend_kind Kind, bool Negative>
  CTGRAD_INLINE void add(const addend*& t) const {
    using addends = addends_of<Kind, Negative>;
    do {
      T* const to = f.totals + t->to;
      lanes<T> total = lanes<T>::load(to), other(0);
      for_registers<N - 1>([&](auto r_) CTGRAD_INLINE_LAMBDA {
        lanes<T>& sum = r_ % 2 == 0 ? total : other;
        sum = addends::added(sum, f, *t, first + r_);
      });
      if (full) {
        other = addends::added(other, f, *t, first + N - 1);
      } else {
        other = other + where(f.counts, addends::alone(f, *t, first + N - 1), T(0));
      }
      total = total + other;
      total.store(to);
    } while ((++t)->code == code_of(Kind, Negative, addend_use::add));
  }
};

// A case for every kind and sign of an addend.
#define CTGRAD_ADDENDS(use, function, kind)                \
  case code_of(addend_kind::kind, false, addend_use::use): \
    sums.template function<addend_kind::kind, false>(t);   \
    break;                                                 \
  case code_of(addend_kind::kind, true, addend_use::use):  \
    sums.template function<addend_kind::kind, true>(t);    \
    break;
#define CTGRAD_ALL_ADDENDS(use, function)           \
  CTGRAD_ADDENDS(use, function, shared)             \
  CTGRAD_ADDENDS(use, function, lane)               \
  CTGRAD_ADDENDS(use, function, input)              \
  CTGRAD_ADDENDS(use, function, lane_by_shared)     \
  CTGRAD_ADDENDS(use, function, lane_by_lane)       \
  CTGRAD_ADDENDS(use, function, input_by_shared)    \
  CTGRAD_ADDENDS(use, function, lane_by_input)      \
  CTGRAD_ADDENDS(use, function, difference_squared) \
  CTGRAD_ADDENDS(use, function, lane_by_difference)

template <std::size_t N, class T>
void run_sums(const step<T>& s, const frame<T>& f, std::size_t first) {
  sums_of_registers<N, T> sums{f, first};
  for (const addend* t = f.addends + s.first_addend;;) {
    switch (t->code) {
      CTGRAD_ALL_ADDENDS(begin, begin)
      CTGRAD_ALL_ADDENDS(add, add)
      case store_sum:
        sums.store(t);
        break;
      case negate_sum:
        sums.negate(t);
        break;
      case add_to_total:
        sums.reduce(t);
        break;
      default:
        return;
    }
  }
}

template <std::size_t N, class T>
void run_totals(const step<T>& s, const frame<T>& f, std::size_t first) {
  const totals_of_registers<N, T> sums{f, first, (first + N) * lanes<T>::size <= f.points};
  for (const addend* t = f.addends + s.first_addend;;) {
    switch (t->code) {
      CTGRAD_ALL_ADDENDS(add, add)
      default:
        return;
    }
  }
}
#undef CTGRAD_ALL_ADDENDS
#undef CTGRAD_ADDENDS

/// Calls run(N, first) for all registers of a block, as many at once as there are functions for.
template <class Run>
CTGRAD_INLINE void by_registers(std::size_t registers, Run&& run) {
  static_assert(longest_block == 8);
  std::size_t first = 0;
  if (registers == 8) return run(std::integral_constant<std::size_t, 8>{}, first);
  if (registers >= 4) run(std::integral_constant<std::size_t, 4>{}, std::exchange(first, 4));
  switch (registers - first) {
    case 1:
      return run(std::integral_constant<std::size_t, 1>{}, first);
    case 2:
      return run(std::integral_constant<std::size_t, 2>{}, first);
    case 3:
      return run(std::integral_constant<std::size_t, 3>{}, first);
    default:
      return;
  }
}

/// Sums as the contents of slots, or added to totals: what cancels at a point cancels there, and
/// not among the totals.
template <class T>
void sum_block(const step<T>& s, const frame<T>& f) {
  by_registers(f.registers, [&](auto n_, std::size_t first_) { run_sums<n_>(s, f, first_); });
}

/// Totals of single addends.
template <class T>
void totals_block(const step<T>& s, const frame<T>& f) {
  by_registers(f.registers, [&](auto n_, std::size_t first_) { run_totals<n_>(s, f, first_); });
}

}  // namespace ctgrad::detail
