// Programs as text in Graphviz's language. That Graphviz agrees: graph/graphviz.cpp.
#include <ctgrad/program/dot.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

#include "../support/programs.hpp"

namespace {

using ctgrad::to_dot;
using support::differentiated;
using support::traced;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

bool holds(const std::string& text, const std::string& part) {
  return count(text, part) != 0;
}

struct quoted_op : ctgrad::op<"say \"<a>\"", 1> {
  static constexpr auto value(const auto& x) { return x; }
  static constexpr auto partials(const auto&, const auto&) { return std::tuple{1}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dot)

BOOST_AUTO_TEST_CASE(a_text_is_one_directed_graph) {
  const auto text = to_dot(traced<1>([](auto x) { return sin(x) * x; }));
  BOOST_TEST(text.starts_with("digraph ctgrad {\n"));
  BOOST_TEST(text.ends_with("\n}\n"));
  BOOST_TEST(count(text, "{") == count(text, "}"));
}

BOOST_AUTO_TEST_CASE(inputs_operations_and_outputs_are_boxes) {
  const auto text = to_dot(traced<2>([](auto x, auto y) { return sin(x * y); }));
  BOOST_TEST(count(text, "label=<") == 5U);
  for (const char* label : {"<<b>x0</b>>", "<<b>x1</b>>", "<*>", "<sin>", "<<b>y0</b>>"}) {
    BOOST_TEST(count(text, label) == 1U, label);
  }
  BOOST_TEST(count(text, " -> ") == 4U);
  for (const char* edge : {"n0 -> n2;", "n1 -> n2;", "n2 -> n3;", "n3 -> y0;"}) {
    BOOST_TEST(count(text, edge) == 1U, edge);
  }
}

BOOST_AUTO_TEST_CASE(literals_stand_inside_of_operations) {
  const auto text = to_dot(traced<1>([](auto x) {
    const auto difference = 1 - x;
    return where(difference < 0.25, max(difference, 2), difference / 3);
  }));
  for (const char* label : {"<1 ->", "<&lt; 0.25>", "<max(&#183;, 2)>", "</ 3>", "<where>"}) {
    BOOST_TEST(count(text, label) == 1U, label);
  }
  BOOST_TEST(count(text, "label=<") == 7U);
}

BOOST_AUTO_TEST_CASE(operands_are_numbered_where_their_order_matters) {
  const auto text = to_dot(traced<2>([](auto x, auto y) { return (x - y) / 2 + y; }));
  BOOST_TEST(holds(text, "n0 -> n2 [headlabel=\"1\", labeldistance=1.2];"));
  BOOST_TEST(holds(text, "n1 -> n2 [headlabel=\"2\", labeldistance=1.2];"));
  BOOST_TEST(count(text, "headlabel") == 2U);
  const auto choice = to_dot(traced<2>([](auto x, auto y) { return where(x, y, 0); }));
  BOOST_TEST(count(choice, "headlabel") == 2U);
}

BOOST_AUTO_TEST_CASE(what_only_derivatives_need_has_another_colour) {
  const auto p = differentiated<1>([](auto x) { return exp(sin(x)); });
  const std::string white(ctgrad::detail::dot_look::white), sand(ctgrad::detail::dot_look::sand);
  BOOST_TEST(count(to_dot(p), sand) == 0U);
  const auto text = to_dot(p, {{}, {}, 1});
  BOOST_TEST(count(text, white) == 2U);  // sin, exp
  BOOST_TEST(count(text, sand) == 2U);   // cos, *
}

BOOST_AUTO_TEST_CASE(names_are_shown_as_they_are) {
  const auto p = traced<2>([](auto x, auto y) { return ctgrad::apply<quoted_op>(x) + y; });
  const auto text = to_dot(p, {{"<x>", "y"}, {"a & b"}});
  for (const char* label :
       {"<<b>&lt;x&gt;</b>>", "<<b>y</b>>", "<<b>a &amp; b</b>>", "<say &quot;&lt;a&gt;&quot;>"}) {
    BOOST_TEST(count(text, label) == 1U, label);
  }
}

BOOST_AUTO_TEST_CASE(outputs_may_be_inputs_and_literals) {
  ctgrad::builder<double> home;
  const auto x = home.input();
  const auto text = to_dot(home.finish({x, home.literal(2.5), x}));
  for (const char* part : {"n0 -> y0;", "n0 -> y2;", "l1 -> y1;", "label=\"2.5\""}) {
    BOOST_TEST(count(text, part) == 1U, part);
  }
  BOOST_TEST(to_dot(ctgrad::program<double>{}).ends_with("}\n"));
}

BOOST_AUTO_TEST_CASE(a_frozen_program_looks_the_same) {
  constexpr auto f = [](auto x) { return sin(x) * x; };
  BOOST_TEST(to_dot(ctgrad::frozen<support::source<decltype(f), 1>>::value) ==
             to_dot(traced<1>(f)));
}

BOOST_AUTO_TEST_SUITE_END()
