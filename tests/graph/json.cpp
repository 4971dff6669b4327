// The graph as JSON: a strict reader takes it, and finds what was meant, to the last bit.
#include <ctgrad/graph/json.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "json_reader.hpp"
#include "support.hpp"

using ctgrad::to_json;

namespace {

json read(const std::string& text) {
  return json_reader::read(text);
}

std::vector<std::size_t> operands_of(const json& node) {
  std::vector<std::size_t> all;
  for (const json& k : node["operands"].items) all.push_back(static_cast<std::size_t>(k.number));
  return all;
}

/// The label of one variable, written and read again.
std::string label_of(std::string_view label) {
  const scope s;
  return read(to_json(Value{1.0}.label(std::string(label))))["nodes"][0]["label"].text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_text)

BOOST_AUTO_TEST_CASE(the_reader_is_strict) {
  for (const char* wrong :
       {"", "{", "[1,]", "{\"a\":1,}", "01", "1.", "+1", "nan", "\"a", "\"\n\"", "\"\\x\"", "[1] 2",
        "\"\xFF\"", "{\"a\":1,\"a\":2}", "{a:1}", "-", "1e", "Infinity"}) {
    BOOST_CHECK_THROW(read(wrong), std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(nodes_have_all_that_is_known_of_them) {
  const scope s;
  const Value x = Value{3.0}.label("x");
  const auto y = (2 * x - 1).label("y");
  y.backward();
  const json g = read(to_json(y));
  BOOST_TEST(g.members.size() == 5U);
  BOOST_TEST(g["ctgrad_graph"].number == 1);
  BOOST_TEST(g["cut"].number == 0);
  BOOST_TEST(g["limit"].number == 0);
  BOOST_TEST(g["opened"].size() == 0U);
  BOOST_REQUIRE(g["nodes"].size() == 5U);  // x, 2, *, 1, -
  const char* roles[]{"variable", "constant", "operation", "constant", "operation"};
  const char* ops[]{"", "", "*", "", "-"};
  const char* labels[]{"x", "", "", "", "y"};
  const double data[]{3, 2, 6, 1, 5}, grad[]{2, 0, 1, 0, 1};
  for (const json& node : g["nodes"].items) {
    const auto i = std::size_t(&node - g["nodes"].items.data());
    BOOST_TEST(node["role"].text == roles[i]);
    BOOST_TEST(node["op"].text == ops[i]);
    BOOST_TEST(node["label"].text == labels[i]);
    BOOST_TEST(node["data"].number == data[i]);
    BOOST_TEST(node["grad"].number == grad[i]);
    BOOST_TEST(node["part_of"].number == 0);
  }
  BOOST_TEST((operands_of(g["nodes"][2]) == std::vector<std::size_t>{1, 0}));
  BOOST_TEST((operands_of(g["nodes"][4]) == std::vector<std::size_t>{2, 3}));
}

BOOST_AUTO_TEST_CASE(numbers_are_read_again_to_the_last_bit) {
  using limits = std::numeric_limits<double>;
  for (const double x : {0.1, 1.0 / 3, -2.5e-7, 1e22, 1e23, 123456789012345678.0, limits::max(),
                         limits::min(), limits::denorm_min(), limits::epsilon(), 0.0, -0.0}) {
    const scope s;
    const json data = read(to_json(Value{x}))["nodes"][0]["data"];
    BOOST_TEST(support::is_identical(data.number, x));
  }
}

BOOST_AUTO_TEST_CASE(a_negative_zero_is_no_integer) {
  const scope s;
  BOOST_TEST(read(to_json(Value{-0.0}))["nodes"][0]["data"].text == "-0.0");
}

BOOST_AUTO_TEST_CASE(what_is_not_finite_is_a_string) {
  const std::pair<double, const char*> all[]{{support::nan_of<double>, "NaN"},
                                             {-support::nan_of<double>, "NaN"},
                                             {support::inf_of<double>, "Infinity"},
                                             {-support::inf_of<double>, "-Infinity"}};
  for (const auto& [x, name] : all) {
    const scope s;
    const json data = read(to_json(Value{x}))["nodes"][0]["data"];
    BOOST_TEST((data.kind == '"' && data.text == name));
  }
}

BOOST_AUTO_TEST_CASE(labels_are_read_again_as_they_were) {
  for (const char* label : {"", "a\"b", "\\", "\\u0041", "two\nlines", "\t\r\b\f", "</script>",
                            "θ₁", "日本", "😀", "\x7F", "{}[]:,", "\xC2\x80", "\xEF\xBF\xBF"}) {
    BOOST_TEST(label_of(label) == label);
  }
}

BOOST_AUTO_TEST_CASE(every_control_character_is_escaped) {
  for (char c = 1; c < 32; ++c) BOOST_TEST(label_of({&c, 1}) == std::string(1, c));
  const char zero = 0;
  BOOST_TEST(label_of({&zero, 1}) == std::string(1, '\0'));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_replaced_one_by_one) {
  const std::string replaced = "\xEF\xBF\xBD";
  BOOST_TEST(label_of("a\xFFz") == "a" + replaced + "z");
  BOOST_TEST(label_of("\xC3") == replaced);
  BOOST_TEST(label_of("\xC3(") == replaced + "(");
  BOOST_TEST(label_of("\xC0\xAF") == replaced + replaced);
  BOOST_TEST(label_of("\xED\xA0\x80") == replaced + replaced + replaced);
}

BOOST_AUTO_TEST_CASE(names_of_operations_are_escaped) {
  const scope s;
  const Value x{3.0};
  const json g = read(to_json(ctgrad::apply<quoted_op>(x, x, x)));
  BOOST_TEST(g["nodes"][1]["op"].text == "say \"a\\N\"");
}

BOOST_AUTO_TEST_CASE(a_large_graph_is_cut_and_says_so) {
  const scope s;
  Value x{3.0};
  for (int i = 0; i < 20; ++i) x = relu(x);
  const json g = read(to_json(x, {.nodes_at_most = 5}));
  BOOST_TEST(g["nodes"].size() == 5U);
  BOOST_TEST(g["cut"].number == 1);
  BOOST_TEST(g["limit"].number == 5);
  BOOST_TEST(g["nodes"][0]["role"].text == "cut");
}

BOOST_AUTO_TEST_CASE(a_passive_value_is_one_constant) {
  const json g = read(to_json(Value(2.5)));
  BOOST_REQUIRE(g["nodes"].size() == 1U);
  BOOST_TEST(g["nodes"][0]["role"].text == "constant");
}

BOOST_AUTO_TEST_CASE(other_scalars_are_written_with_their_own_digits) {
  const ctgrad::basic_scope<float> s;
  BOOST_TEST(read(to_json(ctgrad::basic_value<float>{0.1F}))["nodes"][0]["data"].text == "0.1");
  const ctgrad::basic_scope<long double> t;
  const long double third = 1.0L / 3;
  const json g = read(to_json(ctgrad::basic_value<long double>{third}));
  BOOST_TEST(std::strtold(g["nodes"][0]["data"].text.c_str(), nullptr) == third);
}

BOOST_AUTO_TEST_SUITE_END()
