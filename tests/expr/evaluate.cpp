// Values and gradients of formulas.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "../support/compare.hpp"
#include "../support/oracle.hpp"

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using support::is_identical;

constexpr auto a = cg::var<"a">;
constexpr auto b = cg::var<"b">;
constexpr auto c = cg::var<"c">;
constexpr double inf = support::inf_of<double>;
constexpr double undefined = support::nan_of<double>;

// -- seed cases that need no function of the standard library
// ----------------------------------------

constexpr auto e = relu(a + b * c);
constexpr auto off = cg::value_and_gradient(e)(a = 2.0, b = -3.0, c = 10.0);
static_assert(off.value == 0);
static_assert(off.gradient[a] == 0 && off.gradient[b] == 0 && off.gradient[c] == 0);
constexpr auto on = cg::value_and_gradient(e)(a = 2.0, b = 3.0, c = 10.0);
static_assert(on.value == 32);
static_assert(on.gradient[a] == 1 && on.gradient[b] == 10 && on.gradient[c] == 3);

constexpr auto sum = cg::gradient(a + b)(a = 3.0, b = 4.0);
static_assert(sum[a] == 1 && sum[b] == 1);
constexpr auto product = cg::gradient(a * b)(a = 2.0, b = 5.0);
static_assert(product[a] == 5 && product[b] == 2);

constexpr auto x1 = cg::var<"x1">;
constexpr auto x2 = cg::var<"x2">;
constexpr auto x4 = cg::var<"x4">;
constexpr auto x6 = cg::var<"x6">;
constexpr auto l =
    cg::value_and_gradient((x4 + x1 * x2) * x6)(x1 = 3.0, x2 = 4.0, x4 = 5.0, x6 = 2.0);
static_assert(l.value == 34);
static_assert(l.gradient[x6] == 17 && l.gradient[x4] == 2);
static_assert(l.gradient[x1] == 8 && l.gradient[x2] == 6);

constexpr auto loss = cg::value_and_gradient((a * b + c) * cg::var<"f">)(
    a = 2.0, b = -3.0, c = 10.0, cg::var<"f"> = -2.0);
static_assert(loss.value == -8);
static_assert(loss.gradient[cg::var<"f">] == 4 && loss.gradient[c] == -2);
static_assert(loss.gradient[a] == 6 && loss.gradient[b] == -4);

constexpr auto micrograd_sanity = [] {
  const auto z = 2 * a + 2 + a;
  const auto q = relu(z) + z * a;
  const auto h = relu(z * z);
  return cg::value_and_gradient(h + q + q * a)(a = -4.0);
}();
static_assert(micrograd_sanity.value == -20 && micrograd_sanity.gradient[a] == 46);

constexpr auto micrograd_more = [] {
  const auto c0 = a + b;
  const auto d0 = a * b + pow(b, 3);
  const auto c1 = c0 + (c0 + 1);
  const auto c2 = c1 + (1 + c1 + (-a));
  const auto d1 = d0 + (d0 * 2 + relu(b + a));
  const auto d2 = d1 + (3 * d1 + relu(b - a));
  const auto f = pow(c2 - d2, 2);
  return cg::value_and_gradient(f / 2 + 10.0 / f)(a = -4.0, b = 2.0);
}();
// f = 49; dg/df = 1/2 - 10/f², df/da = -14 * -20, df/db = -14 * -93
static_assert(micrograd_more.value == 24.5 + 10 / 49.0);
static_assert(support::ulps(micrograd_more.gradient[a], 280 * (0.5 - 10 / 2401.0)) <= 4);
static_assert(support::ulps(micrograd_more.gradient[b], 1302 * (0.5 - 10 / 2401.0)) <= 4);

// -- the smallest formulas
// ---------------------------------------------------------------------------

static_assert(a(a = 3.0) == 3);
static_assert(cg::gradient(a)(a = 3.0)[a] == 1);
static_assert(cg::evaluate(a, a = 3.0) == 3);
static_assert((2_c + 3_c)() == 5);
static_assert(cg::value_and_gradient(2_c * 3_c)().value == 6);

// -- pow
// ---------------------------------------------------------------------------------------------

