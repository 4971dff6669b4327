// The variables of a text.
#include <ctgrad/text/names.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {

using namespace ctgrad::detail;
using ctgrad::expected;

std::string names_of(std::string_view text) {
  const variable_finder found(text);
  if (found.wrong()) return "wrong at " + std::to_string(found.wrong().at);
  std::string all;
  for (const auto name : found.names()) all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

static_assert(variable_finder("a + b*a").names().size() == 2);

}  // namespace

BOOST_AUTO_TEST_SUITE(text_names)

BOOST_AUTO_TEST_CASE(in_the_order_of_appearance) {
  BOOST_TEST(names_of("c + a*b - a") == "c a b");
  BOOST_TEST(names_of("1 + 2") == "");
}

BOOST_AUTO_TEST_CASE(functions_and_constants_are_none) {
  BOOST_TEST(names_of("sin(x) + y.max(z) + pi - inf*nan") == "x y z");
  BOOST_TEST(names_of("sin + sin(x)") == "sin x");
}

BOOST_AUTO_TEST_CASE(definitions_are_none) {
  BOOST_TEST(names_of("d = x*y; e = d + z; d*e") == "x y z");
  BOOST_TEST(names_of("y = a*b") == "a b");
}

BOOST_AUTO_TEST_CASE(arguments_that_are_listed) {
  BOOST_TEST(names_of("f(b, a, c) = a + b") == "b a c");
  BOOST_TEST(names_of("d = a*a; f(a) = d") == "a");
  BOOST_TEST(names_of("f() = 3") == "");
  BOOST_TEST(names_of("f(f) = f") == "f");
  BOOST_TEST(names_of("f(x,) = y") == "x y");  // no head, so f is a function
}

BOOST_AUTO_TEST_CASE(names_in_use) {
  BOOST_TEST(names_of("d = x; d = y; d") == "wrong at 7");  // defined twice
  BOOST_TEST(names_of("a + d; d = x; d") == "wrong at 7");  // used before
  BOOST_TEST(names_of("d = d + 1; d") == "wrong at 0");     // by itself
  BOOST_TEST(names_of("pi = 3; pi") == "wrong at 0");
  BOOST_TEST(names_of("f(x, x) = x") == "wrong at 5");
  BOOST_TEST(names_of("f(pi) = pi") == "wrong at 2");
  BOOST_TEST(names_of("x = 2; f(x) = x") == "wrong at 9");
  BOOST_TEST(names_of("f(x) = x + y") == "wrong at 11");
  BOOST_TEST(names_of("d = y; f(x) = x + d") == "wrong at 4");
}

BOOST_AUTO_TEST_CASE(many_names) {
  std::string text = "0";
  for (int i = 0; i < 100000; ++i) text += "+x" + std::to_string(i) + "+x" + std::to_string(i / 2);
  const variable_finder found(text);
  BOOST_TEST(found.names().size() == 100000u);
  BOOST_TEST(found.names()[99999] == "x99999");
}

BOOST_AUTO_TEST_SUITE_END()
