// The first eight seed cases of issue 2 as formulas, as functions and as Values. The remaining
// three are trainings: nn/training.cpp.
//
// Expected numbers are worked out by hand in the comment of each case; what is algebraic has to
// hold inside the compiler too.
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include "outcome.hpp"

using acceptance::check, acceptance::holds, acceptance::outcome, acceptance::read;
using ctgrad::Value;
using ctgrad::value_and_gradient;
using ctgrad::var;
using support::is_equal;

namespace {

constexpr auto a = var<"a">;
constexpr auto b = var<"b">;
constexpr auto c = var<"c">;
constexpr auto f = var<"f">;
constexpr auto x = var<"x">;
constexpr auto x1 = var<"x1">;
constexpr auto x2 = var<"x2">;
constexpr auto x4 = var<"x4">;
constexpr auto x6 = var<"x6">;
constexpr auto w1 = var<"w1">;
constexpr auto w2 = var<"w2">;

}  // namespace

BOOST_AUTO_TEST_SUITE(seed_cases)

// -- relu(a + b*c): 2 - 30 = -28, where relu is 0 and flat ----------------------------------------

constexpr auto rectified = [](auto a_, auto b_, auto c_) { return relu(a_ + b_ * c_); };
constexpr outcome<3> rectified_is{0, {0, 0, 0}};
constexpr auto rectified_formula = value_and_gradient(rectified(a, b, c));
static_assert(holds(value_and_gradient(rectified)(2.0, -3.0, 10.0), rectified_is));
static_assert(holds(read(rectified_formula(a = 2.0, b = -3.0, c = 10.0), a, b, c), rectified_is));

BOOST_AUTO_TEST_CASE(rectified_sum) {
  check(value_and_gradient(rectified)(2.0, -3.0, 10.0), rectified_is);
  check(read(rectified_formula(a = 2.0, b = -3.0, c = 10.0), a, b, c), rectified_is);
}

BOOST_AUTO_TEST_CASE(rectified_sum_of_values) {
  const Value p{2.0}, q{-3.0}, r{10.0};
  const auto d = p + q * r;
  const auto e = relu(d);
  e.backward();
  BOOST_TEST(is_equal(d.data(), -28));
  BOOST_TEST(is_equal(e.data(), 0));
  BOOST_TEST(is_equal(e.grad(), 1));
  for (const Value& other : {p, q, r, d}) BOOST_TEST(is_equal(other.grad(), 0));
}

// -- a + b and a * b ------------------------------------------------------------------------------

constexpr auto sum = [](auto a_, auto b_) { return a_ + b_; };
constexpr auto product = [](auto a_, auto b_) { return a_ * b_; };
constexpr outcome<2> sum_is{7, {1, 1}}, product_is{10, {5, 2}};
static_assert(holds(value_and_gradient(sum)(3.0, 4.0), sum_is));
static_assert(holds(value_and_gradient(product)(2.0, 5.0), product_is));
static_assert(holds(read(value_and_gradient(a + b)(a = 3.0, b = 4.0), a, b), sum_is));
static_assert(holds(read(value_and_gradient(a * b)(a = 2.0, b = 5.0), a, b), product_is));

BOOST_AUTO_TEST_CASE(sum_and_product) {
  check(value_and_gradient(sum)(3.0, 4.0), sum_is);
  check(value_and_gradient(product)(2.0, 5.0), product_is);
  check(read(value_and_gradient(a + b)(a = 3.0, b = 4.0), a, b), sum_is);
  check(read(value_and_gradient(a * b)(a = 2.0, b = 5.0), a, b), product_is);
}

BOOST_AUTO_TEST_CASE(sum_of_values) {
  const Value p{3.0}, q{4.0};
  const auto y = p + q;
  y.backward();
  check(outcome<2>{y.data(), {p.grad(), q.grad()}}, sum_is);
}

BOOST_AUTO_TEST_CASE(product_of_values) {
  const Value p{2.0}, q{5.0};
  const auto y = p * q;
  y.backward();
  check(outcome<2>{y.data(), {p.grad(), q.grad()}}, product_is);
}

