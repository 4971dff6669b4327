// The graph as a Mermaid flowchart.
#include <ctgrad/graph/keep_notes.hpp>
#include <ctgrad/graph/mermaid.hpp>

#include <string>

#include "support.hpp"

using ctgrad::to_mermaid;

namespace {

/// The label of one variable in the picture.
std::string label_of(std::string_view label) {
  const scope s;
  const auto text = to_mermaid(Value{1.0}.label(std::string(label)));
  const auto begin = text.find("<b>") + 3;
  return text.substr(begin, text.find("</b>") - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mermaid)

BOOST_AUTO_TEST_CASE(a_graph_is_a_flowchart_of_cards_and_operations) {
  const scope s;
  const Value x = Value{2.0}.label("x");
  const auto y = (x - 3.5).label("y");
  y.backward();
  const auto text = to_mermaid(y);
  BOOST_TEST(
      text.starts_with("flowchart LR\n"
                       "  n0[\"<b>x</b><br/>data 2<br/>grad 1\"]:::variable\n"
                       "  n1[\"3.5\"]:::constant\n"
                       "  n2[\"<b>y</b><br/>data -1.5<br/>grad 1\"]:::result\n"
                       "  op2([\"#45;\"]):::operation\n"
                       "  op2 --> n2\n"
                       "  n0 -->|1| op2\n"
                       "  n1 -->|2| op2\n"
                       "  classDef variable "));
}

BOOST_AUTO_TEST_CASE(every_class_that_is_used_has_a_look) {
  const scope s;
  const auto text = to_mermaid(exp(Value{1.0} * 2), {.nodes_at_most = 2});
  for (const char* name :
       {"variable", "result", "cut", "operation", "fused", "constant", "frame"}) {
    BOOST_TEST(count(text, "classDef " + std::string(name) + " fill:") == 1U, name);
  }
}

BOOST_AUTO_TEST_CASE(operands_are_numbered_where_it_makes_a_difference) {
  const scope s;
  const Value x{2.0}, y{3.0};
  BOOST_TEST(count(to_mermaid(x + y), "|") == 0U);
  BOOST_TEST(count(to_mermaid(x / y), "|") == 4U);
  BOOST_TEST(count(to_mermaid(x / x), "|") == 0U);
}

BOOST_AUTO_TEST_CASE(signs_of_labels_are_written_as_numbers) {
  BOOST_TEST(label_of("plain words 12") == "plain words 12");
  BOOST_TEST(label_of("a<b>") == "a#60;b#62;");
  BOOST_TEST(label_of("\"&#;") == "#34;#38;#35;#59;");
  BOOST_TEST(label_of("`1. *a*`") == "#96;1#46; #42;a#42;#96;");
  BOOST_TEST(label_of("[x](y){z}|%%") == "#91;x#93;#40;y#41;#123;z#125;#124;#37;#37;");
  BOOST_TEST(label_of("two\nlines") == "two<br/>lines");
  BOOST_TEST(label_of("θ₁ 日本") == "θ₁ 日本");
  BOOST_TEST(label_of("a\x01\x7F\xC2\x85z") == "az");
  BOOST_TEST(label_of("\xFF") == "\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(names_of_operations_are_escaped) {
  const scope s;
  const Value x{3.0};
  const auto text = to_mermaid(ctgrad::apply<quoted_op>(x, x, x));
  BOOST_TEST(count(text, "([\"say #34;a#92;N#34;\"])") == 1U);
}

BOOST_AUTO_TEST_CASE(options_are_heeded) {
  const scope s;
  const Value x{1.0 / 3};
  BOOST_TEST(contains(to_mermaid(2 * x), "data 0.3333<"));
  BOOST_TEST(contains(to_mermaid(2 * x, {.digits = 6}), "data 0.333333<"));
  BOOST_TEST(
      to_mermaid(x, {.direction = ctgrad::graph_direction::down}).starts_with("flowchart TB"));
}

BOOST_AUTO_TEST_CASE(a_large_graph_is_cut_with_a_note) {
  const scope s;
  Value x{3.0};
  for (int i = 0; i < 20; ++i) x = relu(x);
  const auto text = to_mermaid(x, {.nodes_at_most = 5});
  BOOST_TEST(count(text, "cut at 5 nodes#58; what leads to the dashed value is not drawn") == 1U);
  BOOST_TEST(count(text, ":::cut") == 1U);
  BOOST_TEST(!contains(to_mermaid(x), "note"));
}

BOOST_AUTO_TEST_CASE(what_mermaid_would_refuse_is_cut_until_it_is_not) {
  const scope s;
  const ctgrad::keep_notes all;
  const Value x{0.5};
  Value y = x;
  for (int i = 0; i < 2000; ++i) y = where(x < y, y, x - y);
  const auto many = to_mermaid(y, {.nodes_at_most = 100'000});
  BOOST_TEST((count(many, " -->") <= 500U && many.size() <= 50'000U));
  BOOST_TEST((count(many, " -->") > 300U && contains(many, "note[\"cut at ")));
  Value named{0.5};
  for (int i = 0; i < 100; ++i) named = sin(named).label(std::string(2000, 'a'));
  const auto wordy = to_mermaid(named);
  BOOST_TEST((wordy.size() <= 50'000U && wordy.size() > 30'000U));
}

BOOST_AUTO_TEST_CASE(a_passive_value_is_one_number) {
  BOOST_TEST(to_mermaid(Value(2.0)).starts_with("flowchart LR\n  n0[\"2\"]:::constant\n  class"));
}

BOOST_AUTO_TEST_SUITE_END()
