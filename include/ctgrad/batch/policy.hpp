// In which order the parts of a batch are computed: one after the other, or by threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <type_traits>
#include <vector>

namespace ctgrad::detail {

/// One part after the other.
struct in_sequence {};

/// Calls body(k) for k = 0 ... parts - 1. A standard execution policy decides which of them run at
/// the same time; whoever names one has included <execution>.
template <class Policy, class Body>
void for_each_part(const Policy& policy, std::size_t parts, Body&& body) {
  if constexpr (std::is_same_v<Policy, in_sequence>) {
    for (std::size_t k = 0; k < parts; ++k) body(k);
  } else {
    std::vector<std::size_t> numbers(parts);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    std::for_each(policy, numbers.begin(), numbers.end(), body);
  }
}

}  // namespace ctgrad::detail
