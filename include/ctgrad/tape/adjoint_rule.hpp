// What a sweep does to adjoints.
//
// An adjoint that nothing has contributed to is -0.0, the number that changes nothing when it is
// added to. It takes no part in the sweep: where a branch was not taken, 0 * inf would be NaN. A
// zero that was contributed is an ordinary zero. So the rule is that of program/adjoint.hpp.
#pragma once

#include <ctgrad/diff/underlying.hpp>
#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/comparison.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>

namespace ctgrad::detail {

template <class T>
struct adjoint_rule {
  static T untouched() { return T(-0.0); }
  static bool is_untouched(const T& adjoint) {
    if constexpr (std::is_same_v<T, double>) {
      return std::bit_cast<std::uint64_t>(adjoint) == std::uint64_t{1} << 63;
    } else {
      using std::signbit;  // that of a number class is found by argument
      return adjoint == 0 && signbit(adjoint);
    }
  }
  /// What is read of an adjoint: nothing is 0.
  static T finished(const T& adjoint) { return adjoint + T{}; }
  /// An adjoint and what flows to it. + 0: a contributed zero is never -0.0. It is added to what
  /// flows, because the adjoint may have to be waited for.
  static T sum(const T& to, const T& partial, const T& adjoint) {
    return to + (partial * adjoint + T{});
  }
  static void add(T& to, const T& more) { to += more; }
};

/// Adjoints that are differentiated themselves, duals or Values: an operation on them costs more
/// than a question, so nothing is multiplied by 1 and nothing is added to 0.
template <active T>
struct adjoint_rule<T> {
  static T untouched() { return T(-0.0); }
  static bool is_untouched(const T& adjoint) {
    return is_constant(adjoint) && number_rule::is_untouched(number_under(adjoint));
  }
  static T finished(const T& adjoint) { return is_untouched(adjoint) ? T{} : adjoint; }
  static T sum(T to, const T& partial, const T& adjoint) {
    if (is(1, adjoint)) {
      add(to, partial);
    } else {
      add(to, is(1, partial) ? adjoint : partial * adjoint);
    }
    return to;
  }
  static void add(T& to, const T& more) {
    if (is_untouched(to)) {
      to = is_constant(more) ? more + T{} : more;
    } else if (!is(0, more)) {
      if constexpr (requires { to.accumulate(more); }) {
        to.accumulate(more);
      } else {
        to = to + more;
      }
    }
  }

 private:
  using number_rule = adjoint_rule<scalar_of<T>>;
  static bool is(int n, const T& x) {
    return is_constant(x) && number_under(x) == static_cast<scalar_of<T>>(n);
  }
};

}  // namespace ctgrad::detail
