// The graph as text in Graphviz's language. That Graphviz agrees: graphviz.cpp.
#include <ctgrad/graph/dot.hpp>

#include <limits>

#include "support.hpp"

BOOST_AUTO_TEST_SUITE(dot)

BOOST_AUTO_TEST_CASE(a_text_is_one_directed_graph) {
  const scope s;
  const Value x{3.0};
  const auto text = to_dot(2 * x);
  BOOST_TEST(text.starts_with("digraph ctgrad {\n"));
  BOOST_TEST(text.ends_with("\n}\n"));
  BOOST_TEST(count(text, "{") == 1U);
  BOOST_TEST(count(text, "}") == 1U);
}

BOOST_AUTO_TEST_CASE(every_operation_is_drawn_between_its_operands_and_its_result) {
  const scope s;
  const Value a{2.0}, b{-3.0}, c{10.0};
  const auto text = to_dot(relu(a + b * c));  // nodes a b c * + relu, in this order
  BOOST_TEST(count(text, "<table") == 6U);
  BOOST_TEST(count(text, " -> ") == 5U + 3U);
  for (const char* edge : {"n1 -> op3;", "n2 -> op3;", "op3 -> n3;", "n0 -> op4;", "n3 -> op4;",
                           "op4 -> n4;", "n4 -> op5;", "op5 -> n5;"}) {
    BOOST_TEST(count(text, edge) == 1U, edge);
  }
  BOOST_TEST((contains(text, "label=<*>") && contains(text, "label=<+>")));
  BOOST_TEST(contains(text, "label=<relu>"));
}

BOOST_AUTO_TEST_CASE(the_order_of_operands_is_the_order_of_their_edges) {
  const scope s;
  const Value a{1.0}, b{2.0};
  const auto text = to_dot(a - b), swapped = to_dot(b - a);
  BOOST_TEST(text.find("n0 -> op2") < text.find("n1 -> op2"));
  BOOST_TEST(swapped.find("n1 -> op2") < swapped.find("n0 -> op2"));
}

BOOST_AUTO_TEST_CASE(data_and_grad_are_shown) {
  const scope s;
  const Value x{2.5};
  const auto y = x * x;
  y.backward();
  const auto text = to_dot(y);
  BOOST_TEST((count(text, ">data<") == 2U && count(text, ">grad<") == 2U));
  for (const char* cell : {">2.5</td>", ">5</td>", ">6.25</td>", ">1</td>"}) {
    BOOST_TEST(count(text, cell) == 1U, cell);
  }
}

BOOST_AUTO_TEST_CASE(numbers_are_rounded_to_four_digits) {
  const scope s;
  const Value x{1.0 / 3}, large{-1234567.0};
  const auto text = to_dot(x * large);
  BOOST_TEST(count(text, ">0.3333</td>") == 1U);
  BOOST_TEST(count(text, ">-1.235e+06</td>") == 1U);
}

BOOST_AUTO_TEST_CASE(options_are_heeded) {
  const scope s;
  const Value x{1.0 / 3};
  const auto exact = to_dot(2 * x, {.digits = 17});
  BOOST_TEST(count(exact, ">0.33333333333333331</td>") == 1U);
  BOOST_TEST(count(to_dot(2 * x, {.digits = 1}), ">0.3</td>") == 1U);
  BOOST_TEST(to_dot(2 * x, {.digits = 99}) == exact);
  BOOST_TEST(to_dot(2 * x, {.digits = -1}) == to_dot(2 * x, {.digits = 1}));
  const auto down = to_dot(2 * x, {.direction = ctgrad::graph_direction::down});
  BOOST_TEST((contains(down, "rankdir=TB") && !contains(exact, "rankdir=TB")));
  BOOST_TEST(to_dot(2 * x, {.nodes_at_most = 2}) == to_dot(2 * x, 2));
}