static_assert(pow(a, 3)(a = -2.0) == -8 && cg::gradient(pow(a, 3))(a = -2.0)[a] == 12);
static_assert(pow(a, 3_c)(a = -2.0) == -8 && cg::gradient(pow(a, 3_c))(a = -2.0)[a] == 12);
static_assert(pow(a, -2)(a = 2.0) == 0.25 && cg::gradient(pow(a, -2))(a = 2.0)[a] == -0.25);
static_assert(pow(a, 0_c)(a = 0.0) == 1 && cg::gradient(pow(a, 0_c))(a = 0.0)[a] == 0);
static_assert(pow(a, 1)(a = 0.0) == 0 && cg::gradient(pow(a, 1))(a = 0.0)[a] == 1);
static_assert(pow(a, 2U)(a = -3.0) == 9 && cg::gradient(pow(a, 2U))(a = -3.0)[a] == -6);

// -- where and conditions
// ------------------------------------------------------------------------------

constexpr auto kinked = where(a > 0, a* a, -3 * a);
static_assert(kinked(a = 2.0) == 4 && kinked(a = -2.0) == 6);
static_assert(cg::gradient(kinked)(a = 2.0)[a] == 4 && cg::gradient(kinked)(a = -2.0)[a] == -3);
static_assert(cg::gradient(kinked)(a = 0.0)[a] == -3);

constexpr double truth(const auto& condition, double left, double right) {
  return condition(a = left, b = right);
}
static_assert(truth(a < b, 1, 2) == 1 && truth(a < b, 2, 2) == 0);
static_assert(truth(a <= b, 2, 2) == 1 && truth(a <= b, 3, 2) == 0);
static_assert(truth(a > b, 3, 2) == 1 && truth(a > b, 2, 2) == 0);
static_assert(truth(a >= b, 2, 2) == 1 && truth(a >= b, 1, 2) == 0);
static_assert(truth(a == b, 2, 2) == 1 && truth(a == b, 1, 2) == 0);
static_assert(truth(a != b, 1, 2) == 1 && truth(a != b, 2, 2) == 0);
static_assert(truth(a > 0 && b > 0, 1, 1) == 1 && truth(a > 0 && b > 0, 1, 0) == 0);
static_assert(truth(a > 0 || b > 0, 0, 1) == 1 && truth(a > 0 || b > 0, 0, 0) == 0);
static_assert(truth(!(a > b), 1, 1) == 1 && truth(!(a > b), 2, 1) == 0);
static_assert(truth(!a && !b, 0, 0) == 1 && truth(!a && !b, 0, 2) == 0);
static_assert(truth(a < b, undefined, 1) == 0 && truth(!(a < b), undefined, 1) == 1);
static_assert(truth(a == b, undefined, undefined) == 0 && truth(a != b, undefined, undefined) == 1);

// A condition has no slope of its own.
static_assert(cg::gradient(a * b + (a < b))(a = 1.0, b = 2.0)[a] == 2);

// -- exact functions where the compiler knows them
// -------------------------------------------------------

#if defined(__GNUC__) && !defined(__clang__)
static_assert(cg::gradient(exp(a * b))(a = 0.0, b = 3.0)[a] == 3);
static_assert(cg::gradient(log(a))(a = 4.0)[a] == 0.25);
static_assert(cg::gradient(sin(a) + sqrt(b))(a = 0.0, b = 4.0)[a] == 1);
static_assert(cg::gradient(sin(a) + sqrt(b))(a = 0.0, b = 4.0)[b] == 0.25);
static_assert((exp(2_c - 2_c))() == 1);
#endif

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluate)

BOOST_AUTO_TEST_CASE(neuron) {
  const auto w1 = cg::var<"w1">;
  const auto w2 = cg::var<"w2">;
  const auto r = cg::value_and_gradient(tanh(x1 * w1 + x2 * w2 + b))(
      x1 = 2.0, x2 = 0.0, w1 = -3.0, w2 = 1.0, b = 6.8813735870195432);
  // The bias is one that makes o = sqrt(1/2), so 1 - o² = 1/2, to the accuracy of 17 digits.
  BOOST_TEST(support::is_within(2, r.value, std::sqrt(0.5)));
  BOOST_TEST(support::is_within(8, r.gradient[x1], -1.5));
  BOOST_TEST(support::is_within(8, r.gradient[w1], 1.0));
  BOOST_TEST(support::is_within(8, r.gradient[x2], 0.5));
  BOOST_TEST(is_identical(r.gradient[w2], 0.0));
  BOOST_TEST(support::is_within(8, r.gradient[b], 0.5));
}

