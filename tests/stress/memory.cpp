// A thousand rounds of recording, sweeping and releasing take the memory of one.
#ifdef __linux__

#include <fstream>

#include "support.hpp"

#include <unistd.h>

namespace {

/// Bytes of memory that this process occupies now.
long resident_bytes() {
  long total = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

/// The gradient of a sum of x * x, 100'000 operations.
double round(const Value& x) {
  const scope s;
  Value sum = 0.0;
  for (int i = 0; i < 50'000; ++i) sum += x * x;
  x.zero_grad();
  sum.backward();
  return x.grad();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(resident_memory_is_seen) {  // or the next test could not fail
  const long before = resident_bytes();
  const std::vector<char> ballast(100'000'000, 'x');  // what was freed before has no such hole
  BOOST_TEST(resident_bytes() - before > 90'000'000);
  BOOST_TEST(ballast.back() == 'x');
}

BOOST_AUTO_TEST_CASE(a_thousand_rounds_take_the_memory_of_one) {
  const scope s;
  const Value x{3.0};
  const auto size = recorded();
  BOOST_TEST(is_equal(round(x), 300'000));
  const long before = resident_bytes();
  for (int i = 0; i < 999; ++i) BOOST_REQUIRE(round(x) == 300'000);
  BOOST_TEST(recorded() == size);
  BOOST_TEST(resident_bytes() - before < 500'000);  // a round's recording is five times as much
}

BOOST_AUTO_TEST_SUITE_END()

#endif
