// Fused operations, closed and opened into the steps of their programs.
#include <ctgrad/graph/json.hpp>
#include <ctgrad/graph/mermaid.hpp>
#include <ctgrad/graph/opened.hpp>

#include <array>
#include <cmath>
#include <vector>

#include "../support/programs.hpp"
#include "support.hpp"

namespace {

using ctgrad::graph_node;
using ctgrad::graph_role;

graph_node<double> node(graph_role role, double data, double grad = 0) {
  graph_node<double> result;
  result.role = role;
  result.data = data;
  result.grad = grad;
  return result;
}

/// The graph of f(x0, x1) with the result's grad, opened.
ctgrad::graph<double> opened(const auto& program, double x0, double x1, double grad) {
  ctgrad::graph<double> g;
  g.nodes = {node(graph_role::variable, x0), node(graph_role::variable, x1)};
  graph_node<double> result = node(graph_role::fused, 42, grad);
  result.label = "y";
  ctgrad::detail::open_into(g, program, program.outputs[0], std::array<std::size_t, 2>{0, 1}, "f",
                            result);
  return g;
}

constexpr auto wave = [](auto x, auto y) { return sin(x * y) * 3 + x; };

}  // namespace

BOOST_AUTO_TEST_SUITE(fused)

BOOST_AUTO_TEST_CASE(the_steps_of_a_program_become_nodes_with_data_and_grad) {
  const auto program = support::traced<2>(wave);
  const auto g = opened(program, 0.5, 2.0, 10);
  const double x = 0.5, y = 2.0;
  BOOST_REQUIRE(g.nodes.size() == 7U);
  BOOST_TEST(ctgrad::detail::steps_of(program, program.outputs[0]) == 5U);
  const char* ops[]{"", "", "*", "sin", "", "*", "+"};
  const double data[]{x, y, x * y, std::sin(x * y), 3, 3 * std::sin(x * y), 42};
  const double grad[]{0, 0, 30 * std::cos(x * y), 30, 0, 10, 10};
  for (std::size_t i = 0; i < 7; ++i) {
    BOOST_TEST(g.nodes[i].op == ops[i]);
    BOOST_TEST(is_equal(g.nodes[i].data, data[i]));
    BOOST_TEST(is_equal(g.nodes[i].grad, grad[i]));
    BOOST_TEST(g.nodes[i].part_of == (i < 2 ? 0U : 1U));
  }
  BOOST_TEST((g.nodes[6].operands == std::vector<std::size_t>{5, 0}));
  BOOST_TEST(g.nodes[6].label == "y");
  BOOST_TEST((g.opened == std::vector<std::string>{"f"}));
}

BOOST_AUTO_TEST_CASE(only_what_an_output_needs_is_opened) {
  const auto program = support::differentiated<2>([](auto x, auto y) { return exp(x) * y; });
  const auto g = opened(program, 0.5, 2.0, 1);
  BOOST_TEST(g.nodes.size() == 2U + 2U);
  BOOST_TEST(ctgrad::detail::steps_of(program, program.outputs[0]) == 2U);
}

BOOST_AUTO_TEST_CASE(an_output_that_is_an_input_or_a_number_is_one_step) {
  const auto same = opened(support::traced<2>([](auto, auto y) { return y; }), 0.5, 2.0, 1);
  BOOST_REQUIRE(same.nodes.size() == 3U);
  BOOST_TEST(same.nodes[2].op == "=");
  BOOST_TEST((same.nodes[2].operands == std::vector<std::size_t>{1}));
  const auto program = support::traced<2>([](auto x, auto) { return decltype(x)(2.5); });
  const auto number = opened(program, 0.5, 2.0, 1);
  BOOST_REQUIRE(number.nodes.size() == 4U);
  BOOST_TEST((number.nodes[3].operands == std::vector<std::size_t>{2}));
  BOOST_TEST(ctgrad::detail::steps_of(program, program.outputs[0]) == 2U);
}

BOOST_AUTO_TEST_CASE(nothing_flows_back_into_a_branch_that_was_not_taken) {
  const auto f = [](auto x, auto y) { return where(x < 1, x * 2, log(y) * y); };
  const auto g = opened(support::traced<2>(f), 0.5, 0.0, support::inf_of<double>);
  for (const auto& n : g.nodes) {
    if (n.op == "log") BOOST_TEST(is_equal(n.grad, 0));
  }
}

BOOST_AUTO_TEST_CASE(an_opened_operation_has_a_frame_in_pictures) {
  const auto g = opened(support::traced<2>(wave), 0.5, 2.0, 10);
  const auto dot = ctgrad::to_dot(g);
  BOOST_TEST(count(dot, "subgraph cluster_1 {") == 1U);
  BOOST_TEST(count(dot, "label=<<i>f</i>>") == 1U);
  BOOST_TEST(dot.find("n1 [") < dot.find("subgraph"));
  BOOST_TEST(dot.find("n2 [") > dot.find("subgraph"));
  const auto mermaid = ctgrad::to_mermaid(g);
  BOOST_TEST(count(mermaid, "  subgraph part1[\"f\"]\n") == 1U);
  BOOST_TEST(count(mermaid, "  end\n  class part1 frame\n") == 1U);
  BOOST_TEST(count(ctgrad::to_json(g), "\"opened\": [\"f\"]") == 1U);
  BOOST_TEST(count(ctgrad::to_json(g), "\"part_of\": 1}") == 5U);
}

BOOST_AUTO_TEST_CASE(a_closed_one_has_a_look_of_its_own_and_any_number_of_operands) {
  ctgrad::graph<double> g;
  graph_node<double> result = node(graph_role::fused, 3);
  result.op = "f<3>";
  for (std::size_t i = 0; i < 20; ++i) {
    g.nodes.push_back(node(graph_role::variable, 1));
    result.operands.push_back(i);
  }
  g.nodes.push_back(result);
  const auto dot = ctgrad::to_dot(g);
  BOOST_TEST(count(dot, "peripheries=2, label=<f&lt;3&gt;>") == 1U);
  BOOST_TEST(count(dot, "-> op20 [taillabel=") == 20U);
  const auto mermaid = ctgrad::to_mermaid(g);
  BOOST_TEST(count(mermaid, "op20[[\"f#60;3#62;\"]]:::fused") == 1U);
  BOOST_TEST(count(mermaid, "| op20\n") == 20U);
  BOOST_TEST(count(ctgrad::to_json(g), "\"role\": \"fused\"") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
