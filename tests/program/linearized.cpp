// The graph of partials: which vertices and edges it has, in which order.
#include <ctgrad/program/linearized.hpp>

#include <boost/test/unit_test.hpp>

#include <initializer_list>
#include <vector>

namespace {

using ctgrad::builder;
using ctgrad::slot;
using ctgrad::symbol;
using ctgrad::detail::linearize;
using ctgrad::detail::no_vertex;

struct expected_edge {
  slot from, to;
  symbol weight;
};

constexpr bool has_edges(const ctgrad::detail::linearized<double>& graph,
                         const std::vector<expected_edge>& expected) {
  if (graph.edges.size() != expected.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& e = graph.edges[i];
    if (e.from != expected[i].from || e.to != expected[i].to) return false;
    if (!e.weight.plain().same_as(expected[i].weight)) return false;
  }
  return true;
}

constexpr bool results_are_numbered_in_the_order_of_evaluation() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol p = x * y, f = exp(p), g = f + x;
  const auto graph = linearize<double>(home, {f, g}, {x, y});
  // sources 0 and 1, sinks 2 and 3, p 4; f is 5, since g is made of it
  return graph.sources == std::vector<slot>{0, 1} && graph.sinks == std::vector<slot>{2, 3} &&
         graph.first_sink == 2 && graph.first_inner == 4 && graph.vertices == 6 &&
         has_edges(graph, {{0, 4, y}, {1, 4, x}, {4, 5, f}, {5, 3, 1}, {0, 3, 1}, {5, 2, 1}});
}
static_assert(results_are_numbered_in_the_order_of_evaluation());

constexpr bool an_operand_that_stands_twice_has_one_edge() {
  builder<double> home;
  const symbol x{home, home.input()};
  return has_edges(linearize<double>(home, {x * x}, {x}), {{0, 1, 2 * x}});
}
static_assert(an_operand_that_stands_twice_has_one_edge());

constexpr bool only_what_lies_between_has_edges() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol e = exp(y), f = sin(x) * e + detach(cos(x)) * e;
  const auto graph = linearize<double>(home, {f, e}, {x});
  // sin(x), its product and the sum; nothing of y, and no way through detach
  return graph.sinks == std::vector<slot>{1, no_vertex} &&
         has_edges(graph, {{0, 3, cos(x)}, {3, 4, e}, {4, 1, 1}});
}
static_assert(only_what_lies_between_has_edges());

constexpr bool a_source_may_be_computed() {
  builder<double> home;
  const symbol x{home, home.input()};
  const symbol u = sin(x), f = exp(u);
  // u moves with x, and by its own source
  return has_edges(linearize<double>(home, {f}, {x, u}), {{1, 3, 1}, {0, 3, cos(x)}, {3, 2, f}}) &&
         has_edges(linearize<double>(home, {f}, {u}), {{0, 1, f}});
}
static_assert(a_source_may_be_computed());

constexpr bool shared_vertices() {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()}, later{home, home.literal(3)};
  const symbol f = x * y, z = exp(f);
  const auto graph = linearize<double>(home, {f, f, x, later}, {x, x, z, later});
  return graph.sources == std::vector<slot>{0, 0, no_vertex, no_vertex} &&
         graph.sinks == std::vector<slot>{4, 4, 6, no_vertex} &&
         has_edges(graph, {{0, 4, y}, {0, 6, 1}});
}
static_assert(shared_vertices());

}  // namespace

BOOST_AUTO_TEST_SUITE(linearized)

BOOST_AUTO_TEST_CASE(at_run_time_as_well) {
  BOOST_TEST(results_are_numbered_in_the_order_of_evaluation());
  BOOST_TEST(only_what_lies_between_has_edges());
  BOOST_TEST(a_source_may_be_computed());
  BOOST_TEST(shared_vertices());
}

BOOST_AUTO_TEST_SUITE_END()
