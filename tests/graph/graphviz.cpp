// Graphviz reads what we write, and sees the nodes and edges that were meant. Where there is no
// `dot` these tests are skipped.
#include <ctgrad/graph/opened.hpp>
#include <ctgrad/program/dot.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "../support/programs.hpp"
#include "support.hpp"

#include <sys/types.h>
#include <unistd.h>

namespace {

/// What Graphviz made of a text: its complaints, and the picture (plain: a line "node n0 ..."
/// each).
struct reading {
  int status;
  std::string complaints, picture;

  std::size_t nodes() const { return count(picture, "\nnode "); }
  std::size_t edges() const { return count(picture, "\nedge "); }
};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder that is removed at the end.
struct folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("ctgrad_graphviz_" + std::to_string(getpid()));
  folder() { std::filesystem::create_directories(path); }
  ~folder() { std::filesystem::remove_all(path); }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
};

reading read_by_graphviz(const std::string& text, const std::string& format = "plain") {
  const folder here;
  std::ofstream(here.path / "in.dot") << text;
  const auto command =
      "cd '" + here.path.string() + "' && dot -T" + format + " in.dot >out 2>complaints";
  const int status = std::system(command.c_str());
  return {status, content_of(here.path / "complaints"), content_of(here.path / "out")};
}

boost::test_tools::assertion_result graphviz_is_here(boost::unit_test::test_unit_id) {
  static const bool found = std::system("dot -V >/dev/null 2>&1") == 0;
  return found;
}

void check(const std::string& text, std::size_t nodes, std::size_t edges) {
  const auto result = read_by_graphviz(text);
  BOOST_TEST(result.status == 0);
  BOOST_TEST(result.complaints == "");
  BOOST_TEST(result.nodes() == nodes);
  BOOST_TEST(result.edges() == edges);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graphviz, *boost::unit_test::precondition(graphviz_is_here))

BOOST_AUTO_TEST_CASE(a_text_that_is_wrong_is_noticed) {
  BOOST_TEST(read_by_graphviz("digraph { a -> ").status != 0);
  BOOST_TEST(read_by_graphviz("digraph { a [label=<<b>x>] }").complaints != "");
}

BOOST_AUTO_TEST_CASE(a_neuron_is_drawn) {
  const scope s;
  const Value x{2.0}, w{-3.0}, b{6.5};
  const auto o = tanh(x * w + b);
  o.backward();
  check(to_dot(o.label("o")), 6 + 3, 5 + 3);  // cards and operations
}

BOOST_AUTO_TEST_CASE(constants_and_shared_operands_are_drawn) {
  const scope s;
  const Value x{2.0};
  check(to_dot(x * x + 2), 4 + 2, 4 + 2);
  check(to_dot(Value(3.0)), 1, 0);
}

BOOST_AUTO_TEST_CASE(labels_of_every_kind_are_accepted) {
  for (const char* label :
       {R"(a<b>&"c")", "<", "&amp;", "\\N", "\\", "two\nlines", "[x];", "->", "{}", "θ₁", "'", "#",
        "//", "<!--", " ", "\n", "\xFF\xC3", "\xEF\xBF\xBE", "\xC2\x85"}) {
    const scope s;
    const Value x{2.0};
    x.label(label);
    BOOST_TEST_CONTEXT("label " << label) {
      check(to_dot(2 * x), 3 + 1, 2 + 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_are_shown_as_they_are) {
  const scope s;
  const Value x{2.0};
  const auto y = ctgrad::apply<quoted_op>(x.label(R"(a<b>\N)"), x, x);
  const auto picture = read_by_graphviz(to_dot(y), "svg").picture;
  BOOST_TEST(count(picture, R"(>a&lt;b&gt;\N</text>)") == 1U);
  BOOST_TEST(count(picture, R"(>say &quot;a\N&quot;</text>)") == 1U);
}

BOOST_AUTO_TEST_CASE(control_characters_in_a_label_do_no_harm) {
  const scope s;
  const Value x{2.0};
  check(to_dot(x.label("a\x01"
                       "b")),
        1, 0);
}

BOOST_AUTO_TEST_CASE(names_of_operations_are_accepted) {
  const scope s;
  const Value x{2.0};
  check(to_dot(ctgrad::apply<quoted_op>(x, x, x)), 2 + 1, 3 + 1);
}

BOOST_AUTO_TEST_CASE(a_cut_graph_is_accepted) {
  const scope s;
  Value x{2.0};
  for (int i = 0; i < 20; ++i) x = relu(x);
  check(to_dot(x, 5), 5 + 4, 4 + 4);
}

BOOST_AUTO_TEST_CASE(fused_operations_are_accepted_closed_and_opened) {
  ctgrad::graph<double> g;
  g.nodes.resize(3);
  g.nodes[2].role = ctgrad::graph_role::fused;
  g.nodes[2].op = "f<>\"";
  g.nodes[2].operands = {0, 1};
  check(to_dot(g), 3 + 1, 2 + 1);
  const auto program = support::traced<2>([](auto x, auto y) { return sin(x * y) * 3 + x; });
  const std::vector<std::size_t> inputs{0, 1};
  auto result = g.nodes.back();
  g.nodes.pop_back();
  ctgrad::detail::open_into(g, program, program.outputs[0], inputs, "f<>\"\xFF", result);
  check(to_dot(g, {.direction = ctgrad::graph_direction::down}), 2 + 5 + 4, 7 + 4);
  g.opened[0] = "";
  check(to_dot(g), 2 + 5 + 4, 7 + 4);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_accepted) {
  const scope s;
  const Value x{support::nan_of<double>};
  check(to_dot(x / support::inf_of<double>), 3 + 1, 2 + 1);
}

BOOST_AUTO_TEST_CASE(programs_are_drawn) {
  const auto f = [](auto x, auto y) {
    return where(x < y, x - y, ctgrad::apply<quoted_op>(x, y, 2));
  };
  check(to_dot(support::traced<2>(f)), 2 + 4 + 1, 9 + 1);
  ctgrad::builder<double> home;
  const auto x = home.input();
  check(to_dot(home.finish({x, home.literal(2.5)}), {{R"(a<b>&"c\N")"}, {}}), 1 + 1 + 2, 2);
  check(to_dot(ctgrad::program<double>{}), 0, 0);
}

BOOST_AUTO_TEST_SUITE_END()
