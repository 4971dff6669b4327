// What texts mean, and what is wrong with those that mean nothing.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/program/reading_order.hpp>
#include <ctgrad/text/reader.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

using namespace ctgrad::detail;
using ctgrad::expected;
using ctgrad::op_list;

/// The instructions of a text.
std::string program_of(std::string_view text) {
  const auto found = read<double, op_list<>>(text);
  return found.wrong ? "wrong" : to_string(ctgrad::in_order_of_reading(found.code));
}

bool same(std::string_view a, std::string_view b) {
  const auto first = program_of(a), second = program_of(b);
  BOOST_TEST_INFO(a << " is\n" << first << b << " is\n" << second);
  return first != "wrong" && first == second;
}

/// Is this expected there?
bool is_wrong(std::string_view text, std::size_t at, expected what) {
  const auto found = read<double, op_list<>>(text);
  BOOST_TEST_INFO(text << ": " << words_for(found.wrong.what) << " at " << found.wrong.at);
  return found.wrong.what == what && found.wrong.at == at;
}

static_assert(!read<double, op_list<>>("relu(a + b*c)").wrong);
static_assert(read<double, op_list<>>("relu(a + * c)").wrong.at == 9);

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_reader)

BOOST_AUTO_TEST_CASE(precedence) {
  BOOST_TEST(same("a + b*c", "a + (b*c)"));
  BOOST_TEST(same("a - b - c", "(a - b) - c"));
  BOOST_TEST(!same("a - b - c", "a - (b - c)"));
  BOOST_TEST(same("a/b/c*d", "((a/b)/c)*d"));
  BOOST_TEST(same("-a*b", "(-a)*b"));
  BOOST_TEST(same("a < b && b < c || d == e", "((a < b) && (b < c)) || (d == e)"));
  BOOST_TEST(same("!a && b", "(!a) && b"));
  BOOST_TEST(same("a + b < c*d", "(a + b) < (c*d)"));
}

BOOST_AUTO_TEST_CASE(powers_bind_tighter_than_minus_and_to_the_right) {
  BOOST_TEST(same("-x^2", "-(x^2)"));
  BOOST_TEST(!same("-x^2", "(-x)^2"));
  BOOST_TEST(same("x^y^z", "x^(y^z)"));
  BOOST_TEST(!same("x^y^z", "(x^y)^z"));
  BOOST_TEST(same("2^-x", "2^(-x)"));
  BOOST_TEST(same("2^-x*3", "(2^(-x))*3"));
  BOOST_TEST(same("2^-x^2", "2^(-(x^2))"));
  BOOST_TEST(same("x**y**z", "x^y^z"));
  BOOST_TEST(same("x^-2", "pow(x, -2)"));
  BOOST_TEST(same("- -x", "x"));
  BOOST_TEST(same("+x", "x"));
}