// -- (x4 + x1*x2) * x6: (5 + 12) * 2 = 34; by x6 17, by x1 2*4, by x2 2*3
// --------------------------

constexpr auto steps = [](auto x1_, auto x2_, auto x4_, auto x6_) {
  return (x4_ + x1_ * x2_) * x6_;
};
constexpr outcome<4> steps_is{34, {8, 6, 2, 17}};
constexpr auto steps_formula = value_and_gradient(steps(x1, x2, x4, x6));
static_assert(holds(value_and_gradient(steps)(3.0, 4.0, 5.0, 2.0), steps_is));
static_assert(holds(read(steps_formula(x1 = 3.0, x2 = 4.0, x4 = 5.0, x6 = 2.0), x1, x2, x4, x6),
                    steps_is));

BOOST_AUTO_TEST_CASE(two_steps) {
  check(value_and_gradient(steps)(3.0, 4.0, 5.0, 2.0), steps_is);
  check(read(steps_formula(x1 = 3.0, x2 = 4.0, x4 = 5.0, x6 = 2.0), x1, x2, x4, x6), steps_is);
}

BOOST_AUTO_TEST_CASE(two_steps_of_values) {
  const Value v1{3.0}, v2{4.0}, v4{5.0}, v6{2.0};
  const auto v3 = v1 * v2;
  const auto v5 = v4 + v3;
  const auto l = v5 * v6;
  l.backward();
  check(outcome<4>{l.data(), {v1.grad(), v2.grad(), v4.grad(), v6.grad()}}, steps_is);
  BOOST_TEST(is_equal(v3.grad(), 2));
  BOOST_TEST(is_equal(v5.grad(), 2));
}

// -- (a*b + c) * f: (-6 + 10) * -2 = -8; by a -3 * -2, by b 2 * -2, by f 4
// -------------------------

constexpr auto chain = [](auto a_, auto b_, auto c_, auto f_) { return (a_ * b_ + c_) * f_; };
constexpr outcome<4> chain_is{-8, {6, -4, -2, 4}};
constexpr auto chain_formula = value_and_gradient(chain(a, b, c, f));
static_assert(holds(value_and_gradient(chain)(2.0, -3.0, 10.0, -2.0), chain_is));
static_assert(holds(read(chain_formula(a = 2.0, b = -3.0, c = 10.0, f = -2.0), a, b, c, f),
                    chain_is));

BOOST_AUTO_TEST_CASE(product_chain) {
  check(value_and_gradient(chain)(2.0, -3.0, 10.0, -2.0), chain_is);
  check(read(chain_formula(a = 2.0, b = -3.0, c = 10.0, f = -2.0), a, b, c, f), chain_is);
}

BOOST_AUTO_TEST_CASE(product_chain_of_values) {
  const Value p{2.0}, q{-3.0}, r{10.0}, s{-2.0};
  const auto e = p * q;
  const auto d = e + r;
  const auto l = d * s;
  l.backward();
  check(outcome<4>{l.data(), {p.grad(), q.grad(), r.grad(), s.grad()}}, chain_is);
  BOOST_TEST(is_equal(d.grad(), -2));
  BOOST_TEST(is_equal(e.grad(), -2));
}

// -- a neuron: the argument is asinh(1), so tanh is 1/sqrt(2) and its slope 1/2
// -------------------- The bias is given to 17 digits and -6 is added to it: an error of 4e-16, 4
// steps at 0.5.

constexpr auto neuron = [](auto x1_, auto x2_, auto w1_, auto w2_, auto b_) {
  return tanh(x1_ * w1_ + x2_ * w2_ + b_);
};
constexpr double bias = 6.8813735870195432;
constexpr outcome<5> neuron_is{0.7071067811865476, {-1.5, 0.5, 1, 0, 0.5}, 4};
constexpr auto neuron_formula = value_and_gradient(neuron(x1, x2, w1, w2, b));

BOOST_AUTO_TEST_CASE(neuron_of_tanh) {
  check(value_and_gradient(neuron)(2.0, 0.0, -3.0, 1.0, bias), neuron_is);
  check(read(neuron_formula(x1 = 2.0, x2 = 0.0, w1 = -3.0, w2 = 1.0, b = bias), x1, x2, w1, w2, b),
        neuron_is);
}

