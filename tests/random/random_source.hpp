// Random numbers that are the same on every compiler and standard library.
#pragma once

#include <cmath>
#include <cstdint>

namespace dags {

class random_source {  // splitmix64
 public:
  explicit random_source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// A whole number in [0, n).
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  /// A number in [0, 1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double probability) { return unit() < probability; }
  double uniform(double low, double high) { return low + (high - low) * unit(); }
  double log_uniform(double low, double high) {
    return std::exp(uniform(std::log(low), std::log(high)));
  }
  double signed_number(double low, double high) {
    const double size = log_uniform(low, high);
    return chance(0.5) ? size : -size;
  }

 private:
  std::uint64_t state_;
};

/// The seed of the i-th program of a run.
inline std::uint64_t seed_of(std::uint64_t run, std::uint64_t i) {
  return random_source(run + i * 0xD1342543DE82EF95u).next();
}

}  // namespace dags
