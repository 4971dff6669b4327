// What is printed from a formula's text parses to the same formula. Random programs and texts are
// in tests/random/text.cpp.
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/diff/print.hpp>
#include <ctgrad/program/interpret.hpp>
#include <ctgrad/text/parse.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "../support/corpus.hpp"
#include "../support/same_program.hpp"

namespace {

void check(const std::string& text, const std::vector<std::string>& names) {
  const auto f = ctgrad::parse(text);
  const std::string written = to_string(f);
  const auto again = ctgrad::parse(written);
  BOOST_TEST(again.names() == names, boost::test_tools::per_element());
  BOOST_TEST(support::same_program(again.recorded().code(), f.recorded().code()),
             text << " is written " << written);
  BOOST_TEST(to_string(again) == written);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(grouping) {
  for (const char* text : {"(x + y*z).relu()",
                           "x - (y - z)",
                           "x - y - z",
                           "x/(y/z)",
                           "x/y/z",
                           "x*(y*z)",
                           "x*y*z",
                           "-x^y*z",
                           "(-x)^y*z",
                           "x^y^z",
                           "(x^y)^z",
                           "x^(-y)*z",
                           "2^-x + y + z",
                           "-(x*y)/z",
                           "!x && y || z",
                           "!(x && (y || z))",
                           "(x < y) == (y < z)",
                           "x + (y < 2)*z",
                           "where(x < y && y != z, x, -y)",
                           "--x - -y + +z",
                           "x**-2*y.max(z)",
                           "-2^x*y*z"}) {
    const auto f = ctgrad::parse(text);
    check(text, f.names());
    BOOST_TEST(f.names() == (std::vector<std::string>{"x", "y", "z"}),
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(numbers) {
  for (const char* text : {"x + 0.1",
                           "x - -0",
                           "x*1e-400",
                           "x*5e-324",
                           "x*1.7976931348623157e308",
                           "x + inf",
                           "x*-inf",
                           "x*nan",
                           "x*-nan",
                           "x + pi",
                           "x + 0.1 + 0.2",
                           "x*12345678901234567890",
                           "2",
                           "-2",
                           "sin(2)",
                           "x^2.5",
                           "x^-3",
                           "x^65",
                           "x^3000000000",
                           "x^-0.5",
                           "x^inf",
                           "x^nan"}) {
    const auto f = ctgrad::parse(text);
    check(text, f.names());
  }
}

BOOST_AUTO_TEST_CASE(names_and_their_order) {
  check("f(x, y) = y", {"x", "y"});
  check("f(y, x) = x - y", {"y", "x"});
  check("f(f, t1) = t1*f", {"f", "t1"});
  check("f() = 2", {});
  check("t2 = x*y; t1 = t2 + z; t1*t2", {"x", "y", "z"});
  const std::string part = "(exp(a^2.5 + b^2.5 + 1)*sin(a*b + a + b) + cos(a - b) + 1)";
  check("b + " + part + "*tanh" + part, {"b", "a"});
  check("f(t1, a, b) = t1*" + part + "*tanh" + part, {"t1", "a", "b"});
}

/// The lines of readable mathematics as texts of formulas: those of its definitions, then one text
/// for each line without its left side.
std::vector<std::string> texts_of(const std::string& mathematics) {
  std::vector<std::string> all;
  std::string definitions;
  for (std::size_t at = 0; at < mathematics.size();) {
    const std::size_t end = std::min(mathematics.find('\n', at), mathematics.size());
    std::string line = mathematics.substr(at, end - at);
    at = end + 1;
    const bool defines = line.starts_with("  where ") || line.starts_with("        ");
    if (defines) {
      definitions += line.substr(8) + ";\n";
    } else {
      all.push_back(line.substr(line.find(" = ") + 3));
    }
  }
  for (auto& text : all) text = definitions + text;
  return all;
}

/// With all variables of the function, in its order.
std::string with_arguments(const std::string& text, const std::vector<std::string>& names) {
  std::string head = "f(";
  for (const auto& name : names) head += (&name == &names[0] ? "" : ", ") + name;
  const std::size_t last = text.rfind('\n');
  const std::size_t at = last == std::string::npos ? 0 : last + 1;
  return text.substr(0, at) + head + ") = " + text.substr(at);
}

/// How far the value of a parsed text is from y, in units of rounding of the largest number that is
/// computed on the way: what a difference of two terms loses is neither's mistake.
double distance(const ctgrad::program<double>& p, const std::vector<double>& x, double y) {
  std::vector<double> results, outputs(1);
  ctgrad::interpret(p, x, outputs, results);
  double scale = std::fabs(y);
  for (const double r : results) scale = std::max(scale, std::fabs(r));
  return std::fabs(outputs[0] - y) / (scale * std::numeric_limits<double>::epsilon());
}

BOOST_AUTO_TEST_CASE(readable_mathematics_parses_and_has_the_value) {
  double worst = 0;
  support::for_each_function([&](const auto& function) {
    const auto derivative = ctgrad::value_and_gradient(function.f);
    const auto program = ctgrad::program_of(derivative);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < program.inputs; ++i) names.push_back("x" + std::to_string(i));
    const auto texts = texts_of(ctgrad::to_string(derivative));
    BOOST_TEST_REQUIRE(texts.size() == program.outputs.size());
    for (std::size_t k = 0; k < texts.size(); ++k) {
      const auto parsed = ctgrad::parse(with_arguments(texts[k], names)).recorded();
      for (const auto& point : function.points(20)) {
        const std::vector<double> x(point.begin(), point.end());
        std::vector<double> y(program.outputs.size()), results;
        ctgrad::interpret(program, x, y, results);
        const double apart = distance(parsed.code(), x, y[k]);
        worst = std::max(worst, apart);
        if (!(apart <= 4)) BOOST_ERROR(function.name << ", " << texts[k] << ": " << apart);
      }
    }
  });
  std::cout << "readable mathematics: at most " << worst << " ulps from the derivative\n";
}

BOOST_AUTO_TEST_SUITE_END()
