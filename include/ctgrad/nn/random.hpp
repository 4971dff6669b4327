// Random numbers that are the same everywhere.
//
// Standard engines are; standard distributions, and std::shuffle, differ between standard
// libraries, and std::log and std::cos in their last digit. So everything here is made from the
// engine's bits by comparisons and exact arithmetic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <ranges>
#include <utility>

namespace ctgrad {
namespace nn {

/// A number in [0, 1), a multiple of 2^-53.
[[nodiscard]] inline double uniform(std::mt19937_64& engine) {
  return static_cast<double>(engine() >> 11) * 0x1p-53;
}

/// A whole number in [0, n), all with the same probability; n > 0.
[[nodiscard]] inline std::uint64_t below(std::uint64_t n, std::mt19937_64& engine) {
  const std::uint64_t excess = (UINT64_MAX % n + 1) % n;  // 2^64 modulo n
  std::uint64_t bits = engine();
  while (bits > UINT64_MAX - excess) bits = engine();
  return bits % n;
}

}  // namespace nn

namespace detail {

/// True with probability exp(-limit * chance) for both in [0, 1]: how long numbers go on falling
/// from the limit is even (von Neumann 1951).
inline bool decays(double limit, double chance, std::mt19937_64& engine) {
  for (bool even = true;; even = !even) {
    const double next = nn::uniform(engine);
    if (!(next < limit && nn::uniform(engine) < chance)) return even;
    limit = next;
  }
}

inline bool decays_every_time(unsigned times, double limit, double chance,
                              std::mt19937_64& engine) {
  while (times > 0 && decays(limit, chance, engine)) --times;
  return times == 0;
}

}  // namespace detail

namespace nn {

/// A normally distributed number of mean 0 and variance 1, by comparing uniform ones: k + x, k
/// whole and x in [0, 1), has probability exp(-k/2) exp(-k(k-1)/2) exp(-x(2k+x)/2) (Karney 2016,
/// "Sampling exactly from the normal distribution", algorithm N).
[[nodiscard]] inline double normal(std::mt19937_64& engine) {
  for (;;) {
    unsigned k = 0;
    while (detail::decays(0.5, 1, engine)) ++k;
    if (k > 1 && !detail::decays_every_time(k * (k - 1), 0.5, 1, engine)) continue;
    const double x = uniform(engine);
    if (!detail::decays_every_time(k + 1, x, (2 * k + x) / (2 * k + 2), engine)) continue;
    return engine() % 2 == 0 ? k + x : -(k + x);
  }
}

/// Brings a range into random order, every order with the same probability.
template <std::ranges::random_access_range Range>
void shuffle(Range&& range, std::mt19937_64& engine) {
  const auto first = std::ranges::begin(range);
  using offset = std::ranges::range_difference_t<Range>;
  for (auto left = static_cast<std::uint64_t>(std::ranges::size(range)); left > 1; --left) {
    std::ranges::iter_swap(first + static_cast<offset>(left - 1),
                           first + static_cast<offset>(below(left, engine)));
  }
}

}  // namespace nn
}  // namespace ctgrad
