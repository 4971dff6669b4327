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
CTGRAD_INLINE lanes<T> register_at(const frame<T>& f, position slot, std::size_t r) {
  return lanes<T>::load(f.slots + slot + r * lanes<T>::size);
}

/// Terms of one kind and sign.
template <addend_kind Kind, bool Negative>
struct addends_of {
  /// A term by itself.
  template <class T>
  static CTGRAD_INLINE lanes<T> alone(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (Kind == addend_kind::shared) {
      return lanes<T>(signed_(f.shared[t.a]));
    } else if constexpr (Kind == addend_kind::lane) {
      return signed_(register_at(f, t.a, r));
    } else {
      return signed_(register_at(f, t.a, r) * factor(f, t, r));
    }
  }

  /// total + the term.
  template <class T>
  static CTGRAD_INLINE lanes<T> added(const lanes<T>& total, const frame<T>& f, const addend& t,
                                      std::size_t r) {
    if constexpr (Kind == addend_kind::shared || Kind == addend_kind::lane) {
      return total + alone(f, t, r);
    } else {
      return multiply_add(signed_(register_at(f, t.a, r)), factor(f, t, r), total);
    }
  }

 private:
  static CTGRAD_INLINE auto signed_(const auto& x) {
    if constexpr (Negative) {
      return -x;
    } else {
      return x;
    }
  }
  template <class T>
  static CTGRAD_INLINE lanes<T> factor(const frame<T>& f, const addend& t, std::size_t r) {
    if constexpr (Kind == addend_kind::lane_by_shared) {
      return lanes<T>(f.shared[t.b]);
    } else {
      return register_at(f, t.b, r);
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
    case addend_kind::lane_by_shared:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane_by_shared>{});
    case addend_kind::lane_by_lane:
      return signed_(std::integral_constant<addend_kind, addend_kind::lane_by_lane>{});
  }
}

/// The sum of a step at N registers from the r-th on.
template <std::size_t N, class T>
CTGRAD_INLINE std::array<lanes<T>, N> sum_at(const step<T>& s, const frame<T>& f, std::size_t r) {
  std::array<lanes<T>, N> total;
  const addend* t = f.addends + s.first_addend;
  const addend_run* run = f.runs + s.first_run;
  with_addends_of(*run, [&](auto addends_) CTGRAD_INLINE_LAMBDA {
    for (std::size_t k = 0; k < N; ++k) total[k] = addends_.alone(f, *t, r + k);
  });
  const addend* end = t++;
  for (const addend_run* const last = run + s.runs; run != last; ++run) {
    end += run->addends;
    with_addends_of(*run, [&](auto addends_) CTGRAD_INLINE_LAMBDA {
      for (; t != end; ++t) {
        for (std::size_t k = 0; k < N; ++k) total[k] = addends_.added(total[k], f, *t, r + k);
      }
    });
  }
  return total;
}

template <std::size_t N, class T>
void sum_of_registers(const step<T>& s, const frame<T>& f) {
  const auto total = sum_at<N>(s, f, 0);
  for (std::size_t k = 0; k < N; ++k) total[k].store(f.slots + s.to + k * lanes<T>::size);
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

/// The sum in the last register of a block, 0 where there is no point.
template <class T>
lanes<T> sum_in_part(const step<T>& s, const frame<T>& f, std::size_t r) {
  T numbers[lanes<T>::size];
  sum_at<1>(s, f, r)[0].store(numbers);
  for (std::size_t i = f.points - r * lanes<T>::size; i < lanes<T>::size; ++i) numbers[i] = 0;
  return lanes<T>::load(numbers);
}

/// A sum that is added to a total of all points: the registers of a block one after the other.
template <class T>
void total_block(const step<T>& s, const frame<T>& f) {
  T* const to = f.totals + s.to;
  lanes<T> total = lanes<T>::load(to);
  const std::size_t full = f.points / lanes<T>::size;
  const addend* t = f.addends + s.first_addend;
  for (std::uint32_t i = 0; i < s.runs; ++i) {
    const addend_run& run = f.runs[s.first_run + i];
    const addend* const end = t + run.addends;
    with_addends_of(run, [&](auto addends_) CTGRAD_INLINE_LAMBDA {
      for (; t != end; ++t) {
        for (std::size_t r = 0; r < full; ++r) total = addends_.added(total, f, *t, r);
      }
    });
  }
  if (full != f.registers) total = total + sum_in_part(s, f, full);
  total.store(to);
}

}  // namespace ctgrad::detail
