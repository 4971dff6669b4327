// The graph behind a Value as data: which nodes, which edges, in which order.
#include <ctgrad/graph/graph_of.hpp>
#include <ctgrad/graph/json.hpp>

#include <thread>
#include <vector>

#include "support.hpp"

namespace {

using ctgrad::graph_role;
using places = std::vector<std::size_t>;

std::size_t edges(const auto& graph) {
  std::size_t number = 0;
  for (const auto& node : graph.nodes) number += node.operands.size();
  return number;
}

void check_operation(const auto& node, std::string_view op, const places& operands) {
  BOOST_TEST((node.role == graph_role::operation));
  BOOST_TEST(node.op == op);
  BOOST_TEST(node.operands == operands, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graphs)

BOOST_AUTO_TEST_CASE(every_operation_and_variable_is_a_node) {
  const scope s;
  const Value a{2.0}, b{-3.0}, c{10.0};
  const auto g = graph_of(relu(a + b * c));
  BOOST_REQUIRE(g.nodes.size() == 6U);
  BOOST_TEST(edges(g) == 5U);
  BOOST_TEST(g.cut() == 0U);
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST((g.nodes[i].role == graph_role::variable));
    BOOST_TEST((g.nodes[i].op.empty() && g.nodes[i].operands.empty()));
  }
  check_operation(g.nodes[3], "*", {1, 2});
  check_operation(g.nodes[4], "+", {0, 3});
  check_operation(g.nodes[5], "relu", {4});
}

BOOST_AUTO_TEST_CASE(data_and_gradients_are_those_of_the_values) {
  const scope s;
  const Value a{2.0}, b{-3.0};
  const auto y = a * b * b;  // a b²
  y.backward();
  const auto g = graph_of(y);
  BOOST_REQUIRE(g.nodes.size() == 4U);
  const double data[]{2, -3, -6, 18}, grad[]{9, -12, -3, 1};
  for (std::size_t i = 0; i < 4; ++i) {
    BOOST_TEST(is_equal(g.nodes[i].data, data[i]));
    BOOST_TEST(is_equal(g.nodes[i].grad, grad[i]));
  }
}

BOOST_AUTO_TEST_CASE(an_updated_variable_has_its_number_of_before) {
  const scope s;
  Value a{2.0};
  const auto before = a * 10;
  a.data() = 3;
  const auto g = graph_of(before + a);
  BOOST_REQUIRE(g.nodes.size() == 4U);
  BOOST_TEST(is_equal(g.nodes[0].data, 2));
}

BOOST_AUTO_TEST_CASE(sums_of_temporaries_are_drawn_as_those_of_named_values) {
  const scope s;
  const Value a{2.0}, b{-3.0}, c{10.0}, d{0.5};
  const auto short_text = (a * b + c * d) - (abs(c) - a / d) + (1 - b * b) - relu(d);
  const auto ab = a * b, cd = c * d, left = ab + cd, size = abs(c), quotient = a / d;
  const auto right = size - quotient, both = left - right, square = b * b, rest = 1 - square;
  const auto sum = both + rest, ramp = relu(d), long_text = sum - ramp;
  short_text.backward();
  const std::string first = to_json(short_text);
  for (const Value& x : {a, b, c, d}) x.zero_grad();
  long_text.backward();
  BOOST_TEST(first == to_json(long_text));
  BOOST_TEST(graph_of(short_text).nodes.size() == 4U + 12U + 1U);
}

BOOST_AUTO_TEST_CASE(an_accumulated_sum_is_drawn_step_by_step) {
  const scope s;
  const Value x{3.0};
  Value y = 0.0;
  for (int i = 1; i <= 3; ++i) y += i * x;
  y -= x * x;
  y.backward();
  const auto g = graph_of(y);  // 0 + 1 x + 2 x + 3 x - x x
  const char* ops[]{"", "", "*", "", "+", "", "*", "+", "", "*", "+", "*", "-"};
  const double grads[]{0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, -1, 1};
  BOOST_REQUIRE(g.nodes.size() == 13U);
  for (std::size_t i = 1; i < 13; ++i) {
    BOOST_TEST(g.nodes[i].op == ops[i]);
    BOOST_TEST(is_equal(g.nodes[i].grad, grads[i]));
  }
}

BOOST_AUTO_TEST_CASE(a_position_that_is_used_again_is_somebody_else) {
  const scope s;
  const Value a{2.0}, b{3.0};
  const auto sum = a * a + b * b;  // takes over the positions of both squares
  const Value c{5.0};
  const auto z = c * sum;
  const auto g = graph_of(z);
  BOOST_REQUIRE(g.nodes.size() == 7U);
  BOOST_TEST((g.nodes[2].role == graph_role::variable));
  BOOST_TEST(is_equal(g.nodes[2].data, 5));
  check_operation(g.nodes[5], "+", {3, 4});
  check_operation(g.nodes[6], "*", {2, 5});
  BOOST_TEST(graph_of(c).nodes.size() == 1U);
  BOOST_TEST((graph_of(c).nodes[0].role == graph_role::variable));
}

BOOST_AUTO_TEST_CASE(a_label_stays_with_the_value_that_it_was_given_to) {
  const scope s;
  const Value a{2.0}, b{3.0};
  const auto y = ((a * b).label("product") + (a * a).label("square")).label("sum");
  const Value c = Value{5.0} * y;
  const auto g = graph_of(c + 1);
  std::string all;
  for (const auto& n : g.nodes) all += n.op + n.label + " ";
  BOOST_TEST(all == "   *product *square +sum *  + ");
}

BOOST_AUTO_TEST_CASE(operands_keep_their_order) {
  const scope s;
  const Value a{1.0}, b{2.0};
  check_operation(graph_of(a - b).nodes.back(), "-", {0, 1});
  check_operation(graph_of(b - a).nodes.back(), "-", {1, 0});
  check_operation(graph_of(b / a).nodes.back(), "/", {1, 0});
  const auto with_constant = graph_of(5 - a);
  check_operation(with_constant.nodes.back(), "-", {1, 0});
  BOOST_TEST((with_constant.nodes[1].role == graph_role::constant));
}

BOOST_AUTO_TEST_CASE(constants_are_nodes_of_their_own) {
  const scope s;
  const Value x{3.0};
  const auto g = graph_of(2 * x + 2);
  BOOST_REQUIRE(g.nodes.size() == 5U);
  BOOST_TEST(edges(g) == 4U);
  std::size_t constants = 0;
  for (const auto& node : g.nodes) {
    if (node.role != graph_role::constant) continue;
    ++constants;
    BOOST_TEST(is_equal(node.data, 2));
    BOOST_TEST((node.op.empty() && node.operands.empty()));
  }
  BOOST_TEST(constants == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_shared_is_one_node) {
  const scope s;
  const Value x{3.0};
  const auto square = graph_of(x * x);
  BOOST_REQUIRE(square.nodes.size() == 2U);
  check_operation(square.nodes[1], "*", {0, 0});
  Value y = x;
  for (int i = 0; i < 60; ++i) y = y + y;
  const auto doubled = graph_of(y);
  BOOST_TEST(doubled.nodes.size() == 61U);
  BOOST_TEST(edges(doubled) == 120U);
}

BOOST_AUTO_TEST_CASE(only_what_leads_to_the_root_is_in_it) {
  const scope s;
  const Value x{3.0}, unused{4.0};
  const auto y = x + 1;
  static_cast<void>(y * unused);
  BOOST_TEST(graph_of(y).nodes.size() == 3U);
  BOOST_TEST(graph_of(x).nodes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(operands_come_before_their_results) {
  const scope s;
  const Value x{0.5}, y{2.0};
  const auto g = graph_of(tanh(x * y + exp(y) - 3) / (x + pow(y, 2)));
  for (std::size_t i = 0; i < g.nodes.size(); ++i) {
    for (const std::size_t from : g.nodes[i].operands) BOOST_TEST(from < i);
  }
  BOOST_TEST(g.nodes.back().op == "/");
}

BOOST_AUTO_TEST_CASE(labels_belong_to_their_nodes) {
  const scope s;
  const Value x{3.0};
  x.label("x");
  const auto g = graph_of((x * x).label("square") + x);
  BOOST_REQUIRE(g.nodes.size() == 3U);
  BOOST_TEST(g.nodes[0].label == "x");
  BOOST_TEST(g.nodes[1].label == "square");
  BOOST_TEST(g.nodes[2].label.empty());
}

BOOST_AUTO_TEST_CASE(operations_of_one_and_three_operands) {
  const scope s;
  const Value x{3.0}, y{4.0}, z{5.0};
  check_operation(graph_of(-x).nodes.back(), "-", {0});
  check_operation(graph_of(pow(x, 2)).nodes.back(), "^", {0, 1});
  const auto g = graph_of(ctgrad::apply<quoted_op>(z, x, y) * x);
  BOOST_REQUIRE(g.nodes.size() == 5U);
  check_operation(g.nodes[3], "say \"a\\N\"", {2, 0, 1});
  check_operation(g.nodes[4], "*", {3, 0});
  BOOST_TEST(is_equal(g.nodes[3].data, 19));
}

BOOST_AUTO_TEST_CASE(a_branch_is_not_a_node) {
  const scope s;
  const Value x{3.0};
  BOOST_TEST(graph_of(where(x > 0, 2 * x, exp(x))).nodes.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_passive_value_is_one_constant) {
  const auto g = graph_of(Value(2.5));
  BOOST_REQUIRE(g.nodes.size() == 1U);
  BOOST_TEST((g.nodes[0].role == graph_role::constant));
  BOOST_TEST(is_equal(g.nodes[0].data, 2.5));
}

BOOST_AUTO_TEST_CASE(values_of_an_outer_scope_are_followed) {
  const scope outer;
  const Value x{3.0};
  const auto square = x * x;
  const scope inner;
  BOOST_TEST(graph_of(square + 1).nodes.size() == 4U);
}

BOOST_AUTO_TEST_CASE(released_and_foreign_values_have_no_graph) {
  const auto made = [] {
    const scope s;
    return 2 * Value{1.0};
  };
  const Value released = made();
  BOOST_TEST(throws("E20", [&] { graph_of(released); }));
  Value foreign;
  std::thread([&] { foreign = Value{1.0}; }).join();
  BOOST_TEST(throws("E21", [&] { graph_of(foreign); }));
}

BOOST_AUTO_TEST_CASE(other_scalars_have_graphs) {
  const ctgrad::basic_scope<float> s;
  const ctgrad::basic_value<float> x{0.5F};
  const auto g = graph_of(x * 3);
  static_assert(std::is_same_v<decltype(g), const ctgrad::graph<float>>);
  BOOST_TEST(g.nodes.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
