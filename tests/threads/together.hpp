// Eight threads that start at the same moment.
#pragma once

#include <array>
#include <barrier>
#include <cstddef>
#include <thread>
#include <type_traits>
#include <vector>

/// What action(number of the thread) gives in each of them. Boost.Test's checks do not belong
/// there.
template <class Action>
auto together(Action action) {
  constexpr std::size_t threads = 8;
  std::array<std::invoke_result_t<Action, std::size_t>, threads> results{};
  std::barrier start(threads);
  std::vector<std::thread> all;
  for (std::size_t i = 0; i < threads; ++i) {
    all.emplace_back([&, i] {
      start.arrive_and_wait();
      results[i] = action(i);
    });
  }
  for (std::thread& t : all) t.join();
  return results;
}
