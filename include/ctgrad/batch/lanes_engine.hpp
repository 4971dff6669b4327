// How ops are applied to lanes: on registers if the text of the op works there, else lane by lane.
#pragma once

#include <ctgrad/batch/lane_mask.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/power.hpp>

#include <cstddef>
#include <type_traits>

namespace ctgrad {

/// The engine of lanes<T> and lane_mask<T>. Predicates give masks, all other ops lanes.
template <class T>
struct lanes_engine : detail::inlined {
  using scalar = T;
  using number = lanes<T>;
  struct own_operators {};  // see batch/lane_operators.hpp
  template <class Op, class... X>
  using result = std::conditional_t<is_predicate<Op>, lane_mask<T>, number>;

  template <class Op, class... X>
  CTGRAD_RECORD static result<Op, X...> apply(const X&... x) {
    if constexpr (std::is_same_v<Op, ops::where>) {
      return choose(x...);
    } else if constexpr (std::is_same_v<Op, ops::integer_power>) {
      return integer_power(x...);
    } else if constexpr (Op::lanewise) {
      return result<Op, X...>(Op::value(lift(x)...));
    } else {
      return result<Op, X...>(lane_by_lane<Op>(lift(x)...));
    }
  }

 private:
  CTGRAD_RECORD static const number& lift(const number& x) { return x; }
  CTGRAD_RECORD static number lift(const auto& x) { return number(x); }
  CTGRAD_RECORD static const lane_mask<T>& truth(const lane_mask<T>& c) { return c; }
  CTGRAD_RECORD static lane_mask<T> truth(const number& c) { return lane_mask<T>(c); }
  CTGRAD_RECORD static lane_mask<T> truth(const auto& c) { return lane_mask<T>(c != 0); }

  CTGRAD_RECORD static number choose(const auto& c, const auto& a, const auto& b) {
    return number(select(truth(c).bits(), lift(a).numbers(), lift(b).numbers()));
  }

  /// Multiplied out as on numbers where one whole number n is meant.
  template <class N>
  CTGRAD_RECORD static number integer_power(const auto& x, const N& n) {
    if constexpr (std::is_arithmetic_v<N>) {
      if (n <= 64 && n >= -64) return ops::integer_power::value(lift(x), n);
    } else {
      const T first = lift(n)[0];
      if (all(lift(n) == first) && first <= 64 && first >= -64) {
        return ops::integer_power::value(lift(x), first);
      }
    }
    return lane_by_lane<ops::integer_power>(lift(x), lift(n));
  }

  /// A copy of the numbers, to take one from.
  struct row {
    CTGRAD_RECORD explicit row(const number& x) { x.store(numbers); }
    T numbers[number::size];
  };
  template <class Op, class... X>
  CTGRAD_RECORD static number lane_by_lane(const X&... x) {
    return each<Op>(row(x)...);
  }
  template <class Op>
  CTGRAD_RECORD static number each(const auto&... x) {
    T y[number::size];
    for (std::size_t i = 0; i < number::size; ++i)
      y[i] = static_cast<T>(Op::value(x.numbers[i]...));
    return number::load(y);
  }
};

}  // namespace ctgrad
