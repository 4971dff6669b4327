// However many threads there were, a Value belongs to the tape it was recorded on.
#include <thread>

#include "support.hpp"

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(no_thread_of_20000_takes_a_foreign_value_for_its_own) {
  const Value x{2.0};  // outside of every scope
  int taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::thread([&] { taken += x.is_recorded() ? 1 : 0; }).join();
  }
  BOOST_TEST(taken == 0);
}

BOOST_AUTO_TEST_SUITE_END()
