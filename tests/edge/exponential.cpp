// The entries of exponential.hpp: their rows in every engine, their bounds against the oracle.
#include "exponential.hpp"

#include <boost/test/unit_test.hpp>

#include "check.hpp"

BOOST_AUTO_TEST_SUITE(exponential)

BOOST_AUTO_TEST_CASE(rows_hold_in_every_engine) {
  edge::check_rows(edge::exponential{});
}

BOOST_AUTO_TEST_CASE(engines_take_the_partials_as_they_are) {
  edge::check_engines(edge::exponential{});
}

BOOST_AUTO_TEST_CASE(partials_are_as_accurate_as_stated_and_no_better) {
  edge::check_accuracy(edge::exponential{});
}

BOOST_AUTO_TEST_SUITE_END()
