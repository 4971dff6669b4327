// The same as tests/detail/names.cpp for what a Value is made of where places are recorded: no name
// of ours shadows a global of the program.
#define CTGRAD_LOCATIONS

#include <ctgrad/check/detect_anomaly.hpp>
#include <ctgrad/ctgrad.hpp>

#include <boost/test/unit_test.hpp>

#include "../detail/taken_names.hpp"

BOOST_AUTO_TEST_SUITE(taken_names)

BOOST_AUTO_TEST_CASE(values_with_places) {
  const ctgrad::scope my_scope;
  const ctgrad::detect_anomaly my_guard;
  ctgrad::Value my_x{2.0};
  auto my_y = my_x * 2 + pow(my_x, 3) - 1 / my_x;
  my_y += where(my_x > 1, my_x, -my_x);
  my_y.backward();
  BOOST_TEST(my_x.grad() == 15.25);
}

BOOST_AUTO_TEST_SUITE_END()
