// Operations counted in advance, against counts by hand and against what is recorded.
#include <ctgrad/program/elimination.hpp>
#include <ctgrad/program/jacobian.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <vector>

#include "../support/derived.hpp"
#include "../support/vector_functions.hpp"

namespace {

using ctgrad::builder;
using ctgrad::elimination;
using ctgrad::slot;
using ctgrad::symbol;
using ctgrad::detail::bit_rows;
using ctgrad::detail::part;
using ctgrad::detail::reach;
using support::symbols;

constexpr bool rows_of_bits() {
  bit_rows rows(2, 130);
  for (const slot k : {0u, 63u, 64u, 129u}) rows.set(1, k);
  rows.clear(1, 64);
  slot members[4]{};
  const slot count = rows.members(1, members);
  return count == 3 && members[0] == 0 && members[1] == 63 && members[2] == 129 &&
         rows.members(0, members) == 0 && rows.has(1, 129) && !rows.has(1, 64);
}
static_assert(rows_of_bits());

constexpr bool up_to() {
  const auto rows = ctgrad::detail::at_most({2, 0, 1, 7}, 3);
  return rows[0][0] == 0b0010 && rows[1][0] == 0b0110 && rows[2][0] == 0b0111;
}
static_assert(up_to());

using counts = std::array<std::size_t, 3>;

constexpr counts counted(builder<double>& home, const symbols& ys, const symbols& xs,
                         part wanted = part::all) {
  const auto graph = ctgrad::detail::linearize(home, ys, xs);
  const reach ways(graph, wanted);
  return {count_forward(graph, ways), count_reverse(graph, ways),
          ctgrad::detail::markowitz(graph, ways).run().operations};
}

constexpr bool three_through_one_to_three() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, z{home, home.input()};
  const symbol s = sin(x) + sin(y) + sin(z), u = exp(exp(s));
  // forward: two and three products for each of three; reverse: three and two;
  // markowitz: exp' exp' once, its product with three slopes, and nine entries
  return counted(home, {sin(u), cos(u), tan(u)}, {x, y, z}) == counts{15, 15, 13};
}
static_assert(three_through_one_to_three());

constexpr bool units_and_constants_are_free() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol s = x + y, t = 3 * s - y;
  return counted(home, {s, t, -t, 2 * t}, {x, y}) == counts{0, 0, 0};
}
static_assert(units_and_constants_are_free());

constexpr bool sums_count() {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol e = exp(x);
  // forward: cos(e) e - sin(x) + exp(e) e; the others: (cos(e) + exp(e)) e - sin(x)
  return counted(home, {sin(e) + cos(x) + exp(e)}, {x}) == counts{4, 3, 3};
}
static_assert(sums_count());

constexpr bool half_of_a_matrix() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, z{home, home.input()};
  const symbol s = sin(x) + sin(y) + sin(z), t = exp(s);
  const auto graph = ctgrad::detail::linearize<double>(home, {sin(t), cos(t), tan(t)}, {x, y, z});
  const reach all(graph, part::all), half(graph, part::lower_triangle);
  return all.matters(2, 3) && half.matters(0, 3) && half.matters(2, 5) && !half.matters(2, 3) &&
         // forward: columns of 3, 2 and 1 entries; reverse: rows
         count_forward(graph, half) == 3 + 6 && count_reverse(graph, half) == 3 + 6 &&
         count_forward(graph, all) == 3 + 9;
}
static_assert(half_of_a_matrix());

/// A sign waits beside its value and cannot be counted in advance.
std::size_t without_signs(const ctgrad::program<double>& p) {
  std::size_t signs = 0;
  for (const auto& step : p.code) {
    if (step.op == &ctgrad::info_of<ctgrad::ops::negate, double>) ++signs;
  }
  return operations(p) - signs;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(elimination_)

BOOST_AUTO_TEST_CASE(at_run_time_as_well) {
  BOOST_TEST(three_through_one_to_three());
  BOOST_TEST(sums_count());
  BOOST_TEST(half_of_a_matrix());
}

// What is counted is what is recorded, but for results that are shared by chance.
BOOST_AUTO_TEST_CASE(counts_are_close_to_what_is_recorded) {
  support::for_each_vector_function([]<class E>(const E& entry) {
    for (std::size_t k = 0; k < 3; ++k) {
      builder<double> home;
      const auto x = support::inputs_of<E::inputs>(home);
      const auto y = entry.f(x);
      const symbols xs(x.begin(), x.end()), ys(y.begin(), y.end());
      const auto graph = ctgrad::detail::linearize(home, ys, xs);
      std::vector<slot> partials, all;
      for (const auto& e : graph.edges) partials.push_back(e.weight.value.at(home));
      all = partials;
      for (const auto& d : jacobian(home, ys, xs, support::ways[k].how)) all.push_back(d.at(home));
      const auto recorded = without_signs(home.finish(all)) - without_signs(home.finish(partials));
      const auto expected = counted(home, ys, xs)[k];
      BOOST_TEST_MESSAGE(entry.name << ' ' << support::ways[k].name << ": counted " << expected
                                    << ", recorded " << recorded);
      BOOST_TEST(recorded <= expected + expected / 10 + 2);
      BOOST_TEST(expected <= recorded + recorded / 3 + 12);
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
