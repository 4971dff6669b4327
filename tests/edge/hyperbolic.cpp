// The entries of hyperbolic.hpp: their rows in every engine, their bounds against the oracle.
#include "hyperbolic.hpp"

#include <boost/test/unit_test.hpp>

#include "check.hpp"

BOOST_AUTO_TEST_SUITE(hyperbolic)

BOOST_AUTO_TEST_CASE(rows_hold_in_every_engine) {
  edge::check_rows(edge::hyperbolic{});
}

BOOST_AUTO_TEST_CASE(engines_take_the_partials_as_they_are) {
  edge::check_engines(edge::hyperbolic{});
}

BOOST_AUTO_TEST_CASE(partials_are_as_accurate_as_stated_and_no_better) {
  edge::check_accuracy(edge::hyperbolic{});
}

BOOST_AUTO_TEST_SUITE_END()
