// Formulas and their derivatives as readable mathematics. Every text was derived by hand.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>
#include <ctgrad/expr/print.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <iomanip>
#include <sstream>
#include <string>

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using cg::derivative;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;
constexpr auto z = cg::var<"z">;

template <class E>
void prints(const E& e, const std::string& text) {
  BOOST_TEST(to_string(e) == text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print)

BOOST_AUTO_TEST_CASE(the_smallest) {
  prints(x, "x");
  prints(cg::var<"w_12">, "w_12");
  prints(2_c, "2");
  prints(-x, "-x");
  prints(2_c + 3_c, "5");
  prints(1_c / 4_c, "0.25");
}

BOOST_AUTO_TEST_CASE(sums) {
  prints(x + y, "x + y");
  prints(x - y, "x - y");
  prints(x + y - z, "x + y - z");
  prints(x - (y + z), "x - y - z");
  prints(x - (y - z), "x - y + z");
  prints(x + (y + z), "x + y + z");
  prints(-x + y, "y - x");
  prints(-x - y, "-x - y");
  prints(-(x + y), "-x - y");
  prints(x - (-y), "x + y");
  prints(x + (-y), "x - y");
}

BOOST_AUTO_TEST_CASE(products) {
  prints(x * y, "x*y");
  prints(x * (y * z), "x*y*z");
  prints((x + y) * z, "(x + y)*z");
  prints(x * (y - z), "x*(y - z)");
  prints((x + y) * (x - y), "(x + y)*(x - y)");
  prints(x + y * z, "x + y*z");
  prints(-x * y, "-x*y");
  prints(x * -y, "-x*y");
  prints(z - x * y, "z - x*y");
  prints(x * x, "x^2");
  prints(x * x * x, "x^3");
  prints((x + y) * (x + y), "(x + y)^2");
  prints(x * y * x, "x^2*y");
}

BOOST_AUTO_TEST_CASE(quotients) {
  prints(x / y, "x/y");
  prints(x / y / z, "x/(y*z)");
  prints(x / (y * z), "x/(y*z)");
  prints(x / (y / z), "x*z/y");
  prints(x * (y / z), "x*y/z");
  prints(x / y * z, "x*z/y");
  prints((x + y) / (x - y), "(x + y)/(x - y)");
  prints(1 / x, "1/x");
  prints(1 / (x + y), "1/(x + y)");
  prints(1 / (x * x), "1/x^2");
  prints(-x / y, "-x/y");
  prints(x / -y, "-x/y");
  prints(x + 1 / y, "x + 1/y");
}

BOOST_AUTO_TEST_CASE(numbers) {
  prints(2 * x, "2*x");
  prints(x * 2, "2*x");
  prints(2_c * x, "2*x");
  prints(x * 0.1, "0.1*x");
  prints(-2.5 * x, "-2.5*x");
  prints(y - 2 * x, "y - 2*x");
  prints(-2 * x + y, "y - 2*x");
  prints(x + -3.0, "x - 3");
  prints(x - -3.0, "x + 3");
  prints(1 - x, "1 - x");
  prints(1'000_c * x, "1000*x");
  prints(x / 2, "x/2");
  prints(2 * x / 3, "2*x/3");
  prints(2 * x * 3, "6*x");
  prints(2 * (x + y), "2*(x + y)");
  prints(x * 1, "x");
  prints(x * 1e-7, "1e-07*x");
}

BOOST_AUTO_TEST_CASE(equal_terms_are_written_once) {
  prints(x + x, "2*x");
  prints(x + x + x, "3*x");
  prints(2 * x + 3 * x, "5*x");
  prints(3 * x - x, "2*x");
  prints(x * y + y * x, "2*x*y");
  prints(x * y + x * y + x * y + z, "3*x*y + z");
  prints(x / y + x / y, "2*x/y");
  prints(x - x, "x - x");  // not 0: x may be infinite
}

BOOST_AUTO_TEST_CASE(powers) {
  prints(pow(x, 3), "x^3");
  prints(pow(x, 3_c), "x^3");
  prints(pow(x, -2), "x^(-2)");
  prints(pow(x, 2.5), "x^2.5");
  prints(pow(x, 0.5_c), "x^0.5");
  prints(pow(x, y), "x^y");
  prints(pow(x + y, 2), "(x + y)^2");
  prints(pow(x * y, z), "(x*y)^z");
  prints(pow(pow(x, y), z), "(x^y)^z");
  prints(pow(x, pow(y, z)), "x^(y^z)");
  prints(pow(x, y + 1), "x^(y + 1)");
  prints(pow(x, -y), "x^(-y)");
  prints(pow(x, -0.5), "x^(-0.5)");
  prints(pow(2_c, x), "2^x");
  prints(pow(-2_c, x), "(-2)^x");
  prints(-pow(x, y), "-x^y");
  prints(pow(-x, y), "(-x)^y");
  prints(2 * pow(x, y) * z, "2*x^y*z");
  prints(sin(x) * sin(x), "sin(x)^2");
}

BOOST_AUTO_TEST_CASE(functions) {
  prints(exp(x + y), "exp(x + y)");
  prints(sin(-x), "sin(-x)");
  prints(log(2 * x) * cos(y), "log(2*x)*cos(y)");
  prints(exp(x) / (1 + exp(x)), "exp(x)/(1 + exp(x))");
  prints(relu(x + y * z), "relu(x + y*z)");
  prints(max(x, min(y, 2 * z)), "max(x, min(y, 2*z))");
  prints(sqrt(tanh(abs(sigmoid(erfc(x))))), "sqrt(tanh(abs(sigmoid(erfc(x)))))");
}

BOOST_AUTO_TEST_CASE(conditions) {
  prints(where(x < y, x, 2 * y), "where(x < y, x, 2*y)");
  prints(x + 1 <= 2 * y, "x + 1 <= 2*y");
  prints(x > 0 && y >= 1, "x > 0 && y >= 1");
  prints(x == y || x != z, "x == y || x != z");
  prints((x < y || z < 0) && x != y, "(x < y || z < 0) && x != y");
  prints(x < y || (z < 0 && x != y), "x < y || z < 0 && x != y");
  prints(!(x < y), "!(x < y)");
  prints(!x, "!x");
}

BOOST_AUTO_TEST_CASE(conditions_in_arithmetic_are_enclosed) {
  prints((x < y) * z, "(x < y)*z");
  prints(z / (x < y), "z/(x < y)");
  prints(-(x < y), "-(x < y)");
  prints(z + (x < y), "z + (x < y)");
  prints((x < y) - z, "(x < y) - z");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(print_shared)

constexpr auto s = sin(x + y) * cos(x - y) + exp(x * y) * tanh(x / y) + sigmoid(x);
const std::string s_text = "sin(x + y)*cos(x - y) + exp(x*y)*tanh(x/y) + sigmoid(x)";

BOOST_AUTO_TEST_CASE(a_long_part_that_is_used_once_is_written_in_place) {
  prints(log(s), "log(" + s_text + ")");
}

BOOST_AUTO_TEST_CASE(a_long_part_that_is_used_twice_gets_a_name) {
  prints(log(s) * sqrt(s), "log(t1)*sqrt(t1)\n  where t1 = " + s_text);
  prints(s * s + z, "t1^2 + z\n  where t1 = " + s_text);
}

BOOST_AUTO_TEST_CASE(a_short_part_that_is_used_twice_does_not) {
  prints(log(x * y) + exp(x * y), "log(x*y) + exp(x*y)");
}

BOOST_AUTO_TEST_CASE(names_are_explained_in_their_order) {
  constexpr auto u = log(s) * sqrt(s) * exp(z) * cos(z) * tanh(z) * sin(z) * sqrt(z);
  prints(exp(u) + sin(u),
         "exp(t2) + sin(t2)\n"
         "  where t1 = " +
             s_text +
             "\n"
             "        t2 = log(t1)*sqrt(t1)*exp(z)*cos(z)*tanh(z)*sin(z)*sqrt(z)");
}

BOOST_AUTO_TEST_CASE(text_grows_as_the_program_does) {
  constexpr auto twice = [](auto e) { return sin(e) * e + cos(e); };
  constexpr auto e = twice(twice(twice(twice(twice(x)))));
  BOOST_TEST(to_string(e).size() < 5 * 100);  // 243 x
}

BOOST_AUTO_TEST_CASE(a_long_sum) {
  constexpr auto sum = [](auto... k) { return (x + ... + pow(x, k)); };
  prints(sum(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18),
         "x + x^2 + x^3 + x^4 + x^5 + x^6 + x^7 + x^8 + x^9 + x^10 + x^11 + x^12 + x^13 + x^14 + "
         "x^15 + x^16 + x^17 + x^18");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(print_stream)

BOOST_AUTO_TEST_CASE(formulas_and_derivatives_go_to_streams) {
  std::ostringstream out;
  out << x * 2.0 + y << "; " << derivative(x * x, x) << "; " << 2_c;
  BOOST_TEST(out.str() == "2*x + y; 2*x; 2");
}

BOOST_AUTO_TEST_CASE(the_width_is_that_of_a_text) {
  std::ostringstream out;
  out << std::setw(6) << x * y << '|';
  BOOST_TEST(out.str() == "   x*y|");
}

BOOST_AUTO_TEST_CASE(constants_are_those_of_the_object) {
  for (const double k : {2.0, -3.0}) {
    const auto e = k * x + 1.0;
    BOOST_TEST(to_string(e) == (k > 0 ? "2*x + 1" : "1 - 3*x"));
  }
  prints(x * 2.0F + y * 3 - 0.5F, "2*x + 3*y - 0.5");
}

BOOST_AUTO_TEST_SUITE_END()
