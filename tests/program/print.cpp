// Listings of programs.
#include <ctgrad/program/print.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

#include "../support/programs.hpp"

namespace {

using support::listing;

template <class T>
std::string literal_text(T value) {
  ctgrad::builder<T> home;
  return to_string(home.finish({home.literal(value)}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print)

BOOST_AUTO_TEST_CASE(one_line_per_instruction) {
  BOOST_TEST(listing<2>([](auto x, auto y) {
               const auto product = x * y;
               const auto small = product < 2;  // by name: arguments are evaluated in any order
               return where(small, exp(product), x);
             }) ==
             "%0 = input 0\n"
             "%1 = input 1\n"
             "%2 = multiply %0 %1\n"
             "%3 = 2\n"
             "%4 = less %2 %3\n"
             "%5 = exp %2\n"
             "%6 = where %4 %5 %0\n"
             "return %6\n");
}

BOOST_AUTO_TEST_CASE(several_outputs_and_none) {
  ctgrad::builder<double> home;
  const auto x = home.input(), y = home.input();
  BOOST_TEST(to_string(home.finish({y, x, y})) == "%0 = input 0\n%1 = input 1\nreturn %1 %0 %1\n");
  BOOST_TEST(to_string(home.finish({})) == "%0 = input 0\n%1 = input 1\nreturn\n");
  BOOST_TEST(to_string(ctgrad::program<double>{}) == "return\n");
}

BOOST_AUTO_TEST_CASE(literals_read_back_as_the_same_number) {
  BOOST_TEST(literal_text(2.0) == "%0 = 2\nreturn %0\n");
  BOOST_TEST(literal_text(0.1) == "%0 = 0.1\nreturn %0\n");
  BOOST_TEST(literal_text(0.1f) == "%0 = 0.1\nreturn %0\n");
  BOOST_TEST(literal_text(-1.5) == "%0 = -1.5\nreturn %0\n");
  BOOST_TEST(literal_text(-0.0) == "%0 = -0\nreturn %0\n");
  BOOST_TEST(literal_text(1e300) == "%0 = 1e+300\nreturn %0\n");
  BOOST_TEST(literal_text(1.0 / 3) == "%0 = 0.3333333333333333\nreturn %0\n");
  BOOST_TEST(literal_text(std::numeric_limits<double>::infinity()) == "%0 = inf\nreturn %0\n");
}

BOOST_AUTO_TEST_CASE(a_frozen_program_prints_the_same) {
  constexpr auto f = [](auto x) { return sin(x) * x; };
  BOOST_TEST(to_string(ctgrad::frozen<support::source<decltype(f), 1>>::value) == listing<1>(f));
}

BOOST_AUTO_TEST_SUITE_END()
