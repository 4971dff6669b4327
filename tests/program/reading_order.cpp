// The order in which a formula is read.
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/reading_order.hpp>
#include <ctgrad/program/symbol.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>

namespace {

using ctgrad::builder, ctgrad::symbol;

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_order)

BOOST_AUTO_TEST_CASE(operands_from_left_to_right_and_depth_first) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const auto last = cos(y), first = sin(x);
  const auto p = home.finish({(first * 2 + last).at(home)});
  BOOST_TEST(to_string(in_order_of_reading(p)) ==
             "%0 = input 0\n%1 = input 1\n%2 = sin %0\n%3 = 2\n%4 = multiply %2 %3\n%5 = cos %1\n"
             "%6 = add %4 %5\nreturn %6\n");
}

BOOST_AUTO_TEST_CASE(output_by_output_and_nothing_that_none_needs) {
  builder<double> home;
  const symbol x{home, home.input()}, y{home, home.input()};
  const auto a = sin(x), b = cos(x), unused = tan(y);
  const ctgrad::program<double> p = home.finish({b.at(home), a.at(home), unused.at(home)});
  const ctgrad::program<double> part{p.code, {p.outputs[0], p.outputs[1]}, p.inputs};
  BOOST_TEST(to_string(in_order_of_reading(part)) ==
             "%0 = input 0\n%1 = input 1\n%2 = cos %0\n%3 = sin %0\nreturn %2 %3\n");
}

BOOST_AUTO_TEST_CASE(a_long_chain_needs_no_deep_calls) {
  builder<double> home;
  symbol x{home, home.input()};
  for (int i = 0; i < 200'000; ++i) x = sin(x) * 2;
  const auto p = in_order_of_reading(home.finish({x.at(home)}));
  BOOST_TEST(p.code.size() == 400'002U);
  BOOST_TEST(validate(p).empty());
}

BOOST_AUTO_TEST_SUITE_END()
