// + - * / and the sign; square, inverse, fused multiply-add, interpolation; detach.
#pragma once

#include <ctgrad/op/op.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// d(a + b) = da + db
struct add : op<"add", 2> {
  static constexpr notation written{"+", 10, true};
  static constexpr bool commutative = true, exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a + b; }
  static constexpr auto partials(const auto&, const auto&, const auto&) { return std::tuple{1, 1}; }
};

/// d(a - b) = da - db
struct subtract : op<"subtract", 2> {
  static constexpr notation written{"-", 10};
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a - b; }
  static constexpr auto partials(const auto&, const auto&, const auto&) {
    return std::tuple{1, -1};
  }
};

/// d(a b) = b da + a db
struct multiply : op<"multiply", 2> {
  static constexpr notation written{"*", 20, true};
  static constexpr bool commutative = true, exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a * b; }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{b, a};
  }
};

/// d(a / b) = 1/b da - y/b db. The form y/b cannot overflow where a/b² would.
struct divide : op<"divide", 2> {
  static constexpr notation written{"/", 20};
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) { return a / b; }
  static constexpr auto partials(const auto&, const auto& b, const auto& y) {
    return std::tuple{1 / b, -(y / b)};
  }
};

/// d(-a) = -da
struct negate : op<"negate", 1> {
  static constexpr notation written{"-", 25};
  static constexpr bool exact = true, lanewise = true;
  static constexpr auto value(const auto& a) { return -a; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{-1}; }
};

/// d x² = 2x
struct square : op<"square", 1> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return u * u; }";
  static constexpr auto value(const auto& x) { return x * x; }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{2 * x}; }
  static constexpr auto meaning(const auto& x) { return x * x; }
};

/// d 1/x = -y². At 0 the slope is -inf.
struct inv : op<"inv", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return 1 / u; }";
  static constexpr auto value(const auto& x) { return 1 / x; }
  static constexpr auto partials(const auto&, const auto& y) { return std::tuple{-(y * y)}; }
  static constexpr auto meaning(const auto& x) { return 1 / x; }
};

/// a b + c, rounded once. d = b da + a db + dc
struct fma : op<"fma", 3> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b, const auto& c) {
    using std::fma;
    return fma(a, b, c);
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto&, const auto&) {
    return std::tuple{b, a, 1};
  }
};

/// a + t (b - a), exactly a at t = 0 and b at t = 1. d = (1 - t) da + t db + (b - a) dt
struct lerp : op<"lerp", 3> {
  static constexpr std::string_view cpp =
      "[](double u, double v, double w) {\n"
      "  const double y = std::lerp(u, v, w);\n"
      "  return u == u ? y : y + u;\n"
      "}";
  template <class A, class B, class T>
  static constexpr auto value(const A& a, const B& b, const T& t) {
    if constexpr (std::is_arithmetic_v<A> && std::is_arithmetic_v<B> && std::is_arithmetic_v<T>) {
      const auto result = std::lerp(a, b, t);
      return a == a ? result : result + a;  // libstdc++ loses a NaN
    } else {
      return t == 1 ? b : a + t * (b - a);
    }
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto& t, const auto&) {
    return std::tuple{1 - t, t, b - a};
  }
};

/// x as if it were a constant: its derivative is 0 by decree, not by mathematics.
struct detach : op<"detach", 1> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return u; }";
  static constexpr auto value(const auto& x) { return x; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0}; }
};

}  // namespace ops

/// x². Slope 2x.
CTGRAD_FUNCTION_1(square, ops::square)
/// 1/x. Slope -1/x²; at 0 it is -inf.
CTGRAD_FUNCTION_1(inv, ops::inv)
/// x as if it were a constant: the number of x, and a derivative of 0 by decree.
CTGRAD_FUNCTION_1(detach, ops::detach)
/// x y + z, rounded once, as std::fma. Slopes y, x and 1.
CTGRAD_FUNCTION_3(fma, ops::fma)
/// x + z (y - x), exactly x at z = 0 and y at z = 1, as std::lerp. Slopes 1 - z, z and y - x.
CTGRAD_FUNCTION_3(lerp, ops::lerp)

/// a + b. Slopes 1 and 1.
template <class A, class B>
  requires recorded_operands<A, B>
CTGRAD_RECORD constexpr applied<ops::add, A, B> operator+(const A& a, const B& b) {
  return apply<ops::add>(a, b);
}

/// a - b. Slopes 1 and -1.
template <class A, class B>
  requires recorded_operands<A, B>
CTGRAD_RECORD constexpr applied<ops::subtract, A, B> operator-(const A& a, const B& b) {
  return apply<ops::subtract>(a, b);
}

/// a b. Slopes b and a.
template <class A, class B>
  requires recorded_operands<A, B>
CTGRAD_RECORD constexpr applied<ops::multiply, A, B> operator*(const A& a, const B& b) {
  return apply<ops::multiply>(a, b);
}

/// a/b. Slopes 1/b and -(a/b)/b, which does not overflow where a/b² would.
template <class A, class B>
  requires recorded_operands<A, B>
CTGRAD_RECORD constexpr applied<ops::divide, A, B> operator/(const A& a, const B& b) {
  return apply<ops::divide>(a, b);
}

/// -a. Slope -1.
template <active A>
  requires(!brings_operators<A>)
constexpr applied<ops::negate, A> operator-(const A& a) {
  return apply<ops::negate>(a);
}

/// a itself.
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

/// a becomes a + b.
template <active A, operand B>
  requires(!brings_operators<A>)
constexpr A& operator+=(A& a, const B& b) {
  return detail::assign(a, a + b);
}

/// a becomes a - b.
template <active A, operand B>
  requires(!brings_operators<A>)
constexpr A& operator-=(A& a, const B& b) {
  return detail::assign(a, a - b);
}

/// a becomes a * b.
template <active A, operand B>
  requires(!brings_operators<A>)
constexpr A& operator*=(A& a, const B& b) {
  return detail::assign(a, a * b);
}

/// a becomes a / b.
template <active A, operand B>
  requires(!brings_operators<A>)
constexpr A& operator/=(A& a, const B& b) {
  return detail::assign(a, a / b);
}

}  // namespace ctgrad
