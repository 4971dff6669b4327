// Functions with kinks: where, relu, abs, sign, copysign, min, max, fmin, fmax, fdim, clamp.
//
// Conventions at the kinks: relu'(0) = 0 and abs'(0) = 0, the element of least norm between the
// slopes on both sides; max and min share a tie, one half each, so that the order of the arguments
// does not matter. A partial of the form where(c, p, 0) makes an operand inactive where c is
// false: it then contributes exactly 0, whatever NaN or infinity its own derivative is.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/comparison.hpp>

#include <cmath>

namespace ctgrad {
namespace ops {

/// where(c, a, b) is a if c holds, otherwise b. The branch not taken contributes exactly 0.
struct where : op<"where", 3> {
  static constexpr bool exact = true;
  template <class C, class A, class B>
  static constexpr std::common_type_t<A, B> value(const C& c, const A& a, const B& b) {
    using result = std::common_type_t<A, B>;
    return static_cast<bool>(c) ? static_cast<result>(a) : static_cast<result>(b);
  }
  static constexpr auto partials(const auto& c, const auto&, const auto&, const auto&) {
    return std::tuple{0, apply<where>(c, 1, 0), apply<where>(c, 0, 1)};
  }
};

}  // namespace ops

/// where(condition, a, b): a where the condition holds, b elsewhere, for numbers, symbols,
/// formulas and Values alike. Both a and b are evaluated.
template <operand C, operand A, operand B, nothing... Yield>
constexpr applied<ops::where, C, A, B> where(const C& c, const A& a, const B& b, Yield...) {
  return apply<ops::where>(c, a, b);
}

namespace detail {

/// What an operand of max or min gets of a tie.
template <class A>
constexpr auto share(const A& a, const auto& b) {
  return ctgrad::where(a == b, scalar_of<A>(0.5), scalar_of<A>(1));
}

}  // namespace detail

namespace ops {

/// relu(x) = x for x > 0, else 0. d relu = 1 for x > 0, else 0.
struct relu : op<"relu", 1> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return u < 0 ? 0 : u; }";
  static constexpr auto value(const auto& x) { return ctgrad::where(x < 0, 0, x); }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{ctgrad::where(x > 0, 1, 0)};
  }
};

/// d|x| = -1, 0 or 1
struct abs : op<"abs", 1> {
  static constexpr std::string_view latex = "\\left|#1\\right|";
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "std::fabs";
  static constexpr auto value(const auto& x) { return ctgrad::where(x <= 0, 0 - x, x); }
  static constexpr auto partials(const auto& x, const auto&) {
    return std::tuple{ctgrad::where(x != 0, ctgrad::where(x < 0, -1, 1), 0)};
  }
};

/// max(a, b), for a NaN as std::max. A tie gives one half to each.
struct max : op<"max", 2> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u, double v) { return u < v ? v : u; }";
  static constexpr auto value(const auto& a, const auto& b) { return ctgrad::where(a < b, b, a); }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    const auto share = detail::share(a, b);
    return std::tuple{ctgrad::where(a >= b, share, 0), ctgrad::where(b >= a, share, 0)};
  }
};

/// min(a, b), for a NaN as std::min. A tie gives one half to each.
struct min : op<"min", 2> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u, double v) { return v < u ? v : u; }";
  static constexpr auto value(const auto& a, const auto& b) { return ctgrad::where(b < a, b, a); }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    const auto share = detail::share(a, b);
    return std::tuple{ctgrad::where(a <= b, share, 0), ctgrad::where(b <= a, share, 0)};
  }
};

/// max(a, b) that takes a NaN for missing data: the other operand is the result, as std::fmax.
struct fmax : op<"fmax", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) { return u < v || u != u ? v : u; }";
  static constexpr auto value(const auto& a, const auto& b) {
    return ctgrad::where(a < b || a != a, b, a);
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    const auto share = detail::share(a, b);
    return std::tuple{ctgrad::where(a >= b || b != b, share, 0),
                      ctgrad::where(b >= a || a != a, share, 0)};
  }
};

/// min(a, b) that takes a NaN for missing data: the other operand is the result, as std::fmin.
struct fmin : op<"fmin", 2> {
  static constexpr bool lanewise = true;
  static constexpr std::string_view cpp =
      "[](double u, double v) { return v < u || u != u ? v : u; }";
  static constexpr auto value(const auto& a, const auto& b) {
    return ctgrad::where(b < a || a != a, b, a);
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    const auto share = detail::share(a, b);
    return std::tuple{ctgrad::where(a <= b || b != b, share, 0),
                      ctgrad::where(b <= a || a != a, share, 0)};
  }
};

