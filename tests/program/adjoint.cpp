// The reverse sweep as a transformation of programs: what is recorded, and in which order.
#include <ctgrad/program/adjoint.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <vector>

#include "../support/compare.hpp"
#include "../support/programs.hpp"

namespace {

using ctgrad::builder;
using ctgrad::symbol;

/// The listing of the partial derivatives alone.
template <std::size_t N>
std::string partials_listing(auto f) {
  builder<double> home;
  const auto x = support::inputs_of<N>(home);
  const symbol y = std::apply(f, x);
  std::vector<ctgrad::slot> outputs;
  for (const auto& d : adjoints(home, y, {x.begin(), x.end()})) outputs.push_back(d.at(home));
  return to_string(home.finish(outputs));
}

// -- unused quantities ---------------------------------------------------------------------------

constexpr bool unused_is_literally_0() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol later = exp(y);  // recorded, but not part of the result
  const symbol f = x * x;
  const symbol after = log(x);
  const auto d = adjoints(home, f, {y, later, after, x});
  return d[0].is_literal(0.0) && d[1].is_literal(0.0) && d[2].is_literal(0.0) &&
         d[3].same_as(2 * x);
}
static_assert(unused_is_literally_0());

constexpr bool constants_have_no_slope() {
  builder<double> home;
  const symbol x{home, home.input()};
  const auto of_literal = adjoints(home, symbol(3), {x});
  const auto of_truth = adjoints(home, x < 1, {x});
  return of_literal[0].is_literal(0.0) && of_truth[0].is_literal(0.0);
}
static_assert(constants_have_no_slope());

// -- with respect to intermediate results
// ----------------------------------------------------------

constexpr bool intermediates_have_slopes() {
  // f = u² v with u = x + y, v = exp(u): df/du holds v fixed through f only, not cut: v depends on
  // u
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol u = x + y, v = exp(u), f = u * v;
  const auto d = adjoints(home, f, {u, v, f, x});
  return d[0].same_as(v + u * v) && d[1].same_as(u) && d[2].is_literal(1) && d[3].same_as(d[0]);
}
static_assert(intermediates_have_slopes());

constexpr bool an_input_is_its_own_slope() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const auto d = adjoints(home, x, {x, y});
  return d[0].is_literal(1) && d[1].is_literal(0.0);
}
static_assert(an_input_is_its_own_slope());

constexpr bool the_same_target_may_be_asked_twice() {
  builder<double> home;
  const symbol x{home, home.input()};
  const auto d = adjoints(home, x * x * x, {x, x});
  return d.size() == 2 && d[0].same_as(d[1]);
}
static_assert(the_same_target_may_be_asked_twice());

// -- a second application
// --------------------------------------------------------------------------

constexpr bool derivatives_have_derivatives() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol f = x * x * y;
  const auto first = adjoints(home, f, {x, y});
  const auto by_x = adjoints(home, first[0], {x, y});
  const auto by_y = adjoints(home, first[1], {x, y});
  return by_x[0].same_as(2 * y) && by_y[1].is_literal(0.0) && by_x[1].same_as(2 * x) &&
         by_y[0].same_as(2 * x);
}
static_assert(derivatives_have_derivatives());

// The trap of hash-consing: 1/s is recorded as part of a partial before the function itself needs
// it; its own partials must be found when it is looked up.
constexpr bool a_shared_partial_has_partials_of_its_own() {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol l = log(x);
  const auto slope = adjoints(home, l, {x})[0];  // 1/x
  const symbol f = 1 / x;                        // the same slot
  const auto d = adjoints(home, f, {x})[0];
  return f.same_as(slope) && d.same_as(-(1 / x / x));
}
static_assert(a_shared_partial_has_partials_of_its_own());

}  // namespace

BOOST_AUTO_TEST_SUITE(adjoint)

