// The order of least degree, step by step.
#include <ctgrad/program/markowitz.hpp>

#include <boost/test/unit_test.hpp>

#include <vector>

namespace {

using ctgrad::builder;
using ctgrad::slot;
using ctgrad::symbol;
using ctgrad::detail::linearize;
using ctgrad::detail::markowitz;
using ctgrad::detail::part;
using ctgrad::detail::reach;
using elimination_plan = ctgrad::detail::elimination_plan<double>;

constexpr bool has_steps(const elimination_plan& plan,
                         const std::vector<elimination_plan::step>& expected) {
  if (plan.steps.size() != expected.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto &a = plan.steps[i], &b = expected[i];
    if (a.into != b.into || a.factor != b.factor || a.edge != b.edge) return false;
  }
  return true;
}

constexpr elimination_plan plan_of(builder<double>& home, const std::vector<symbol>& ys,
                                   const std::vector<symbol>& xs, std::size_t limit = 1000) {
  const auto graph = linearize(home, ys, xs);
  const reach ways(graph, part::all);
  return markowitz(graph, ways).run(limit);
}

constexpr bool of_equals_the_later_one() {
  // edges 0: x -> sin, 1: sin -> exp, 2: exp -> cos; first exp goes, then sin
  builder<double> home;
  const symbol x{home, home.input()};
  const auto plan = plan_of(home, {cos(exp(sin(x)))}, {x});
  return has_steps(plan, {{3, 2, 1}, {4, 3, 0}}) && plan.operations == 2 && plan.edges == 5 &&
         plan.entries.size() == 1 && plan.entries[0].source == 0 && plan.entries[0].sink == 1 &&
         plan.entries[0].edge == 4;
}
static_assert(of_equals_the_later_one());

constexpr bool the_lesser_degree_first() {
  // t = exp(x y): 1 edge in, 3 out; p = x y: 2 in, 1 out; so p goes first although t is later
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol t = exp(x * y);
  const auto plan = plan_of(home, {sin(t), cos(t), tan(t)}, {x, y});
  // edges 0: x -> p, 1: y -> p, 2: p -> t, 3 to 5: t -> results; 6: x -> t, 7: y -> t
  return has_steps(
      plan,
      {{6, 2, 0}, {7, 2, 1}, {8, 3, 6}, {9, 3, 7}, {10, 4, 6}, {11, 4, 7}, {12, 5, 6}, {13, 5, 7}});
}
static_assert(the_lesser_degree_first());

constexpr bool parallel_edges_are_absorbed() {
  // x sin(x): the edge x -> product is there already
  builder<double> home;
  const symbol x{home, home.input()};
  const auto plan = plan_of(home, {sin(x) * x}, {x});
  return has_steps(plan, {{2, 1, 0}}) && plan.operations == 2;
}
static_assert(parallel_edges_are_absorbed());

constexpr bool it_gives_up_at_the_limit() {
  builder<double> home;
  const symbol x{home, home.input()};
  symbol y = x;
  for (int i = 0; i < 20; ++i) y = sin(y);
  return plan_of(home, {y}, {x}).operations == 19 && plan_of(home, {y}, {x}, 5).operations == 5;
}
static_assert(it_gives_up_at_the_limit());

}  // namespace

BOOST_AUTO_TEST_SUITE(markowitz_)

BOOST_AUTO_TEST_CASE(at_run_time_as_well) {
  BOOST_TEST(of_equals_the_later_one());
  BOOST_TEST(the_lesser_degree_first());
  BOOST_TEST(parallel_edges_are_absorbed());
  BOOST_TEST(it_gives_up_at_the_limit());
}

BOOST_AUTO_TEST_SUITE_END()
