// Formulas from text at run time: values, derivatives and named arguments.
#include <ctgrad/op/special.hpp>
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <vector>

#include "../support/compare.hpp"

namespace {

namespace cg = ctgrad;
using support::is_equal;
using support::is_identical;
using support::is_within;

/// The message of an error that f() throws.
std::string message(auto&& f) {
  try {
    f();
  } catch (const cg::error& e) {
    return e.what();
  }
  return "nothing is thrown";
}

struct cube_op : cg::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_parse)

BOOST_AUTO_TEST_CASE(seed_cases) {
  const auto f = cg::parse("(a + b * c).relu()");
  const std::map<std::string, double> values{{"a", 2}, {"b", -3}, {"c", 10}};
  BOOST_TEST(is_equal(f(values), 0));
  for (const char* name : {"a", "b", "c"}) BOOST_TEST(is_equal(gradient(f)(values)[name], 0));
  const auto sum = value_and_gradient(cg::parse("a + b"))({{"a", 3.0}, {"b", 4.0}});
  BOOST_TEST(is_equal(sum.value, 7));
  BOOST_TEST(is_equal(sum.gradient["a"], 1));
  BOOST_TEST(is_equal(sum.gradient["b"], 1));
  const auto product = value_and_gradient(cg::parse("a * b"))({{"a", 2.0}, {"b", 5.0}});
  BOOST_TEST(is_equal(product.value, 10));
  BOOST_TEST(is_equal(product.gradient["a"], 5));
  BOOST_TEST(is_equal(product.gradient["b"], 2));
}

BOOST_AUTO_TEST_CASE(ways_to_name_arguments) {
  const auto f = cg::parse("a - 2*b");
  BOOST_TEST(is_equal(f({{"b", 1.0}, {"a", 5.0}}), 3));
  BOOST_TEST(is_equal(f(cg::var<"a"> = 5, cg::var<"b"> = 1.0), 3));
  const std::vector<std::pair<std::string, double>> list{{"b", 1.0}, {"a", 5.0}};
  BOOST_TEST(is_equal(f(list), 3));
  BOOST_TEST(is_equal(f.recorded()(std::vector{5.0, 1.0}), 3));
  BOOST_TEST((f.names() == std::vector<std::string>{"a", "b"}));
}

BOOST_AUTO_TEST_CASE(all_derivatives) {
  const auto f = cg::parse("x^2*y + sin(y)");
  const auto r = value_gradient_hessian(f)({{"x", 3.0}, {"y", 0.0}});
  BOOST_TEST(is_equal(r.value, 0));
  BOOST_TEST(is_equal(r.gradient["x"], 0));
  BOOST_TEST(is_equal(r.gradient["y"], 10));
  BOOST_TEST(is_equal(r.hessian["x"]["y"], 6));
  BOOST_TEST(is_equal(hessian(f)({{"x", 3.0}, {"y", 0.0}})["y"]["x"], 6));
  BOOST_TEST(is_equal(value_and_hessian(f)({{"x", 3.0}, {"y", 2.0}}).hessian["x"]["x"], 4));
  BOOST_TEST(is_equal(derivative(f, "x", "x", "y")({{"x", 7.0}, {"y", 1.0}}), 2));
  BOOST_TEST(is_equal(derivative(f, "y")({{"x", 3.0}, {"y", 0.0}}), 10));
  BOOST_TEST((gradient(f)({{"x", 3.0}, {"y", 0.0}}).values() == std::vector<double>{0, 10}));
}

BOOST_AUTO_TEST_CASE(no_variables) {
  BOOST_TEST(is_equal(cg::parse("1 + 2*3")({}), 7));
  BOOST_TEST(gradient(cg::parse("exp(1)"))({}).values().empty());
}

// The edges are those of the ops: 0 at the kink, one half of a tie to each, NaN where it belongs.
BOOST_AUTO_TEST_CASE(edges) {
  const auto slope = [](const char* text, double x, double y) {
    return gradient(cg::parse(text))({{"x", x}, {"y", y}})["x"];
  };
  BOOST_TEST(is_equal(slope("f(x, y) = relu(x)", 0, 0), 0));
  BOOST_TEST(is_equal(slope("max(x, y)", 1, 1), 0.5));
  BOOST_TEST(is_equal(slope("f(x, y) = x^0", 0, 0), 0));
  BOOST_TEST(is_equal(slope("where(y > 0, sqrt(x), x)", 0, -1), 1));
  BOOST_TEST(is_identical(slope("x*y", 1, support::nan_of<double>), support::nan_of<double>));
}

BOOST_AUTO_TEST_CASE(more_functions) {
  const auto f = cg::parse("cube(x) + y", cg::op_list<cube_op>{});
  BOOST_TEST(is_equal(gradient(f)({{"x", 2.0}, {"y", 1.0}})["x"], 12));
  BOOST_TEST(is_equal(cg::parse("tgamma(x)", cg::special_ops{})({{"x", 5.0}}), 24));
}

