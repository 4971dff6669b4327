// Mathematics for LaTeX. That an engine takes it is tested in tests/latex, if there is one.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/program/latex.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>
#include <string_view>

#include "../support/programs.hpp"

namespace {

using ctgrad::symbol, ctgrad::to_latex;
using namespace std::string_view_literals;

/// The text of f(x, y).
template <class F>
std::string written(F f) {
  ctgrad::builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol result = f(x, y);
  const auto p = home.finish({result.at(home)});
  return ctgrad::detail::mathematics<double, ctgrad::detail::in_latex>(p, {"x", "y"}).output(0);
}

void check(auto f, std::string_view wanted) {
  BOOST_TEST(written(f) == wanted);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(latex)

BOOST_AUTO_TEST_CASE(sums_products_and_quotients) {
  check([](auto x, auto y) { return x * y * x; }, "x^{2} y");
  check([](auto x, auto y) { return 3 * x - y + x; }, "4 x - y");
  check([](auto x, auto y) { return x / (-2 * y); }, "-\\frac{x}{2 y}");
  check([](auto x, auto y) { return x - (y - 1) / x; }, "x - \\frac{y - 1}{x}");
  check([](auto x, auto y) { return -(x + y); }, "-x - y");
  check([](auto x, auto y) { return x - exp(y) * (x + y); },
        "x - \\exp\\left(y\\right) \\cdot \\left(x + y\\right)");
}

BOOST_AUTO_TEST_CASE(a_dot_keeps_factors_apart_that_would_be_read_otherwise) {
  check([](auto x, auto y) { return x * (y + 1); }, "x \\cdot \\left(y + 1\\right)");
  check([](auto x, auto y) { return 2 * (x + y); }, "2 \\left(x + y\\right)");
  check([](auto x, auto y) { return (x + 1) * (y + 1); },
        "\\left(x + 1\\right) \\left(y + 1\\right)");
  check([](auto x, auto y) { return 3 * pow(2.0, x) * y; }, "3 \\cdot 2^{x} y");
  check([](auto x, auto y) { return x * abs(y); }, "x \\left|y\\right|");
}

BOOST_AUTO_TEST_CASE(powers_and_roots) {
  check([](auto x, auto y) { return pow(x + y, 2.5); }, "\\left(x + y\\right)^{2.5}");
  check([](auto x, auto y) { return pow(x, y + 1); }, "x^{y + 1}");
  check([](auto x, auto y) { return pow(pow(x, y), x); }, "\\left(x^{y}\\right)^{x}");
  check([](auto x, auto y) { return pow(x, pow(y, x)); }, "x^{y^{x}}");
  check([](auto x, auto y) { return pow(x / y, -3); }, "\\left(\\frac{x}{y}\\right)^{-3}");
  check([](auto x, auto) { return pow(-x, 0.5); }, "\\left(-x\\right)^{0.5}");
  check([](auto x, auto y) { return sqrt(x + y) * cbrt(y); }, "\\sqrt{x + y} \\sqrt[3]{y}");
  check([](auto x, auto) { return sqrt(x) * sqrt(x); }, "\\left(\\sqrt{x}\\right)^{2}");
}

BOOST_AUTO_TEST_CASE(functions) {
  check([](auto x, auto y) { return sin(x) * relu(y); },
        "\\sin\\left(x\\right) \\operatorname{relu}\\left(y\\right)");
  check([](auto x, auto y) { return max(asin(x), log(y)); },
        "\\max\\left(\\arcsin\\left(x\\right), \\ln\\left(y\\right)\\right)");
  check([](auto x, auto) { return log_sigmoid(x); },
        "\\operatorname{log\\_sigmoid}\\left(x\\right)");
  check([](auto x, auto) { return floor(abs(x)); },
        "\\left\\lfloor \\left|x\\right|\\right\\rfloor");
}

BOOST_AUTO_TEST_CASE(numbers) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  check([](auto x, auto) { return 1e-5 * x; }, "10^{-5} x");
  check([](auto x, auto) { return -2.5e-5 * x; }, "-2.5 \\cdot 10^{-5} x");
  check([](auto x, auto) { return pow(1e20, x); }, "\\left(10^{20}\\right)^{x}");
  check([](auto x, auto) { return x + 0.25; }, "x + 0.25");
  check([](auto x, auto) { return max(x, -inf); }, "\\max\\left(x, -\\infty\\right)");
  check([](auto x, auto) { return x * std::numeric_limits<double>::quiet_NaN(); },
        "\\mathrm{NaN} \\, x");
}

BOOST_AUTO_TEST_CASE(comparisons) {
  check([](auto x, auto y) { return (x <= y && !(x != 2)) || x >= y || x == y; },
        "x \\le y \\land \\lnot \\left(x \\ne 2\\right) \\lor x \\ge y \\lor x = y");
}

BOOST_AUTO_TEST_CASE(choices_are_cases) {
  check([](auto x, auto y) { return where(x < 0, -x, where(x > y, 1, y)); },
        "\\begin{cases} -x & \\text{if } x < 0 \\\\ 1 & \\text{if } x > y \\\\ y & "
        "\\text{otherwise} \\end{cases}");
  check([](auto x, auto y) { return where(x < 0, 2, y) * x; },
        "\\left(\\begin{cases} 2 & \\text{if } x < 0 \\\\ y & \\text{otherwise} "
        "\\end{cases}\\right) x");
}

BOOST_AUTO_TEST_CASE(several_equations_stand_below_each_other) {
  ctgrad::builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const auto p = home.finish({(x + y).at(home), x.at(home)});
  BOOST_TEST(to_latex(p) ==
             "\\begin{aligned}\ny_{0} &= x_{0} + x_{1} \\\\\ny_{1} &= x_{0}\n\\end{aligned}");
  BOOST_TEST(to_latex(p, {"a", "rho"}, {"sum", "first"}) ==
             "\\begin{aligned}\n\\mathrm{sum} &= a + \\rho \\\\\n\\mathrm{first} &= "
             "a\n\\end{aligned}");
  BOOST_CHECK_THROW(to_latex(p, {"a"}), ctgrad::error);
  BOOST_CHECK_THROW(to_latex(p, {"a", "b"}, {"c"}), ctgrad::error);
}

BOOST_AUTO_TEST_CASE(long_parts_that_are_used_twice_are_explained) {
  const auto f = [](auto x, auto y) {
    const auto part = exp(x * x + y * y + 1) * sin(x * y + x + y) + cos(x - y) + 1;
    return part * tanh(part);
  };
  check(f,
        "\\begin{aligned}\n& t_{1} \\tanh\\left(t_{1}\\right) \\\\\n& \\text{where } t_{1} = "
        "\\exp\\left(x^{2} + y^{2} + 1\\right) \\sin\\left(x y + x + y\\right) + \\cos\\left(x - "
        "y\\right) + 1\n\\end{aligned}");
  const auto names = to_latex(support::traced<2, double>(f), {"t_1", "t2"});
  BOOST_TEST(names.find("\\text{where } t_{3} = ") != names.npos);
}

BOOST_AUTO_TEST_SUITE_END()
