// The texts of derivatives, derived by hand from the rules and the order of the reverse sweep.
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/expr/literals.hpp>
#include <ctgrad/expr/print.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

namespace cg = ctgrad;
using namespace cg::literals;
using cg::derivative;

constexpr auto x = cg::var<"x">;
constexpr auto y = cg::var<"y">;

template <class E>
void prints(const E& e, const std::string& text) {
  BOOST_TEST(to_string(e) == text);
}

/// The derivative by x.
template <class E>
void slope_prints(const E& e, const std::string& text) {
  BOOST_TEST(to_string(derivative(e, x)) == text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_derivative)

BOOST_AUTO_TEST_CASE(polynomials) {
  slope_prints(x, "1");
  slope_prints(y, "0");
  slope_prints(3 * x + y, "3");
  slope_prints(x * y, "y");
  slope_prints(x * x, "2*x");
  slope_prints(pow(x, 3), "3*x^2");
  slope_prints(x * x * y, "2*y*x");
  slope_prints(y - 2 * x * x, "-4*x");
}

BOOST_AUTO_TEST_CASE(quotients) {
  slope_prints(1 / x, "-1/x^2");
  slope_prints(x / y, "1/y");
  slope_prints(y / x, "-y/x^2");
  slope_prints((x + 1) / (x - 1), "1/(x - 1) - (x + 1)/(x - 1)^2");
  slope_prints(pow(x, -1), "-x^(-2)");
  slope_prints(pow(x, -2), "-2*x^(-3)");
}

BOOST_AUTO_TEST_CASE(functions) {
  slope_prints(exp(x), "exp(x)");
  slope_prints(log(x), "1/x");
  slope_prints(log(x * x + 1), "2*x/(x^2 + 1)");
  slope_prints(sin(x) * x, "sin(x) + x*cos(x)");
  slope_prints(cos(x), "-sin(x)");
  slope_prints(sqrt(x), "1/(2*sqrt(x))");
  slope_prints(tanh(x), "1 - tanh(x)^2");
  slope_prints(sigmoid(x), "sigmoid(x)*(1 - sigmoid(x))");
  slope_prints(erfc(x), "-1.1283791670955126*exp(-x^2)");  // -2/sqrt(pi)
  slope_prints(exp(x * y), "exp(x*y)*y");
}

BOOST_AUTO_TEST_CASE(powers) {
  slope_prints(pow(x, 2.5), "2.5*x^1.5");
  slope_prints(pow(x, y), "where(y != 0, y*x^(y - 1), 0)");
  prints(derivative(pow(x, y), y), "where(x == 0 && y > 0, 0, x^y*where(x != 0, log(x), nan))");
}

BOOST_AUTO_TEST_CASE(kinks) {
  slope_prints(relu(x), "where(x > 0, 1, 0)");
  slope_prints(relu(x * y), "where(x*y > 0, y, 0)");
  slope_prints(abs(x), "where(x != 0, where(x < 0, -1, 1), 0)");
  slope_prints(max(x, y), "where(x >= y, where(x == y, 0.5, 1), 0)");
  slope_prints(where(x < 0, x * x, y), "where(x < 0, 2*x, 0)");
  slope_prints(where(x < 0, 3 * x, sin(x)), "where(x < 0, 3, cos(x))");
}

BOOST_AUTO_TEST_CASE(conditions_in_sums_are_enclosed) {
  prints(1 + (x > 0), "1 + (x > 0)");
  slope_prints(x * (y > 0) - y * x, "(y > 0) - y");
}

BOOST_AUTO_TEST_CASE(higher_and_mixed) {
  prints(derivative<2>(sin(x), x), "-sin(x)");
  prints(derivative<3>(sin(x), x), "-cos(x)");
  prints(derivative<3>(pow(x, 3), x), "6");
  prints(derivative<2>(log(x), x), "-1/x^2");
  prints(derivative(derivative(x * x * y, x), y), "2*x");
  prints(derivative(derivative(exp(x) * sin(y), x), y), "exp(x)*cos(y)");
  prints(derivative(x * x, x) + y, "2*x + y");
}

BOOST_AUTO_TEST_SUITE_END()