// The op that pow means in C++: by the kind of the exponent.
BOOST_AUTO_TEST_CASE(kinds_of_powers) {
  BOOST_TEST(same("x^3", "x*(x*x)"));
  BOOST_TEST(program_of("x^-3").find("integer_power") != std::string::npos);
  BOOST_TEST(program_of("x^65").find("integer_power") != std::string::npos);
  BOOST_TEST(program_of("x^0.5").find("constant_power") != std::string::npos);
  BOOST_TEST(program_of("x^3e9").find("constant_power") != std::string::npos);
  BOOST_TEST(program_of("x^(1/2)").find("constant_power") != std::string::npos);
  BOOST_TEST(program_of("x^y").find("= power") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(methods) {
  BOOST_TEST(same("(a + b*c).relu()", "relu(a + b*c)"));
  BOOST_TEST(same("x.max(y)", "max(x, y)"));
  BOOST_TEST(same("x.exp().sin()", "sin(exp(x))"));
  BOOST_TEST(same("-x.relu()", "-(relu(x))"));
  BOOST_TEST(same("x^y.exp()", "x^(exp(y))"));
  BOOST_TEST(same("x.where(a, b)", "where(x, a, b)"));
  BOOST_TEST(same("2.exp()*x", "exp(2)*x"));
}

BOOST_AUTO_TEST_CASE(definitions) {
  BOOST_TEST(same("d = x*y; d*d + d", "(x*y)*(x*y) + x*y"));
  BOOST_TEST(same("y = a*b", "a*b"));
  BOOST_TEST(same("a*b;", "a*b"));
  BOOST_TEST(same("f(a, b) = a*b", "a*b"));
  BOOST_TEST(!same("f(b, a) = a*b", "a*b"));
  BOOST_TEST(same("# a sum\na\n + b  # of two", "a + b"));
}

BOOST_AUTO_TEST_CASE(constants) {
  BOOST_TEST(same("pi*x", "3.141592653589793*x"));
  BOOST_TEST(same("π*x", "pi*x"));
  BOOST_TEST(program_of("inf*x").find("inf") != std::string::npos);
  BOOST_TEST(program_of("nan*x").find("nan") != std::string::npos);
}

// What stands in the table of ops can be called, with as many arguments as it has operands.
BOOST_AUTO_TEST_CASE(every_op_by_its_name) {
  ctgrad::for_each_op(ctgrad::all_ops{}, []<class Op>() {
    constexpr std::string_view arguments[]{"(x)", "(x, y)", "(x, y, z)"};
    const std::string text = std::string(Op::name) + std::string(arguments[Op::arity - 1]);
    BOOST_TEST(program_of(text) != "wrong", text);
  });
}

BOOST_AUTO_TEST_CASE(functions_made_of_ops) {
  BOOST_TEST(same("pow(x, y)", "x^y"));
  BOOST_TEST(same("fabs(x)", "abs(x)"));
  BOOST_TEST(same("ln(x)", "log(x)"));
  BOOST_TEST(same("silu(x)", "x*sigmoid(x)"));
  BOOST_TEST(same("gelu(x)", "x*normal_cdf(x)"));
  BOOST_TEST(same("clamp(x, 0, 1)", "min(max(x, 0), 1)"));
  BOOST_TEST(same("isnan(x)", "x != x"));
  BOOST_TEST(same("leaky_relu(x)", "leaky_relu(x, 0.01)"));
  BOOST_TEST(same("elu(x)", "elu(x, 1)"));
  BOOST_TEST(program_of("hypot(x, y, z)") != "wrong");
}

BOOST_AUTO_TEST_CASE(ops_of_the_users_own) {
  const auto found = read<double, op_list<cube_op>>("x.cube() + cube(2)");
  BOOST_TEST(!found.wrong);
  BOOST_TEST(to_string(found.code).find("cube %0") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_missing) {
  BOOST_TEST(is_wrong("", 0, expected::a_formula));
  BOOST_TEST(is_wrong(" # none", 7, expected::a_formula));
  BOOST_TEST(is_wrong("x +", 3, expected::a_number_a_name_or_an_opening_parenthesis));
  BOOST_TEST(is_wrong("()", 1, expected::a_number_a_name_or_an_opening_parenthesis));
  BOOST_TEST(is_wrong("sin()", 4, expected::a_number_a_name_or_an_opening_parenthesis));
  BOOST_TEST(is_wrong("max(x,)", 6, expected::a_number_a_name_or_an_opening_parenthesis));
  BOOST_TEST(is_wrong("a = ; b", 4, expected::a_number_a_name_or_an_opening_parenthesis));
  BOOST_TEST(is_wrong("x y", 2, expected::an_operator_or_the_end));
  BOOST_TEST(is_wrong("2x", 1, expected::an_operator_or_the_end));
  BOOST_TEST(is_wrong("sin x", 4, expected::an_operator_or_the_end));
  BOOST_TEST(is_wrong("a; b", 1, expected::an_operator_or_the_end));
  BOOST_TEST(is_wrong("(x", 2, expected::an_operator_or_a_closing_parenthesis));
  BOOST_TEST(is_wrong("(x, y)", 2, expected::an_operator_or_a_closing_parenthesis));
  BOOST_TEST(is_wrong("sin(x", 5, expected::an_operator_a_comma_or_a_closing_parenthesis));
  BOOST_TEST(is_wrong("x)", 1, expected::an_opening_parenthesis_before_this));
  BOOST_TEST(is_wrong("x.sin", 2, expected::a_function_behind_the_point));
  BOOST_TEST(is_wrong("x..sin()", 1, expected::a_function_behind_the_point));
}

BOOST_AUTO_TEST_CASE(what_is_too_much) {
  BOOST_TEST(is_wrong("a < b < c", 6, expected::no_comparison_of_a_comparison));
  BOOST_TEST(is_wrong("a == b < c", 7, expected::no_comparison_of_a_comparison));
  BOOST_TEST(is_wrong("a < b == c", 6, expected::no_comparison_of_a_comparison));
  BOOST_TEST(is_wrong("1e999*x", 0, expected::a_number_within_the_range_of_double));
  BOOST_TEST(is_wrong("max(x)", 0, expected::another_number_of_arguments));
  BOOST_TEST(is_wrong("1 + x.max(y, z)", 6, expected::another_number_of_arguments));
  BOOST_TEST(is_wrong("x == y = z", 7, expected::a_name_before_the_equals_sign));
}

BOOST_AUTO_TEST_CASE(what_is_unknown) {
  BOOST_TEST(is_wrong("foo(x)", 0, expected::a_function_that_exists));
  BOOST_TEST(is_wrong("x @ y", 2, expected::a_character_of_a_formula));
  BOOST_TEST(is_wrong("@", 0, expected::a_character_of_a_formula));
  BOOST_TEST(is_wrong("f(x) = x + y", 11, expected::an_argument_of_the_formula));
  BOOST_TEST(is_wrong("d = x; d = y; d", 7, expected::a_name_that_is_not_in_use));
}

BOOST_AUTO_TEST_SUITE_END()
