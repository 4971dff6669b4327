// What may be set from outside: CTGRAD_TEST_SEED and CTGRAD_TEST_PROGRAMS.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace dags {

inline std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text != nullptr && *text != 0 ? std::strtoull(text, nullptr, 0) : otherwise;
}

/// Printed by every run, so that a failure can be had again.
inline std::uint64_t run_seed() {
  return setting("CTGRAD_TEST_SEED", 20261122);
}

/// Programs of one run; `share` of them where a program costs more than a comparison of engines.
inline std::uint64_t run_programs(double share) {
  const double all = static_cast<double>(setting("CTGRAD_TEST_PROGRAMS", 20'000));
  return 1 + static_cast<std::uint64_t>(all * share);
}

}  // namespace dags
