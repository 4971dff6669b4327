// What a sweep does to adjoints. One that nothing has contributed to is -0.0, see tape.hpp.
#pragma once

#include <ctgrad/diff/underlying.hpp>
#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/comparison.hpp>

#include <cmath>

namespace ctgrad::detail {

template <class T>
struct adjoint_rule {
  static T untouched() { return T(-0.0); }
  static bool is_untouched(const T& adjoint) {
    using std::signbit;  // that of a number class is found by argument
    return adjoint == 0 && signbit(adjoint);
  }
  /// What is read of an adjoint: nothing is 0.
  static T finished(const T& adjoint) { return adjoint + T{}; }
  /// What flows to an operand. + 0: a contributed zero is never -0.0.
  static void contribute(T& to, const T& partial, const T& adjoint) {
    to += partial * adjoint + T{};
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
  static void contribute(T& to, const T& partial, const T& adjoint) {
    if (is(1, adjoint)) {
      add(to, partial);
    } else {
      add(to, is(1, partial) ? adjoint : partial * adjoint);
    }
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