BOOST_AUTO_TEST_CASE(neuron_of_values) {
  const Value v1{2.0}, v2{0.0}, u1{-3.0}, u2{1.0}, v{bias};
  const auto o = tanh(v1 * u1 + v2 * u2 + v);
  o.backward();
  check(outcome<5>{o.data(), {v1.grad(), v2.grad(), u1.grad(), u2.grad(), v.grad()}}, neuron_is);
}

// -- z = 3x + 2 = -10; q = relu(z) + zx = 40; h = z² = 100; y = 100 + 40 - 160
// --------------------- z' = 3, q' = 3x + z = -22, h' = 2z * 3 = -60, y' = h' + q' + q'x + q = -60
// - 22 + 88 + 40

constexpr auto reused = [](auto x_) {
  const auto z = 2 * x_ + 2 + x_;
  const auto q = relu(z) + z * x_;
  const auto h = relu(z * z);
  return h + q + q * x_;
};
constexpr outcome<1> reused_is{-20, {46}};
static_assert(holds(value_and_gradient(reused)(-4.0), reused_is));
static_assert(holds(read(value_and_gradient(reused(x))(x = -4.0), x), reused_is));

BOOST_AUTO_TEST_CASE(reused_intermediates) {
  check(value_and_gradient(reused)(-4.0), reused_is);
  check(read(value_and_gradient(reused(x))(x = -4.0), x), reused_is);
}

BOOST_AUTO_TEST_CASE(reused_intermediates_of_values) {
  const Value v{-4.0};
  const auto y = reused(v);
  y.backward();
  check(outcome<1>{y.data(), {v.grad()}}, reused_is);
}

// -- c = -2, -3, -1 by (1, 1), (2, 2), (3, 4); d = 0, 0, 6 by (2, 8), (6, 24), (23, 97) -----------
// e = -7 by (-20, -93), f = 49, g = 49/2 + 10/49 = 2421/98; dg/de = (1/2 - 10/49²) * -14 =
// -2381/343

constexpr auto tangled = [](auto a_, auto b_) {
  const auto c0 = a_ + b_;
  const auto d0 = a_ * b_ + pow(b_, 3);
  const auto c1 = c0 + (c0 + 1);
  const auto c2 = c1 + (1 + c1 + (-a_));
  const auto d1 = d0 + (d0 * 2 + relu(b_ + a_));
  const auto d2 = d1 + (3 * d1 + relu(b_ - a_));
  const auto f_ = pow(c2 - d2, 2);
  return f_ / 2 + 10.0 / f_;
};
constexpr outcome<2> tangled_is{2421.0 / 98, {20 * 2381.0 / 343, 93 * 2381.0 / 343}, 4};
constexpr auto tangled_formula = value_and_gradient(tangled(a, b));
static_assert(holds(value_and_gradient(tangled)(-4.0, 2.0), tangled_is));
static_assert(holds(read(tangled_formula(a = -4.0, b = 2.0), a, b), tangled_is));
static_assert(holds(tangled_is,
                    outcome<2>{24.70408163265306, {138.8338192419825, 645.5772594752186}, 2}));

BOOST_AUTO_TEST_CASE(tangled_assignments) {
  check(value_and_gradient(tangled)(-4.0, 2.0), tangled_is);
  check(read(tangled_formula(a = -4.0, b = 2.0), a, b), tangled_is);
}

BOOST_AUTO_TEST_CASE(tangled_assignments_of_values) {
  const Value p{-4.0}, q{2.0};
  auto r = p + q;
  auto d = p * q + pow(q, 3);
  r += r + 1;
  r += 1 + r + (-p);
  d += d * 2 + relu(q + p);
  d += 3 * d + relu(q - p);
  const auto e = r - d;
  const auto s = pow(e, 2);
  auto g = s / 2;
  g += 10.0 / s;
  g.backward();
  check(outcome<2>{g.data(), {p.grad(), q.grad()}}, tangled_is);
}

BOOST_AUTO_TEST_SUITE_END()
