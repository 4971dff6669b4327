// Derivatives that exist under a condition, and the signs and factors that wait beside them.
#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/guarded.hpp>

#include <boost/test/unit_test.hpp>

#include <array>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

using ctgrad::builder;
using ctgrad::symbol;
using ctgrad::detail::chained;
using ctgrad::detail::edge_of;
using ctgrad::detail::edge_to;
using ctgrad::detail::guarded;
using ctgrad::detail::seed;
using ctgrad::detail::settled;
using ctgrad::detail::sum;
using ctgrad::detail::unfolded;

using guard = guarded<double>;

/// f(home, x, y, z) on three inputs.
constexpr bool holds(auto f) {
  builder<double> home;
  const auto [x, y, z] = support::inputs_of<3>(home);
  return f(x, y, z);
}

constexpr bool is(const guard& a, double coefficient, const symbol& value, const symbol& when = 1) {
  return a.coefficient == coefficient && a.value.same_as(value) && a.guard.same_as(when);
}

// -- edges ---------------------------------------------------------------------------------------

static_assert(holds([](auto x, auto y, auto z) {
  const auto r = x * y;
  const ctgrad::detail::operands_of_op<double> operands{x, y};
  const auto of = [&](const symbol& partial) { return edge_of(partial, operands, r); };
  const auto c = x < y;
  return is(of(y), 1, y) && !of(y).made_by_rule &&                       // an operand
         is(of(3), 3, 1) && is(of(-1), -1, 1) &&                         // numbers
         is(of(-cos(x)), -1, cos(x)) && of(-cos(x)).made_by_rule &&      // made by a rule
         is(of(where(c, z * z, 0)), 1, z * z, c) &&                      // active where c holds
         is(of(where(c, 0, z * z)), 1, z * z, !c) &&                     // where it does not
         is(of(where(c, where(z > 0, -2, 0), 0)), -2, 1, c && z > 0) &&  // one in the other
         is(of(where(c, x, y)), 1, where(c, x, y));                      // both are active
}));

// A `where` that is the operand itself belongs to the function: a factor, which may be 0 * inf.
static_assert(holds([](auto x, auto y, auto) {
  const auto own = where(x > 0, y, 0);
  const auto r = x * own;
  return is(edge_of(own, ctgrad::detail::operands_of_op<double>{x, own}, r), 1, own);
}));

// -- seeds ---------------------------------------------------------------------------------------

static_assert(seed(symbol(0)).never() && guard{}.never());
static_assert(is(seed(symbol(-2)), -2, 1) && seed(symbol(1)).always());
static_assert(holds([](auto x, auto, auto) { return is(seed(-x), 1, -x); }));

// -- the chain rule ------------------------------------------------------------------------------

static_assert(holds([](auto x, auto y, auto z) {
  const auto c = x < y, d = y < z;
  const guard a{x, c, 3}, b{y, d, -2};
  return is(chained(a, b), -6, x * y, c && d) && is(chained(a, guard{1, 1}), 3, x, c) &&
         is(chained(guard{1, 1}, b), -2, y, d) && is(chained(a, guard{y, c}), 3, x * y, c);
}));

// Only what a rule has made is taken apart; the function's 2 x stays as it is.
static_assert(holds([](auto x, auto y, auto z) {
  const guard adjoint{y, 1};
  const guard own{2 * x, 1}, made{2 * x, 1, 1, true};
  return is(chained(adjoint, own), 1, y * (2 * x)) && is(chained(adjoint, made), 2, y * x) &&
         is(chained(adjoint, guard{1 / z, 1, 1, true}), 1, y / z) &&
         is(chained(adjoint, guard{-3 / z, 1, 1, true}), -3, y / z) &&
         is(chained(adjoint, guard{1 / z, 1}), 1, y * (1 / z));
}));

// Coefficients whose product would leave the range are multiplied on the way.
static_assert(holds([](auto x, auto y, auto) {
  const auto product = chained(guard{x, 1, 1e10}, guard{y, 1, 1e10});
  return is(product, 1e10, 1e10 * (x * y));
}));

// -- sums ----------------------------------------------------------------------------------------

static_assert(holds([](auto x, auto y, auto) {
  const guard none{}, a{x, 1, 3}, b{y, 1, 3};
  return is(sum(none, a), 3, x) && is(sum(a, none), 3, x) &&
         is(sum(a, b), 3, x + y) &&                                     // a common factor
         is(sum(a, guard{y, 1, -3}), 3, x - y) &&                       // of opposite signs
         is(sum(guard{x, 1, -3}, b), 3, y - x) &&                       //
         is(sum(a, guard{y, 1, 2}), 1, 3 * x + 2 * y) &&                // none in common
         is(sum(guard{x, 1, -3}, guard{y, 1, -2}), -1, 3 * x + 2 * y);  // but a sign
}));