BOOST_AUTO_TEST_CASE(equal_texts_are_equal_programs) {
  const auto code = [](const char* text) { return to_string(cg::parse(text).recorded().code()); };
  BOOST_TEST(code("clamp(x, 0, 1)") == code("min(max(x, 0), (1))"));
  BOOST_TEST(code("d = x + y; x*d") == code("x*(x + y)"));
}

BOOST_AUTO_TEST_CASE(arguments_that_do_not_fit) {
  const auto f = cg::parse("a + b");
  BOOST_TEST(message([&] { f({{"a", 1.0}, {"c", 2.0}}); }) ==
             "ctgrad: the formula has no variable 'c'; it has a, b [ctgrad-E63]");
  BOOST_TEST(message([&] { f({{"a", 1.0}}); }) ==
             "ctgrad: the variable 'b' of a formula is given no value: name every variable once, "
             "f({{\"b\", 1.0}, ...}) [ctgrad-E63]");
  BOOST_TEST(message([&] { f({{"a", 1.0}, {"a", 1.0}}); }) ==
             "ctgrad: the variable 'a' of a formula is given twice [ctgrad-E63]");
  BOOST_TEST(message([&] { (void)gradient(f)({{"a", 1.0}, {"b", 1.0}})["x"]; }) ==
             "ctgrad: the formula has no variable 'x'; it has a, b [ctgrad-E63]");
  BOOST_TEST(message([&] { derivative(f, "x"); }) ==
             "ctgrad: the formula has no variable 'x'; it has a, b [ctgrad-E63]");
  BOOST_TEST(message([&] { cg::parse("1")({{"x", 1.0}}); }) ==
             "ctgrad: the formula has no variable 'x'; it has none [ctgrad-E63]");
}

// What is read from a temporary may be kept.
BOOST_AUTO_TEST_CASE(results_of_temporaries) {
  const auto f = cg::parse("a*b");
  const auto& slope = gradient(f)({{"a", 2.0}, {"b", 3.0}})["a"];
  BOOST_TEST(is_equal(slope, 3));
  double sum = 0;
  for (const double d : gradient(f)({{"a", 2.0}, {"b", 3.0}}).values()) sum += d;
  BOOST_TEST(is_equal(sum, 5));
  std::string names;
  for (const auto& name : cg::parse("a*b").names()) names += name;
  BOOST_TEST(names == "ab");
}

// Numbers are put together only where they stay numbers.
BOOST_AUTO_TEST_CASE(readable_at_the_ends_of_the_range) {
  for (const char* text : {"(1e200*x)*(1e200*y)", "(1e-200*x)*(1e-200*y)", "x/1e-200/1e-200*y",
                           "1e308*x + 1e308*x + y"}) {
    const auto f = cg::parse(text), again = cg::parse(to_readable(f));
    const auto y = f({{"x", 1e-150}, {"y", 1e-150}});
    BOOST_TEST(is_within(4, again({{"x", 1e-150}, {"y", 1e-150}}), y), to_readable(f));
  }
}

// By name too, a power is a whole one only where a whole number stands.
BOOST_AUTO_TEST_CASE(whole_powers_by_name) {
  const auto f = cg::parse("x.integer_power(y)");
  BOOST_TEST(is_equal(f({{"x", 9.0}, {"y", 0.5}}), 3));
  BOOST_TEST(is_within(2, gradient(f)({{"x", 9.0}, {"y", 0.5}})["x"], 1.0 / 6));
}

BOOST_AUTO_TEST_CASE(names_that_are_none_in_cpp) {
  BOOST_TEST(to_cpp(cg::parse("σ₁*M_PI"), "g").find("g(double σ1, double M_PI_)") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(printed) {
  const auto f = cg::parse("x*y + y*x + exp(-x)");
  BOOST_TEST(to_string(f) == "2*(x*y) + exp(-x)");
  BOOST_TEST(to_readable(f) == "2*x*y + exp(-x)");
  BOOST_TEST(to_latex(f) == "2 x y + \\exp\\left(-x\\right)");
  BOOST_TEST(to_string(gradient(f)) == "df/dx = 2*y - exp(-x)\ndf/dy = 2*x");
  BOOST_TEST(to_string(value_and_gradient(cg::parse("a*b"))) ==
             "f     = a*b\ndf/da = b\ndf/db = a");
  BOOST_TEST(to_cpp(cg::parse("a*sin(b)"), "g") ==
             "#include <cmath>\n\n// Generated by ctgrad.\ninline double g(double a, double b) {\n"
             "  return a * std::sin(b);\n}\n");
  BOOST_TEST(to_dot(gradient(f)).starts_with("digraph"));
}

BOOST_AUTO_TEST_SUITE_END()