BOOST_AUTO_TEST_CASE(the_first_contribution_is_assigned) {
  // no 0 + y, no 1 * y: the gradient of x*y is y and x
  BOOST_TEST(partials_listing<2>([](auto x, auto y) { return x * y; }) ==
             "%0 = input 0\n%1 = input 1\nreturn %1 %0\n");
  BOOST_TEST(partials_listing<2>([](auto x, auto y) { return x - y; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = 1\n%3 = -1\nreturn %2 %3\n");
}

BOOST_AUTO_TEST_CASE(the_last_instruction_is_visited_first) {
  // f = exp(x) + (sin(x) + x): the sum of three contributions to x, the later instruction first;
  // instructions are exp, sin, sin + x, exp + (...)
  const auto f = [](auto x) {
    const auto e = exp(x);
    const auto s = sin(x);
    return e + (s + x);
  };
  // s + x gives x its 1, then sin its cos(x), then exp its exp(x)
  BOOST_TEST(partials_listing<1>(f) ==
             "%0 = input 0\n%1 = exp %0\n%2 = cos %0\n%3 = 1\n%4 = add %3 %2\n%5 = add %4 %1\n"
             "return %5\n");
}

BOOST_AUTO_TEST_CASE(operands_are_visited_from_left_to_right) {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol e = exp(x);
  const symbol f = x / e;
  const auto d = adjoints(home, f, {x})[0];
  // x receives 1/e from the quotient; behind it comes what goes through e, -(x/e/e) e, whose sign
  // has waited
  BOOST_TEST(d.is<ctgrad::ops::subtract>());
  BOOST_TEST(d.operand(0).same_as(1 / e));
  BOOST_TEST(d.operand(1).same_as((f / e) * e));
}

BOOST_AUTO_TEST_CASE(an_operand_that_stands_twice_gets_one_contribution) {
  // s s w with s = sin x: one 2 s, not s + s, and no sum of two products
  BOOST_TEST(partials_listing<2>([](auto x, auto w) {
               const auto s = sin(x);
               return s * s * w;
             }) ==
             "%0 = input 0\n%1 = input 1\n%2 = sin %0\n%3 = multiply %2 %2\n%4 = multiply %1 %2\n"
             "%5 = cos %0\n%6 = multiply %4 %5\n%7 = 2\n%8 = multiply %7 %6\nreturn %8 %3\n");
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol e = exp(x), quotient = e / e, difference = e - e;
  BOOST_TEST(adjoints(home, quotient, {e})[0].same_as(1 / e - quotient / e));
  BOOST_TEST(adjoints(home, difference, {e})[0].is_literal(0.0));
  // the first of the two has no slope: a condition
  BOOST_TEST(adjoints(home, where(e, e, 3), {e})[0].same_as(where(e != 0, 1, 0)));
  BOOST_TEST(adjoints(home, where(e, 3, e), {e})[0].same_as(where(e, 0, 1)));
}

BOOST_AUTO_TEST_CASE(a_contribution_is_divided_and_not_multiplied_with_a_reciprocal) {
  // x log y: x (1/y) is x/y, one rounding less
  BOOST_TEST(partials_listing<2>([](auto x, auto y) { return log(y) * x; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = log %1\n%3 = divide %0 %1\nreturn %2 %3\n");
}

BOOST_AUTO_TEST_CASE(sums_of_three_contributions_associate_from_the_left) {
  // 1e16 + 1 - 1e16 is 0 in this order and 1 in another: the order is part of the contract.
  // y = a x - ... recorded first is visited last, so the first visited is the last term.
  constexpr auto f = [](auto x) {
    const auto first = x * -1e16, second = x * 1.0, third = x * 1e16;
    return (first + second) + third;
  };
  // x receives 1e16 (third), then 1 (the sum), then -1e16 (first)
  BOOST_TEST(support::run_gradient(f, std::array{1.0})[1] == (1e16 + 1.0) - 1e16);
  BOOST_TEST(support::run_gradient(f, std::array{1.0})[1] == 0.0);
}

BOOST_AUTO_TEST_CASE(guards_become_one_where_at_the_end) {
  // relu: the partial where(x > 0, 1, 0)
  BOOST_TEST(partials_listing<1>([](auto x) { return relu(x); }) ==
             "%0 = input 0\n%1 = 0\n%2 = greater %0 %1\n%3 = 1\n%4 = where %2 %3 %1\nreturn %4\n");
  // a product in front of it: the factor where x > 0, else 0
  BOOST_TEST(partials_listing<2>([](auto x, auto w) { return relu(x) * w; }) ==
             "%0 = input 0\n%1 = input 1\n%2 = relu %0\n%3 = 0\n%4 = greater %0 %3\n"
             "%5 = where %4 %1 %3\nreturn %5 %2\n");
}

BOOST_AUTO_TEST_CASE(both_branches_of_one_condition_meet_in_one_where) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const auto d = adjoints(home, where(x < y, 3 * x, 5 * x), {x, y});
  BOOST_TEST(d[0].same_as(where(x < y, 3, 5)));
  BOOST_TEST(d[1].is_literal(0.0));
}

BOOST_AUTO_TEST_CASE(the_cost_of_a_gradient_is_bounded_by_the_cost_of_the_function) {
  constexpr auto product = [](auto a, auto b, auto c, auto d, auto e, auto g, auto h, auto i) {
    return a * b * c * d * e * g * h * i;
  };
  const auto value = support::traced<8>(product);
  const auto both = support::differentiated<8>(product);
  BOOST_TEST(operations(value) == 7u);
  // p = p' * x: the adjoints of p' and of x are one product each, and none where that of p is 1
  BOOST_TEST(operations(both) == 7u + 2 * 6u);
}

BOOST_AUTO_TEST_CASE(a_long_chain_is_swept_in_linear_time) {
  builder<double> home;
  const symbol x{home, home.input()};
  symbol y = x;
  for (int i = 0; i < 20'000; ++i) y = sin(y) * x;
  const auto before = home.size();
  const auto d = adjoints(home, y, {x})[0];
  BOOST_TEST(!d.is_literal());
  BOOST_TEST(home.size() - before <= 20'000u * 5);
}

BOOST_AUTO_TEST_CASE(a_where_of_the_function_is_a_factor_and_no_guard) {
  // the slope of sqrt is infinite at 0, and inf * 0 is NaN, as for Values
  constexpr auto f = [](auto x, auto c) { return sqrt(x) * where(c > 0, 0.0, c); };
  const auto of_f = support::run_gradient(f, std::array{0.0, 1.0});
  BOOST_TEST((of_f[1] != of_f[1] && of_f[2] == 0));
  // a guard that a rule has written is one: the branch not taken is not there at all
  constexpr auto g = [](auto x, auto c) { return where(c > 0, 0.0, sqrt(x)) * c; };
  const auto of_g = support::run_gradient(g, std::array{0.0, 1.0});
  BOOST_TEST((of_g[1] == 0 && of_g[2] == 0));
}

BOOST_AUTO_TEST_SUITE_END()