static_assert(holds([](auto x, auto y, auto) {
  return is(sum(guard{x * y, 1, 3}, guard{y * x, 1, 2}), 5, x * y) &&  // like terms
         is(sum(guard{x, 1, 2}, guard{3 * x, 1}), 5, x) &&
         is(sum(guard{2 * x, 1}, guard{x, 1, -1}), 1, x) &&
         is(sum(guard{1, 1, 2}, guard{1, 1, 3}), 5, 1) &&
         // what cancels is computed: inf - inf is NaN
         is(sum(guard{x, 1, 2}, guard{x, 1, -2}), 2, x - x);
}));

static_assert(holds([](auto x, auto y, auto z) {
  const auto c = x < y, d = y < z;
  const guard a{x, c, 2}, b{y, c, 2};
  return is(sum(a, b), 2, x + y, c) &&                              // the same condition
         is(sum(a, guard{y, !c, 3}), 1, where(c, 2 * x, 3 * y)) &&  // the opposite one
         is(sum(guard{y, !c, 3}, a), 1, where(c, 2 * x, 3 * y)) &&  //
         is(sum(a, guard{y, d}), 1, where(c, 2 * x, 0) + where(d, y, 0), c || d) &&
         is(sum(a, guard{z, 1}), 1, where(c, 2 * x, 0) + z);
}));

// -- leaving -------------------------------------------------------------------------------------

static_assert(holds([](auto x, auto y, auto) {
  const auto c = x < y;
  return guard{x, c, -2}.plain().same_as(where(c, -2 * x, 0)) &&
         guard{x, 1, -1}.plain().same_as(-x) && guard{1, 1, 4}.plain().is_literal(4) &&
         guard{}.plain().is_structural_zero();
}));

static_assert(holds([](auto x, auto y, auto) {
  const auto c = x < y;
  return is(settled(guard{x, c, -2}), -1, 2 * x, c) && is(settled(guard{x, c, 3}), 1, 3 * x, c) &&
         is(settled(guard{x, c, -1}), -1, x, c) && is(settled(guard{1, c, 3}), 3, 1, c);
}));

// -- the edge to an operand that stands in several places ----------------------------------------

static_assert(holds([](auto x, auto y, auto) {
  using ctgrad::slot;
  const std::array<slot, 3> twice{0, 0, 1}, ends{0, 1, 0};
  const auto r = where(x, x, y);
  const std::array<symbol, 3> partials{0, 3, 5};
  const auto edge = [&](const std::array<slot, 3>& operands, std::size_t k) {
    return edge_to(operands, k, partials, {x, x, y}, r);
  };
  return is(edge(twice, 0), 3, 1) && edge(twice, 1).never() && is(edge(twice, 2), 5, 1) &&
         is(edge(ends, 0), 5, 1) && is(edge(ends, 1), 3, 1) && edge(ends, 2).never();
}));

}  // namespace

BOOST_AUTO_TEST_SUITE(guarded_)

BOOST_AUTO_TEST_CASE(inexact_literals_of_a_number_class_are_not_folded) {
  builder<unfolded> home;
  const auto x = support::inputs_of<1, unfolded>(home)[0];
  using symbol_ = ctgrad::basic_symbol<unfolded>;
  // 0.1 * 0.7 and 0.7 + 0.1 are other numbers in double than in 50 digits
  const auto y = symbol_(0.1) * (symbol_(0.7) * x), z = symbol_(0.7) * x + symbol_(0.1) * x;
  const auto of_y = adjoints(home, y, {x})[0], of_z = adjoints(home, z, {x})[0];
  BOOST_TEST((of_y.is<ctgrad::ops::multiply>() && of_y.operand(0).is_literal() &&
              of_y.operand(1).is_literal()));
  BOOST_TEST((of_z.is<ctgrad::ops::add>() && of_z.operand(0).is_literal() &&
              of_z.operand(1).is_literal()));
  // whole numbers and powers of two are exact
  const auto w = symbol_(3) * (symbol_(-8) * x);
  BOOST_TEST(adjoints(home, w, {x})[0].is_literal(-24.0));
}

BOOST_AUTO_TEST_CASE(what_is_not_active_is_exactly_0) {
  // the slope of log at 0 is infinite, in a branch that is not taken; factors wait on the way
  constexpr auto f = [](auto x, auto y) { return -3 * where(y > 0, 2 * log(x), -x) * 4; };
  const auto off = support::run_gradient(f, std::array{0.0, -1.0});
  BOOST_TEST(support::is_equal(off[1], 12.0));
  BOOST_TEST(support::is_equal(off[2], 0.0));
  const auto on = support::run_gradient(f, std::array{2.0, 1.0});
  BOOST_TEST(support::is_equal(on[1], -12.0));
}

BOOST_AUTO_TEST_SUITE_END()