/// The positive difference: a - b where a > b, else 0. Both slopes are 0 at a tie.
struct fdim : op<"fdim", 2> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& a, const auto& b) {
    return ctgrad::where(a <= b, 0, a - b);
  }
  static constexpr auto partials(const auto& a, const auto& b, const auto&) {
    return std::tuple{ctgrad::where(a > b, 1, 0), ctgrad::where(a > b, -1, 0)};
  }
};

/// -1, 0 or 1; a zero keeps its sign. The derivative is 0 everywhere, at the jump by convention.
struct sign : op<"sign", 1> {
  static constexpr bool exact = true, lanewise = true;
  static constexpr std::string_view cpp = "[](double u) { return u > 0 ? 1 : u < 0 ? -1 : u; }";
  static constexpr auto value(const auto& x) {
    return ctgrad::where(x > 0, 1, ctgrad::where(x < 0, -1, x));
  }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{0}; }
};

/// |x| with the sign of s. d = sign(x) sign(s) dx, and 0 at x = 0 as for |x|.
struct copysign : op<"copysign", 2> {
  static constexpr bool lanewise = true;
  static constexpr auto value(const auto& x, const auto& s) {
    using std::copysign;
    return copysign(x, s);
  }
  static constexpr auto partials(const auto& x, const auto&, const auto& y) {
    return std::tuple{ctgrad::where(x != 0, ctgrad::where(x == y, 1, -1), 0), 0};
  }
};

}  // namespace ops

/// x for x > 0, else 0. Slope 1 for x > 0, else 0; at the kink 0.
CTGRAD_FUNCTION_1(relu, ops::relu)
/// |x|. Slope -1 or 1; at the kink 0.
CTGRAD_FUNCTION_1(abs, ops::abs)
/// The same as abs.
CTGRAD_FUNCTION_1(fabs, ops::abs)
/// -1, 0 or 1; a zero keeps its sign. Slope 0, also at the jump.
CTGRAD_FUNCTION_1(sign, ops::sign)
/// |x| with the sign of y. Slope sign(x) sign(y) by x, and 0 at x = 0; 0 by y.
CTGRAD_FUNCTION_2(copysign, ops::copysign)
/// The larger of two, for a NaN as std::max. Slopes 1 and 0; a tie gives one half to each.
CTGRAD_FUNCTION_2(max, ops::max)
/// The smaller of two, for a NaN as std::min. Slopes 1 and 0; a tie gives one half to each.
CTGRAD_FUNCTION_2(min, ops::min)
/// The larger of two, of which a NaN is missing data, as std::fmax. Slopes as those of max.
CTGRAD_FUNCTION_2(fmax, ops::fmax)
/// The smaller of two, of which a NaN is missing data, as std::fmin. Slopes as those of min.
CTGRAD_FUNCTION_2(fmin, ops::fmin)
/// x - y where x > y, else 0. Both slopes are 0 at a tie.
CTGRAD_FUNCTION_2(fdim, ops::fdim)

/// x, but not below low and not above high: min(max(x, low), high), shares of ties included.
template <operand X, operand Low, operand High, nothing... Yield>
constexpr auto clamp(const X& x, const Low& low, const High& high, CTGRAD_YIELD) {
  CTGRAD_HERE
  return ctgrad::min(ctgrad::max(x, low), high);
}

// `using std::max; max(a, b)` is how generic code is written. These have std::max's own signature
// and a constraint, so that they are preferred to it.
/// max of two of one type, preferred to std::max after `using std::max`.
template <active X>
constexpr applied<ops::max, X, X> max(const X& a, const X& b CTGRAD_WHERE) {
  CTGRAD_HERE
  return apply<ops::max>(a, b);
}

/// min of two of one type, preferred to std::min after `using std::min`.
template <active X>
constexpr applied<ops::min, X, X> min(const X& a, const X& b CTGRAD_WHERE) {
  CTGRAD_HERE
  return apply<ops::min>(a, b);
}

/// clamp of three of one type, preferred to std::clamp after `using std::clamp`.
template <active X>
constexpr X clamp(const X& x, const X& low, const X& high) {
  return ctgrad::min(ctgrad::max(x, low), high);
}

/// Is x NaN, finite, infinite? A comparison: a bool for numbers and Values, something for `where`
/// to look at otherwise.
template <active X>
constexpr auto isnan(const X& x) {
  return x != x;
}

/// As isnan: neither NaN nor infinite?
template <active X>
constexpr auto isfinite(const X& x) {
  return x - x == 0;
}

/// As isnan: infinite?
template <active X>
constexpr auto isinf(const X& x) {
  return x == x && x - x != 0;
}

}  // namespace ctgrad
