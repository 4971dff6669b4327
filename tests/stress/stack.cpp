// Nothing recurses: recording, sweeping and releasing ten million operations need no more stack
// than one does. A thread with a stack of 256 kB does it; recursion would end the test program.
#include "support.hpp"

#if __has_include(<pthread.h>)

#include <utility>

#include <pthread.h>

namespace {

struct outcome {
  double value = 0, slope = 0;
  std::size_t recorded = 0;
};

/// x + x + ... with ten million additions, in a scope and then once more on the thread's own tape,
/// which ends with the thread.
void* add_ten_million_times(void* result) {
  const auto run = [] {
    const Value x{1.0};
    Value y = x;
    for (int i = 0; i < 10'000'000; ++i) y = y + x;
    y.backward();
    return outcome{y.data(), x.grad(), ::recorded()};
  };
  auto& [in_scope, on_tape] = *static_cast<std::pair<outcome, outcome>*>(result);
  {
    const scope s;
    in_scope = run();
  }
  on_tape = run();
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stack)

BOOST_AUTO_TEST_CASE(a_chain_of_ten_million_additions_on_a_stack_of_256_kB) {
  pthread_attr_t attributes;
  BOOST_REQUIRE(pthread_attr_init(&attributes) == 0);
  BOOST_REQUIRE(pthread_attr_setstacksize(&attributes, 256 * 1024) == 0);
  pthread_t thread;
  std::pair<outcome, outcome> results;
  BOOST_REQUIRE(pthread_create(&thread, &attributes, add_ten_million_times, &results) == 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  for (const outcome& result : {results.first, results.second}) {
    BOOST_TEST(is_equal(result.value, 10'000'001));
    BOOST_TEST(is_equal(result.slope, 10'000'001));
    BOOST_TEST(result.recorded >= 10'000'001U);
    BOOST_TEST(result.recorded <= 10'000'002U);  // one position is left out where the notes end
  }
}

BOOST_AUTO_TEST_SUITE_END()

#endif
