// One recording, run by many threads at once.
#include <thread>

#include "support.hpp"

BOOST_AUTO_TEST_CASE(a_recording_is_run_by_many_threads_at_once) {
  const auto g = cg::value_and_gradient(cg::record(energy, some_numbers(40)));
  constexpr std::size_t threads = 4, runs = 50;
  std::vector<std::size_t> wrong(threads);
  std::vector<std::thread> all;
  for (std::size_t t = 0; t < threads; ++t) {
    all.emplace_back([&, t] {
      for (std::size_t i = 0; i < runs; ++i) {
        const auto x = some_numbers(40, static_cast<double>(i * threads + t));
        const auto copy = g;
        const auto own = cg::value_and_gradient(cg::record(energy, x));  // recorded here
        const auto a = copy(x), b = own(x);
        if (a.value != b.value || a.gradient != b.gradient) ++wrong[t];
      }
    });
  }
  for (auto& thread : all) thread.join();
  for (const auto count : wrong) BOOST_TEST(count == 0U);
}

BOOST_AUTO_TEST_CASE(a_symbol_belongs_to_the_thread_that_records) {
  bool refused = false;
  const auto f = [&](auto x) {
    std::thread([&] {
      try {
        static_cast<void>(x * x);
      } catch (const cg::error& e) {
        refused = tagged("E50", "another thread")(e);
      }
    }).join();
    return x;
  };
  BOOST_TEST(cg::record(f, 1.0)(2.0) == 2.0);
  BOOST_TEST(refused);
}
