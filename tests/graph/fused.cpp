// Fused functions, sums and dot products in graphs.
#include <ctgrad/graph/json.hpp>
#include <ctgrad/graph/mermaid.hpp>
#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "support.hpp"

using ctgrad::graph_role;

namespace {

constexpr auto wave = ctgrad::fused([](auto x, auto y, auto z) { return sin(x * y) * z + x; });
/// One more operand than a note has room for.
constexpr auto wide_wave =
    ctgrad::fused([](auto x, auto y, auto z, auto w) { return sin(x * y) * z + x * w; });

std::string ops_of(const auto& graph) {
  std::string all;
  for (const auto& n : graph.nodes) {
    all += n.op.empty() ? n.role == graph_role::constant ? "1" : "x" : " " + n.op;
  }
  return all;
}

using places = std::vector<std::size_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(fused_values)

BOOST_AUTO_TEST_CASE(a_fused_function_is_one_node_with_its_operands_in_order) {
  const scope s;
  const Value x{0.5}, y{2.0};
  const auto z = exp(wave(x, y, 3.0).label("z"));
  z.backward();
  const auto g = graph_of(z);
  BOOST_TEST(ops_of(g) == "xx1 fused exp");
  BOOST_TEST((g.nodes[3].role == graph_role::fused));
  BOOST_TEST((g.nodes[3].operands == places{0, 1, 2}));
  BOOST_TEST(g.nodes[3].label == "z");
  BOOST_TEST(is_equal(g.nodes[2].data, 3));
  BOOST_TEST(is_equal(g.nodes[3].data, 3 * std::sin(1.0) + 0.5));
  BOOST_TEST(is_equal(g.nodes[3].grad, z.data()));
  BOOST_TEST(count(to_dot(z), "peripheries=2, label=<fused>") == 1U);
  BOOST_TEST(count(ctgrad::to_mermaid(z), "[[\"fused\"]]:::fused") == 1U);
  BOOST_TEST(count(ctgrad::to_json(z), "\"role\": \"fused\"") == 1U);
}

BOOST_AUTO_TEST_CASE(it_can_be_opened_into_its_operations) {
  const scope s;
  const Value x{0.5}, y{2.0};
  const auto z = exp(wave(x, y, 3.0).label("z"));
  z.backward();
  const auto g = graph_of(z, {.open_fused = true});
  BOOST_TEST(ops_of(g) == "xx1 * sin * + exp");
  BOOST_TEST((g.opened == std::vector<std::string>{"fused"}));
  BOOST_TEST((g.nodes[6].operands == places{5, 0}));
  BOOST_TEST((g.nodes[7].operands == places{6}));
  BOOST_TEST(g.nodes[6].label == "z");
  BOOST_TEST(is_equal(g.nodes[3].data, 1));
  BOOST_TEST(is_equal(g.nodes[4].grad, 3 * z.data()));
  for (std::size_t i = 0; i < 8; ++i) {
    BOOST_TEST(g.nodes[i].part_of == (i >= 3 && i <= 6 ? 1U : 0U));
  }
  BOOST_TEST(count(to_dot(z, {.open_fused = true}), "subgraph cluster_1") == 1U);
  BOOST_TEST(count(ctgrad::to_mermaid(z, {.open_fused = true}), "subgraph part1") == 1U);
  BOOST_TEST(count(ctgrad::to_json(z, {.open_fused = true}), "\"part_of\": 1}") == 4U);
}

BOOST_AUTO_TEST_CASE(every_call_is_opened_by_itself_as_long_as_there_is_room) {
  const scope s;
  const Value x{0.5};
  Value y = x;
  for (int i = 0; i < 3; ++i) y = wave(x, y, 2.0);
  const auto all = graph_of(y, {.open_fused = true});  // x and three times 2 * sin * +
  BOOST_TEST(all.nodes.size() == 1U + 3U * 5U);
  BOOST_TEST(all.opened.size() == 3U);
  const auto some = graph_of(y, {.nodes_at_most = 10, .open_fused = true});
  BOOST_TEST(some.nodes.size() <= 10U);
  BOOST_TEST(some.opened.size() == 1U);
  BOOST_TEST(some.cut() == 0U);
  BOOST_TEST(graph_of(y, 3).cut() == 1U);
}

BOOST_AUTO_TEST_CASE(structures_and_passive_values_are_operands_one_by_one) {
  const scope s;
  const std::array<Value, 2> w{Value{2.0}, Value{3.0}};
  constexpr auto f = ctgrad::fused([](const auto& v, auto b) { return v[0] * v[1] + b; });
  const auto g = graph_of(f(w, Value(1.5)), {.open_fused = true});
  BOOST_TEST(ops_of(g) == "xx1 * +");
  BOOST_TEST(is_equal(g.nodes[2].data, 1.5));
  BOOST_TEST(is_equal(g.nodes[3].data, 6));
}

BOOST_AUTO_TEST_CASE(sums_and_dot_products_have_all_their_operands) {
  const scope s;
  const std::vector<Value> a{Value{1.0}, Value{2.0}, Value{3.0}};
  const auto g = graph_of(dot(a, std::array{4.0, 5.0, 6.0}) * sum(a));
  BOOST_TEST(ops_of(g) == "xxx111 dot sum *");
  BOOST_TEST((g.nodes[6].operands == places{0, 1, 2, 3, 4, 5}));
  BOOST_TEST((g.nodes[7].operands == places{0, 1, 2}));
  BOOST_TEST((g.nodes[7].role == graph_role::operation));
  BOOST_TEST(is_equal(g.nodes[6].data, 32));
  BOOST_TEST(!contains(to_dot(sum(a)), "headlabel"));
}

BOOST_AUTO_TEST_CASE(what_is_wider_than_any_picture_is_cut) {
  const scope s;
  const std::vector<Value> a(600, Value{1.0});
  const auto g = graph_of(2 * sum(a));
  BOOST_TEST(g.nodes.size() == 3U);
  BOOST_TEST(g.cut() == 1U);
}

BOOST_AUTO_TEST_CASE(inner_scopes_have_notes_of_their_own) {
  const scope s;
  const Value x{0.5};
  const auto outer = wave(x, x, 2.0);
  for (int i = 0; i < 1000; ++i) {
    const scope inner;
    const auto y = wave(outer, x, 3.0) + sum(std::vector<Value>{x, x});
    BOOST_TEST(ops_of(graph_of(y)) == "x1 fused1 fused sum +");
  }
  BOOST_TEST(ops_of(graph_of(outer)) == "x1 fused");
}

BOOST_AUTO_TEST_CASE(what_has_no_note_is_cut_and_taken_for_nothing_else) {
  const scope s;
  const Value x{0.5};
  Value y = x;
  for (int i = 0; i < 1000; ++i) y = wide_wave(x, y, 0.5, 1.0);
  const Value z = x * x + sin(x) * x;  // the second product was where the next result is
  const auto last = wide_wave(x, z, 0.5, 1.0);
  const auto g = graph_of(2 * last);
  BOOST_TEST(ops_of(g) == "x1 *");
  BOOST_TEST((g.nodes[0].role == graph_role::cut));
  BOOST_TEST(is_equal(g.nodes[0].data, last.data()));
  const scope inner;
  BOOST_TEST(graph_of(wide_wave(y, y, 0.5, 1.0)).nodes.size() == 4U);
}

BOOST_AUTO_TEST_CASE(other_scalars_are_opened_too) {
  const ctgrad::basic_scope<float> s;
  const ctgrad::basic_value<float> x{0.5F};
  const auto g = graph_of(wave(x, x, 3.0F), {.open_fused = true});
  BOOST_TEST(g.nodes.size() >= 3U);
  BOOST_TEST(g.cut() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
