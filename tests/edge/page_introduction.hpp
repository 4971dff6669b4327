// The prose of docs/derivatives.md: what holds for all ops.
#pragma once

namespace edge {

inline constexpr const char* introduction = R"(# Derivatives

What every function of ctgrad computes, what its derivative is, how accurate that derivative is,
and what happens where mathematics leaves a choice. All of this is tested: the tables are data in
[tests/edge](../tests/edge), this page is printed from them, and a test fails when the page and
the data, or the data and the library, disagree. One rule per function serves every engine, so
what stands here holds for formulas, for functions differentiated at compile time, for `Value`,
for `dual`, for interpreted programs and for functions differentiated at run time (`dynamic(f)`)
alike, in derivatives of any order. (A function of a range takes numbers, symbols, duals or Values,
not formulas, each of which has a type of its own.)

## Conventions

**Where a function has a kink, the derivative lies between the slopes on both sides, chosen so
that nothing surprising follows.** `abs` and `relu` have slope 0 at 0, the element of least norm.
A tie of `max`, `min`, `fmax` or `fmin` gives one half to each operand, so the order of the
operands does not matter and `max(x, x)` has slope 1; `clamp` at a bound shares in the same way,
and `fdim` at a tie gives 0 to both. `hypot` and `norm` at the origin, the tip of a cone, have
slope 0.

**Where a function jumps, its derivative is 0.** `floor`, `ceil`, `round`, `trunc`, `rint`, `sign`
and comparisons are constant between their jumps, and the jump itself contributes nothing. `fmod`
and `remainder` at a jump have the slopes of the side that their value is on.

**Where a slope is infinite, it is infinite.** `sqrt`, `cbrt` and `log` have slope +inf at +0,
`rsqrt` -inf, `asin` and `atanh` +inf at ±1, `logit` +inf at 0 and 1, `log1m_exp` -inf at 0.
Nothing is clipped to a large number or to 0.

**Powers.** `pow(x, n)` with an integer n is repeated multiplication, exact for negative bases.
`pow(x, p)` with an exponent that is not active never evaluates log(x). x^0 is 1 with slope 0, at
x = 0, inf and NaN too. At x = 0 the slope by x is 0 for p > 1, 1 for p = 1, +inf for 0 < p < 1
and that of IEEE pow for p < 0. By an active p the slope is x^p log(x): 0 at x = 0 for p > 0, and
NaN for p ≤ 0 there and for every x < 0, where x^p has no neighbours.

**What is not active contributes exactly 0.** The branch of `where` that is not taken, and an
operand that is not differentiated, add nothing to a gradient, whatever NaN or infinity their own
derivatives are; this holds in every engine and for second derivatives.

**Everything else is IEEE arithmetic.** 0 · inf is NaN, inf/inf is NaN, an overflow is inf. The
value at NaN is NaN, but for the exceptions of IEEE and of the standard library: x^0, 1^p, `hypot`
with an infinity, comparisons, `max` and `min` (which return the first operand), and `fmax` and
`fmin`, which take a NaN for missing data and give everything to the other operand. Pieces that
are linear keep their finite slope at NaN (`relu` has 0). Outside of its domain a function is NaN,
and its derivative is what the formula says: log(-1) is NaN, 1/x is -1.

**Functions of functions.** Factors of a derivative may be multiplied in another order by another
engine, and quotients by the same divisor brought together. Where an infinite slope meets a slope of
0 or an infinite one of the other sign, as in sqrt(y (y + 2)) at 0, one engine may so have an
infinity where another has NaN; and where a product of some of the factors leaves the range of the
numbers, one may have lost a result that another still has.

**The sign of a zero** counts in values. Of a derivative that is 0 it is not specified. Where a slope
at 0 is infinite, -0 is a point of its own: the slope there is what the formula gives, -inf for
`sqrt` (-0 divides as in 1/x) and `log`, +inf for `cbrt`.

## Accuracy

The column *worst ulp* is the largest error of a derivative in units of the last place of the true
derivative, for double, over at least 300 points: logarithmically spaced, up to the ends of the
domain or of double, and close to singularities and roots. The truth is a central difference of
the value alone, in 100-digit arithmetic (400 where 100 do not resolve it), so no formula for a
derivative judges another. The numbers were measured with glibc's functions on x86-64, without
contraction of multiplications and additions; a test keeps them from growing, and from being
stated larger than they are. 0 says that the derivative is exact, 0.5 that it is correctly
rounded.

Near a zero of a derivative that is a difference of larger terms, no formula in double has the
digits of the truth. The notes name these *cancelling terms* where there are any; where the sum of
their magnitudes is more than twice the derivative, the error is counted in ulps of that sum, and
nowhere else.

## Reading the rows

Below each table are the rows that the tests hold every engine to: a call, its value, its
derivatives (by each operand in order; — for an operand that is never active). They were computed
from mathematics and from the conventions above, not by running the rules. `1+ε` and `1-ε/2` are
the neighbours of 1, `min` and `max` the smallest normal and the largest number, `tiny` the
smallest subnormal one; `…` stands for further digits.
)";

}  // namespace edge
