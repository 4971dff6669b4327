// Programs as readable mathematics. Texts of whole formulas are in tests/expr/print.cpp.
#include <ctgrad/program/mathematics.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {

using ctgrad::builder;
using ctgrad::symbol;

/// The text of f(x, y).
template <class F>
std::string written(F f) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const symbol result = f(x, y);
  const auto p = home.finish({result.at(home)});
  return ctgrad::detail::mathematics<double>(p, {"x", "y"}).output(0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mathematics)

BOOST_AUTO_TEST_CASE(equal_factors_and_terms_are_written_once) {
  BOOST_TEST(written([](auto x, auto y) { return x * y * x; }) == "x^2*y");
  BOOST_TEST(written([](auto x, auto y) { return x * y + x * y * 2; }) == "3*x*y");
  BOOST_TEST(written([](auto x, auto y) { return 3 * x - y + x; }) == "4*x - y");
}

BOOST_AUTO_TEST_CASE(nothing_is_cancelled) {
  BOOST_TEST(written([](auto x, auto) { return x / x; }) == "x/x");
  BOOST_TEST(written([](auto x, auto) { return x - x; }) == "x - x");
}

BOOST_AUTO_TEST_CASE(whole_quotients_of_coefficients_are_reduced) {
  BOOST_TEST(written([](auto x, auto y) { return 4 * x / (2 * y); }) == "2*x/y");
  BOOST_TEST(written([](auto x, auto y) { return x / (-2 * y); }) == "-x/(2*y)");
}

BOOST_AUTO_TEST_CASE(a_long_part_that_is_used_twice_gets_a_name) {
  const auto f = [](auto x, auto y) {
    const auto part = exp(x * x + y * y + 1) * sin(x * y + x + y) + cos(x - y) + 1;
    return part * tanh(part);
  };
  BOOST_TEST(written(f) ==
             "t1*tanh(t1)\n  where t1 = exp(x^2 + y^2 + 1)*sin(x*y + x + y) + cos(x - y) + 1");
}

BOOST_AUTO_TEST_CASE(comparisons_are_not_chained) {
  BOOST_TEST(written([](auto x, auto y) { return (x < y) == x; }) == "(x < y) == x");
  BOOST_TEST(written([](auto x, auto y) { return (x < y) < (y != x); }) == "(x < y) < (y != x)");
  BOOST_TEST(written([](auto x, auto y) { return x < y && y != x - 1; }) == "x < y && y != x - 1");
}

BOOST_AUTO_TEST_CASE(no_part_has_the_name_of_a_variable) {
  builder<double> home;
  const symbol t1{home, home.input()}, y{home, home.input()};
  const auto part = exp(t1 * t1 + y * y + 1) * sin(t1 * y + t1 + y) + cos(t1 - y) + 1;
  const auto p = home.finish({(part * tanh(part)).at(home)});
  const auto all = ctgrad::detail::mathematics<double>(p, {"t1", "y"}).output(0);
  BOOST_TEST(all.starts_with("t2*tanh(t2)\n  where t2 = exp(t1^2 + y^2 + 1)*"));
}

BOOST_AUTO_TEST_CASE(a_deep_program_is_written_in_parts) {
  builder<double> home;
  symbol x{home, home.input()};
  for (int i = 0; i < 50'000; ++i) x = sin(x);
  const auto p = home.finish({x.at(home)});
  const auto all = ctgrad::detail::mathematics<double>(p, {"x"}).output(0);
  BOOST_TEST(all.size() < 500'000u);  // 1.25e9 characters are copied if no part has a name
  BOOST_TEST(all.find("\n  where t1 = sin(sin(") != all.npos);
}

BOOST_AUTO_TEST_CASE(the_text_of_a_deeply_shared_program_stays_short) {
  const auto f = [](auto x, auto y) {
    for (int i = 0; i < 60; ++i) x = sin(x) * y + x;  // the written-out tree has 2^60 leaves
    return x;
  };
  BOOST_TEST(written(f).size() < 10'000u);
}

BOOST_AUTO_TEST_SUITE_END()
