// Sums of numbers and products as one step: no term is stored before it is added.
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
CTGRAD_INLINE lanes<T> register_at(const frame<T>& f, offset slot, std::size_t r) {
  return lanes<T>::load(f.slots + slot + r * lanes<T>::size);
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
    } else {
      return register_at(f, t.a, r);
    }
  }
  template <class T>
  static CTGRAD_INLINE lanes<T> second(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (Kind == addend_kind::lane_by_lane) {
      return register_at(f, t.b, r);
    } else if constexpr (Kind == addend_kind::lane_by_input) {
      return caller_at(f, t.b, r);
    } else {
      return lanes<T>(f.shared[t.b]);
    }
  }
};

/// Calls body(addends_of<...>{}) for the kind and sign of a run.
template <class Body>
CTGRAD_INLINE void with_addends_of(const addend_run& run, Body&& body) {
  const auto signed_ = [&]<addend_kind Kind>(std::integral_constant<addend_kind, Kind>)
      CTGRAD_INLINE_LAMBDA {
    run.negative ? body(addends_of<Kind, true>{}) : body(addends_of<Kind, false>{});
  };
  switch (run.kind) {
    case addend_kind::shared:
      return signed_(std::integral_constant<addend_kind, addend_kind::shared>{});
    case addend_kind::lane:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane>{});
    case addend_kind::input:
      return signed_(std::integral_constant<addend_kind, addend_kind::input>{});
    case addend_kind::lane_by_shared:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane_by_shared>{});
    case addend_kind::lane_by_lane:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane_by_lane>{});
    case addend_kind::input_by_shared:
      return signed_(std::integral_constant<addend_kind, addend_kind::input_by_shared>{});
    case addend_kind::lane_by_input:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane_by_input>{});
  }
}

/// Calls body(addends_of<...>{}, t) for the addends of a step behind the first `begin`, which are
/// at most those of its first run.
template <class T, class Body>
CTGRAD_INLINE void for_addends(const step<T>& s, const frame<T>& f, std::size_t begin,
                               Body&& body) {
  const addend* end = f.addends + s.first_addend;
  const addend* t = end + begin;
  for (std::uint32_t i = 0; i < s.runs; ++i) {
    const addend_run& run = f.runs[s.first_run + i];
    end += run.addends;
    with_addends_of(run, [&](auto addends_) CTGRAD_INLINE_LAMBDA {
      for (; t != end; ++t) body(addends_, *t);
    });
  }
}

/// Calls body(r) for r = 0 ... N - 1, each a constant, so that what it indexes is kept in registers.
template <std::size_t N, class Body>
CTGRAD_INLINE void for_registers(Body&& body) {
  [&]<std::size_t... R>(std::index_sequence<R...>) CTGRAD_INLINE_LAMBDA {
    (body(std::integral_constant<std::size_t, R>{}), ...);
  }(std::make_index_sequence<N>{});
}

template <std::size_t N, class T>
void sum_of_registers(const step<T>& s, const frame<T>& f) {
  std::array<lanes<T>, N> total;
  with_addends_of(f.runs[s.first_run], [&](auto addends_) CTGRAD_INLINE_LAMBDA {
    const addend& t = f.addends[s.first_addend];
    for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA { total[r_] = addends_.alone(f, t, r_); });
  });
  for_addends(s, f, 1, [&](auto addends_, const addend& t_) CTGRAD_INLINE_LAMBDA {
    for_registers<N>(
        [&](auto r_) CTGRAD_INLINE_LAMBDA { total[r_] = addends_.added(total[r_], f, t_, r_); });
  });
  for_registers<N>([&](auto r_) CTGRAD_INLINE_LAMBDA {
    total[r_].store(f.slots + s.to + r_ * lanes<T>::size);
  });
}

/// Every addend goes to a total of its own, of all points: the registers of a block one after the
/// other. In the last one, only those lanes count that are points.
template <std::size_t N, class T>
void totals_of_registers(const step<T>& s, const frame<T>& f) {
  const bool full = f.points == N * lanes<T>::size;
  const auto counts = f.counts;
  for_addends(s, f, 0, [&](auto addends_, const addend& t_) CTGRAD_INLINE_LAMBDA {
    T* const to = f.totals + t_.to;
    lanes<T> total = lanes<T>::load(to);
    for (std::size_t r = 0; r + 1 < N; ++r) total = addends_.added(total, f, t_, r);
    if (full) {
      total = addends_.added(total, f, t_, N - 1);
    } else {
      total = total + where(counts, addends_.alone(f, t_, N - 1), T(0));
    }
    total.store(to);
  });
}

/// A sum as the contents of a slot.
template <class T>
void sum_block(const step<T>& s, const frame<T>& f) {
  static_assert(longest_block == 4);
  switch (f.registers) {
    case 1:
      return sum_of_registers<1>(s, f);
    case 2:
      return sum_of_registers<2>(s, f);
    case 3:
      return sum_of_registers<3>(s, f);
    default:
      return sum_of_registers<4>(s, f);
  }
}

/// Addends of totals.
template <class T>
void totals_block(const step<T>& s, const frame<T>& f) {
  switch (f.registers) {
    case 1:
      return totals_of_registers<1>(s, f);
    case 2:
      return totals_of_registers<2>(s, f);
    case 3:
      return totals_of_registers<3>(s, f);
    default:
      return totals_of_registers<4>(s, f);
  }
}

}  // namespace ctgrad::detail
