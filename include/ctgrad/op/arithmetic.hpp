// + - * / and the sign.
#pragma once

#include <ctgrad/op/op.hpp>

namespace ctgrad {
namespace ops {

/// d(a + b) = da + db
struct add : op<"add", 2> {
  static constexpr notation written{"+", 10, true};
  static constexpr bool commutative = true, exact = true;
  static constexpr auto value(const auto& a, const auto& b) { return a + b; }
  static constexpr auto partials(const auto&, const auto&, const auto&) { return std::tuple{1, 1}; }
};

/// d(a - b) = da - db
struct subtract : op<"subtract", 2> {
  static constexpr notation written{"-", 10};
  static constexpr bool exact = true;
  static constexpr auto value(const auto& a, const auto& b) { return a - b; }
  static constexpr auto partials(const auto&, const auto&, const auto&) {
    return std::tuple{1, -1};
  }
};

/// d(a b) = b da + a db
struct multiply : op<"multiply", 2> {
  static constexpr notation written{"*", 20, true};
  static constexpr bool commutative = true, exact = true;
  static constexpr auto value(const auto& a, const auto& b) { return a * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{b, a};
  }
};

/// d(a / b) = 1/b da - y/b db. The form y/b cannot overflow where a/b² would.
struct divide : op<"divide", 2> {
  static constexpr notation written{"/", 20};
  static constexpr bool exact = true;
  static constexpr auto value(const auto& a, const auto& b) { return a / b; }
  static constexpr auto partials(const auto&, const auto& b, const auto& y) {
    return std::tuple{1 / b, -(y / b)};
  }
};

/// d(-a) = -da
struct negate : op<"negate", 1> {
  static constexpr notation written{"-", 25};
  static constexpr bool exact = true;
  static constexpr auto value(const auto& a) { return -a; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{-1}; }
};

}  // namespace ops

template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::add, A, B> operator+(const A& a, const B& b) {
  return apply<ops::add>(a, b);
}

template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::subtract, A, B> operator-(const A& a, const B& b) {
  return apply<ops::subtract>(a, b);
}

template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::multiply, A, B> operator*(const A& a, const B& b) {
  return apply<ops::multiply>(a, b);
}

template <class A, class B>
  requires operands<A, B>
constexpr applied<ops::divide, A, B> operator/(const A& a, const B& b) {
  return apply<ops::divide>(a, b);
}

template <active A>
constexpr applied<ops::negate, A> operator-(const A& a) {
  return apply<ops::negate>(a);
}

template <active A>
constexpr A operator+(const A& a) {
  return a;
}

namespace detail {

/// Compound assignment: both operands are taken before anything is written, so `x *= x` is x².
template <class A, class Result>
constexpr A& assign(A& a, const Result& result) {
  constexpr bool same_kind = std::is_assignable_v<A&, const Result&>;
  static_assert(same_kind,
                "[ctgrad-E17] a formula cannot be reassigned (x += y), because its type is what it "
                "computes: give the result a name of its own, or differentiate a function instead");
  if constexpr (same_kind) a = result;
  return a;
}

}  // namespace detail

template <active A, operand B>
constexpr A& operator+=(A& a, const B& b) {
  return detail::assign(a, a + b);
}

template <active A, operand B>
constexpr A& operator-=(A& a, const B& b) {
  return detail::assign(a, a - b);
}

template <active A, operand B>
constexpr A& operator*=(A& a, const B& b) {
  return detail::assign(a, a * b);
}

template <active A, operand B>
constexpr A& operator/=(A& a, const B& b) {
  return detail::assign(a, a / b);
}

}  // namespace ctgrad