BOOST_AUTO_TEST_CASE(operands_are_numbered_where_it_makes_a_difference) {
  const scope s;
  const Value a{1.0}, b{2.0};
  BOOST_TEST(contains(to_dot(a / b), "n0 -> op2 [headlabel=\"1\", labeldistance=1.2];"));
  BOOST_TEST(contains(to_dot(a / b), "n1 -> op2 [headlabel=\"2\", labeldistance=1.2];"));
  for (const Value& y : {a * b, a + b, max(a, b), min(a, b), a / a, exp(a)}) {
    BOOST_TEST(!contains(to_dot(y), "headlabel"));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_shown_as_such) {
  const scope s;
  const Value x{support::nan_of<double>}, y{-support::inf_of<double>};
  const auto text = to_dot(x * y);
  BOOST_TEST(contains(text, "-inf</td>"));
  BOOST_TEST(count(text, ">nan</td>") == 2U);  // without a sign
}

BOOST_AUTO_TEST_CASE(constants_are_drawn_without_a_card) {
  const scope s;
  const Value x{3.0};
  const auto text = to_dot(2.5 * x);
  BOOST_TEST(count(text, "label=\"2.5\"") == 1U);
  BOOST_TEST(count(text, "<table") == 2U);
  BOOST_TEST(count(text, " -> ") == 3U);
}

BOOST_AUTO_TEST_CASE(labels_are_drawn) {
  const scope s;
  const Value x{3.0};
  x.label("learning rate");
  const auto text = to_dot((2 * x).label("loss"));
  BOOST_TEST(count(text, "<b>learning rate</b>") == 1U);
  BOOST_TEST(count(text, "<b>loss</b>") == 1U);
  BOOST_TEST(count(text, "<b>") == 2U);
}

BOOST_AUTO_TEST_CASE(labels_are_escaped) {
  const scope s;
  const Value x{3.0};
  const auto text = to_dot(x.label(R"(a<b> & "c")"));
  BOOST_TEST(count(text, "<b>a&lt;b&gt; &amp; &quot;c&quot;</b>") == 1U);
}

BOOST_AUTO_TEST_CASE(lines_of_a_label_stay_lines_and_what_cannot_be_shown_is_left_out) {
  const scope s;
  const Value x{3.0};
  BOOST_TEST(count(to_dot(x.label("two\nlines\x01")), "<b>two<br/>lines</b>") == 1U);
  BOOST_TEST(count(to_dot(x.label("a\xFFz")), "<b>a\xEF\xBF\xBDz</b>") == 1U);
}

BOOST_AUTO_TEST_CASE(what_the_tape_has_not_kept_is_told_from_what_is_cut) {
  const scope s;
  Value x{3.0};
  for (int i = 0; i < 5000; ++i) x = relu(x);
  BOOST_TEST(contains(to_dot(x),
                      "label=\"what leads to the dashed value has not been kept: record "
                      "it under keep_notes\""));
}

BOOST_AUTO_TEST_CASE(names_of_operations_are_escaped) {
  const scope s;
  const Value x{3.0};
  const auto text = to_dot(ctgrad::apply<quoted_op>(x, x, x));
  BOOST_TEST(count(text, "label=<say &quot;a") == 1U);
}

BOOST_AUTO_TEST_CASE(a_large_graph_is_cut_with_a_note) {
  const scope s;
  Value x{3.0};
  for (int i = 0; i < 20; ++i) x = relu(x);
  const auto cut = to_dot(x, 5), whole = to_dot(x);
  BOOST_TEST(count(cut, "cut at 5 nodes: what leads to the dashed value is not drawn") == 1U);
  BOOST_TEST(count(cut, "<table") == 5U);
  BOOST_TEST(count(whole, "<table") == 21U);
  BOOST_TEST((count(cut, "dashed\"") == 1U && count(whole, "dashed\"") == 0U));
  BOOST_TEST(!contains(whole, "cut"));
}

BOOST_AUTO_TEST_CASE(a_passive_value_is_one_number) {
  const auto text = to_dot(Value(2.5));
  BOOST_TEST(count(text, "label=\"2.5\"") == 1U);
  BOOST_TEST(count(text, "->") == 0U);
  BOOST_TEST(count(text, "<table") == 0U);
}

BOOST_AUTO_TEST_CASE(a_released_value_is_not_drawn) {
  const auto made = [] {
    const scope s;
    return 2 * Value{1.0};
  };
  const Value released = made();
  BOOST_TEST(throws("E20", [&] { to_dot(released); }));
}

BOOST_AUTO_TEST_CASE(drawing_changes_nothing) {
  const scope s;
  const Value x{3.0};
  const auto y = x * x;
  y.backward();
  const auto before = ctgrad::basic_tape<double>::current().size();
  const auto first = to_dot(y);
  BOOST_TEST(to_dot(y) == first);
  BOOST_TEST(ctgrad::basic_tape<double>::current().size() == before);
  BOOST_TEST(is_equal(x.grad(), 6));
}

BOOST_AUTO_TEST_CASE(other_scalars_are_drawn) {
  const ctgrad::basic_scope<long double> s;
  const ctgrad::basic_value<long double> x{0.5L};
  BOOST_TEST(count(to_dot(x * 3), ">1.5</td>") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
