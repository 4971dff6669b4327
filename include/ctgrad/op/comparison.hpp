// Comparisons and their combinations. Their value is true or false, 1 or 0 inside a program, and
// their derivative is 0 wherever it exists. A Value compares to a bool; a symbol or a formula
// compares to something that only `where` can look at.
#pragma once

#include <ctgrad/op/op.hpp>

namespace ctgrad {
namespace ops {

/// An op whose value is true or false.
template <detail::fixed_string Name, int Arity>
struct predicate : op<Name, Arity> {
  static constexpr bool exact = true;
  static constexpr auto partials(const auto&... x_and_y) {
    return detail::zeros(std::make_index_sequence<sizeof...(x_and_y) - 1>{});
  }
};

struct less : predicate<"less", 2> {
  static constexpr notation written{"<", 8};
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a < b; }
};

struct less_equal : predicate<"less_equal", 2> {
  static constexpr notation written{"<=", 8};
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a <= b; }
};

struct greater : predicate<"greater", 2> {
  static constexpr notation written{">", 8};
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a > b; }
};

struct greater_equal : predicate<"greater_equal", 2> {
  static constexpr notation written{">=", 8};
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a >= b; }
};

struct equal : predicate<"equal", 2> {
  static constexpr notation written{"==", 7};
  static constexpr bool commutative = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a == b; }
};

struct not_equal : predicate<"not_equal", 2> {
  static constexpr notation written{"!=", 7};
  static constexpr bool commutative = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a != b; }
};

struct both : predicate<"both", 2> {
  static constexpr notation written{"&&", 5, true};
  static constexpr bool commutative = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a != 0 && b != 0; }
};

struct either : predicate<"either", 2> {
  static constexpr notation written{"||", 4, true};
  static constexpr bool commutative = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a != 0 || b != 0; }
};

struct negation : predicate<"negation", 1> {
  static constexpr notation written{"!", 25};
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a) { return a == 0; }
};

}  // namespace ops

/// An op whose value is true or false.
template <class Op>
concept is_predicate =
    requires(Op op) { []<detail::fixed_string N, int A>(ops::predicate<N, A>&) {}(op); };

/// a < b: a bool for Values and duals, otherwise a condition that `where` looks at. Slopes 0.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::less, A, B> operator<(const A& a, const B& b) {
  return apply<ops::less>(a, b);
}

/// a <= b, as a < b.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::less_equal, A, B> operator<=(const A& a, const B& b) {
  return apply<ops::less_equal>(a, b);
}

/// a > b, as a < b.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::greater, A, B> operator>(const A& a, const B& b) {
  return apply<ops::greater>(a, b);
}

/// a >= b, as a < b.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::greater_equal, A, B> operator>=(const A& a, const B& b) {
  return apply<ops::greater_equal>(a, b);
}

/// a == b, as a < b.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::equal, A, B> operator==(const A& a, const B& b) {
  return apply<ops::equal>(a, b);
}

/// a != b, as a < b.
template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::not_equal, A, B> operator!=(const A& a, const B& b) {
  return apply<ops::not_equal>(a, b);
}

/// A condition that is a bool as soon as it is asked for: && and || on it are those of C++, which
/// do not look at the right side if the left side decides.
template <class X>
concept decided_condition = active<X> && std::is_convertible_v<const X&, bool>;
/// Conditions of which at least one is not a bool yet.
template <class A, class B>
concept undecided_operands = operands<A, B> && !decided_condition<A> && !decided_condition<B>;

// && and || on other conditions evaluate both sides: neither has an effect besides its value.
/// Both conditions; both sides are evaluated unless the first is decided.
template <class A, class B>
  requires undecided_operands<A, B>
constexpr applied<ops::both, A, B> operator&&(const A& a, const B& b) {
  return apply<ops::both>(a, b);
}

/// One of two conditions at least; both sides are evaluated unless the first is decided.
template <class A, class B>
  requires undecided_operands<A, B>
constexpr applied<ops::either, A, B> operator||(const A& a, const B& b) {
  return apply<ops::either>(a, b);
}

/// Not the condition.
template <active A>
  requires(!decided_condition<A>)
constexpr applied<ops::negation, A> operator!(const A& a) {
  return apply<ops::negation>(a);
}

}  // namespace ctgrad
