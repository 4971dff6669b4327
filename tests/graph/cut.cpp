// Graphs that are too large for a picture, or that the tape has forgotten parts of.
#include <ctgrad/graph/graph_of.hpp>

#include <vector>

#include "support.hpp"

namespace {

using ctgrad::graph_role;

/// x, relu(x), relu(relu(x)), ...
Value tower(const Value& x, int height) {
  Value y = x;
  for (int i = 0; i < height; ++i) y = relu(y);
  return y;
}

/// Graphs with constants, shared operands and operations of one, two and three operands.
std::vector<Value> samples() {
  const Value x{3.0}, y{4.0};
  return {tower(x, 8),
          2 * (3 * (4 * (5 * x))),
          (x + y) * (x - y) / (x * y) + exp(x),
          x * x * x * x,
          ctgrad::apply<quoted_op>(x, y, x),
          ctgrad::apply<quoted_op>(x, x, 2) + ctgrad::apply<quoted_op>(2, 2, y)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cuts)

BOOST_AUTO_TEST_CASE(a_large_graph_is_cut_at_its_far_end) {
  const scope s;
  const auto g = graph_of(tower(Value{3.0}, 20), 5);
  BOOST_REQUIRE(g.nodes.size() == 5U);
  BOOST_TEST(g.cut() == 1U);
  BOOST_TEST((g.nodes[0].role == graph_role::cut));
  BOOST_TEST((g.nodes[0].op.empty() && g.nodes[0].operands.empty()));
  for (std::size_t i = 1; i < 5; ++i) {
    BOOST_TEST((g.nodes[i].role == graph_role::operation));
    BOOST_REQUIRE(g.nodes[i].operands.size() == 1U);
    BOOST_TEST(g.nodes[i].operands[0] == i - 1);
  }
}

BOOST_AUTO_TEST_CASE(what_is_cut_keeps_its_data_grad_and_label) {
  const scope s;
  const Value x{3.0};
  const auto square = (x * x).label("square");
  const auto y = exp(relu(2 * square) - 18);
  y.backward();
  const auto g = graph_of(y, 6);  // exp, -, 18, relu, *; no room for both operands of *
  BOOST_TEST(g.nodes.size() == 5U);
  BOOST_TEST(g.cut() == 1U);
  BOOST_TEST((g.nodes[0].role == graph_role::cut));
  BOOST_TEST(is_equal(g.nodes[0].data, 18));
  const auto wider = graph_of(y, 7);
  BOOST_REQUIRE(wider.nodes.size() == 7U);
  BOOST_TEST((wider.nodes[0].role == graph_role::cut));
  BOOST_TEST(wider.nodes[0].label == "square");
  BOOST_TEST(is_equal(wider.nodes[0].data, 9));
  BOOST_TEST(is_equal(wider.nodes[0].grad, 2));
}

BOOST_AUTO_TEST_CASE(a_variable_is_never_a_cut) {
  const scope s;
  const auto whole = graph_of(tower(Value{3.0}, 20), 21);
  BOOST_TEST(whole.nodes.size() == 21U);
  BOOST_TEST(whole.cut() == 0U);
  BOOST_TEST((whole.nodes[0].role == graph_role::variable));
}

BOOST_AUTO_TEST_CASE(five_hundred_nodes_are_drawn_unless_told_otherwise) {
  const scope s;
  const Value x{3.0};
  BOOST_TEST(graph_of(tower(x, 499)).cut() == 0U);
  const auto g = graph_of(tower(x, 500));
  BOOST_TEST(g.nodes.size() == 500U);
  BOOST_TEST(g.cut() == 1U);
}

BOOST_AUTO_TEST_CASE(there_are_never_more_nodes_than_allowed) {  // constants are nodes too
  const scope s;
  for (const Value& y : samples()) {
    for (std::size_t allowed = 1; allowed <= 20; ++allowed) {
      const auto g = graph_of(y, allowed);
      BOOST_TEST(g.nodes.size() <= allowed);
      BOOST_TEST(is_equal(g.nodes.back().data, y.data()));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_graph_that_fits_is_whole) {
  const scope s;
  for (const Value& y : samples()) {
    const auto whole = graph_of(y);
    BOOST_TEST(whole.cut() == 0U);
    BOOST_TEST(graph_of(y, whole.nodes.size()).nodes.size() == whole.nodes.size());
    BOOST_TEST(graph_of(y, whole.nodes.size() - 1).cut() > 0U);
  }
}

BOOST_AUTO_TEST_CASE(a_small_graph_behind_thousands_of_variables_is_whole) {
  const scope s;
  const auto parameters = ctgrad::variables(std::vector<double>(5000, 1.5));
  const auto g = graph_of(parameters[4998] + parameters[4999]);
  BOOST_REQUIRE(g.nodes.size() == 3U);
  BOOST_TEST(g.cut() == 0U);
  BOOST_TEST(is_equal(g.nodes[0].data, 1.5));
  BOOST_TEST(is_equal(g.nodes[2].data, 3));
}

BOOST_AUTO_TEST_CASE(operations_without_a_note_are_cut) {
  const scope s;
  const auto y = tower(Value{3.0}, 5000);
  const auto g = graph_of(y);
  BOOST_REQUIRE(g.nodes.size() == 1U);
  BOOST_TEST((g.nodes[0].role == graph_role::cut));
  BOOST_TEST(is_equal(g.nodes[0].data, 3));
  const scope inner;  // has notes of its own
  const auto next = graph_of(2 * y);
  BOOST_REQUIRE(next.nodes.size() == 3U);
  BOOST_TEST(next.cut() == 1U);
  BOOST_TEST(next.nodes.back().op == "*");
}

BOOST_AUTO_TEST_SUITE_END()
