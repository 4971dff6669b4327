// Numbers for people.
#include <ctgrad/check/digits.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdlib>
#include <limits>

using ctgrad::detail::digits;

BOOST_AUTO_TEST_SUITE(numbers_for_people)

BOOST_AUTO_TEST_CASE(the_shortest_text_that_reads_as_the_number) {
  BOOST_TEST(digits(0) == "0");
  BOOST_TEST(digits(0.1) == "0.1");
  BOOST_TEST(digits(-20) == "-20");
  BOOST_TEST(digits(1234.5) == "1234.5");
  BOOST_TEST(digits(1e-8) == "1e-08");
  BOOST_TEST(digits(1e300) == "1e+300");
  for (const double x : {1 / 3.0, 5e-324, 999999.5, 1e6, 123456.789012345, -0.1 - 0.2}) {
    BOOST_TEST(std::strtod(digits(x).c_str(), nullptr) == x);
  }
}

BOOST_AUTO_TEST_CASE(rounded_where_asked) {
  BOOST_TEST(digits(2.0 / 3, 4) == "0.6667");
  BOOST_TEST(digits(123456.7, 2) == "1.2e+05");
}

BOOST_AUTO_TEST_CASE(what_is_no_number_has_a_name) {
  BOOST_TEST(digits(std::nan("")) == "nan");
  BOOST_TEST(digits(-std::nan("")) == "nan");
  BOOST_TEST(digits(-std::numeric_limits<double>::infinity()) == "-inf");
}

BOOST_AUTO_TEST_SUITE_END()