BOOST_AUTO_TEST_CASE(powers_with_exponents_that_are_not_whole) {
  BOOST_TEST(pow(a, 2.5)(a = 4.0) == 32);
  BOOST_TEST(cg::gradient(pow(a, 2.5))(a = 4.0)[a] == 20);
  const auto r = cg::value_and_gradient(pow(a, b))(a = 2.0, b = 3.0);
  BOOST_TEST(r.value == 8);
  BOOST_TEST(r.gradient[a] == 12);
  BOOST_TEST(support::is_within(0, r.gradient[b], 8 * std::log(2.0)));
}

BOOST_AUTO_TEST_CASE(a_constant_exponent_asks_for_no_logarithm) {
  BOOST_TEST(is_identical(cg::gradient(pow(a, 3.0))(a = -2.0)[a], 12.0));
  BOOST_TEST(is_identical(cg::gradient(pow(a, 2))(a = 0.0)[a], 0.0));
  BOOST_TEST(is_identical(cg::gradient(pow(a, 0))(a = 0.0)[a], 0.0));
  BOOST_TEST(is_identical(cg::gradient(pow(a, 0.0))(a = 0.0)[a], 0.0));
  BOOST_TEST(is_identical(cg::gradient(pow(a, b))(a = -2.0, b = 3.0)[a], 12.0));
  BOOST_TEST(is_identical(cg::gradient(pow(a, b))(a = -2.0, b = 3.0)[b], undefined));
}

// n x^(n-1), whether the exponent is a run-time constant or a literal.
BOOST_AUTO_TEST_CASE(negative_powers_of_zero_and_of_tiny_numbers) {
  BOOST_TEST(is_identical(cg::gradient(pow(a, -2))(a = 0.0)[a], -inf));
  BOOST_TEST(is_identical(cg::gradient(pow(a, -2_c))(a = 0.0)[a], -inf));
  BOOST_TEST(support::is_within(4, cg::gradient(pow(a, -2))(a = 0x1p-340)[a], -0x1p1021));
  BOOST_TEST(support::is_within(4, cg::gradient(pow(a, -2_c))(a = 0x1p-340)[a], -0x1p1021));
}

BOOST_AUTO_TEST_CASE(the_branch_not_taken_contributes_nothing) {
  const auto guarded = where(a > 0, log(a) + sqrt(a), b);
  const auto g = cg::gradient(guarded)(a = 0.0, b = 2.0);
  BOOST_TEST(is_identical(g[a], 0.0));
  BOOST_TEST(is_identical(g[b], 1.0));
  BOOST_TEST(is_identical(cg::gradient(relu(sqrt(a) - 1))(a = 0.0)[a], 0.0));
}

BOOST_AUTO_TEST_CASE(infinite_and_undefined_slopes) {
  BOOST_TEST(is_identical(cg::gradient(sqrt(a))(a = 0.0)[a], inf));
  BOOST_TEST(is_identical(cg::gradient(1 / a)(a = 0.0)[a], -inf));
  BOOST_TEST(is_identical(cg::gradient(a * b)(a = undefined, b = 2.0)[a], 2.0));
  BOOST_TEST(is_identical(cg::gradient(a * b)(a = undefined, b = 2.0)[b], undefined));
}

BOOST_AUTO_TEST_CASE(value_and_gradient_agree_with_the_truth) {
  const auto text = [](auto u, auto v) { return sin(u * v) / (1 + exp(u - v)) - log(u + v * v); };
  const auto r = cg::value_and_gradient(text(a, b))(a = 0.75, b = 1.25);
  const std::array at{0.75, 1.25};
  BOOST_TEST(support::error_in_ulps(r.value, text(support::real(0.75), support::real(1.25))) <= 2);
  BOOST_TEST(support::error_in_ulps(r.gradient[a], support::partial(text, at, 0)) <= 4);
  BOOST_TEST(support::error_in_ulps(r.gradient[b], support::partial(text, at, 1)) <= 4);
}

BOOST_AUTO_TEST_CASE(value_gradient_and_call_agree) {
  const auto f = exp(a * b) - a / b;
  const auto r = cg::value_and_gradient(f)(a = 0.3, b = 0.7);
  const auto g = cg::gradient(f)(a = 0.3, b = 0.7);
  BOOST_TEST(is_identical(r.value, f(a = 0.3, b = 0.7)));
  BOOST_TEST(is_identical(r.gradient[a], g[a]));
  BOOST_TEST(is_identical(r.gradient[b], g[b]));
}

BOOST_AUTO_TEST_SUITE_END()
