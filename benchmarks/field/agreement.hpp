// Nothing is timed before it was compared with what was written by hand.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "workload.hpp"

namespace field {

/// The arguments of an engine: its points in columns, which at one point are the numbers as they
/// are. The points lie close to each other, so that all of them take the same branches.
template <class Workload>
numbers arguments(std::size_t points) {
  const numbers x = Workload::point();
  numbers columns(x.size() * points);
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t p = 0; p < points; ++p) {
      columns[i * points + p] = x[i] * (1 + 1e-5 * static_cast<double>(p));
    }
  }
  return columns;
}

/// The p-th of the points in columns.
inline numbers point_of(const numbers& columns, std::size_t points, std::size_t p) {
  numbers one(columns.size() / points);
  for (std::size_t i = 0; i < one.size(); ++i) one[i] = columns[i * points + p];
  return one;
}

/// Sums are made in other orders: a rounding of the largest number for everything added up.
template <class Workload>
double tolerance(const numbers& expected, std::size_t count) {
  double scale = 1;
  for (std::size_t i = 0; i < count; ++i) scale = std::max(scale, std::abs(expected[i]));
  return 2.3e-16 * scale * static_cast<double>(10 + Workload::longest_sum);
}

/// Ends the program unless the first `count` numbers are those by hand.
template <class Workload>
void require_agreement(const char* engine, const Workload& f, const numbers& x,
                       const numbers& found, std::size_t count) {
  numbers expected(results<Workload>());
  f.by_hand(x, expected);
  const double tolerated = tolerance<Workload>(expected, count);
  for (std::size_t i = 0; i < count; ++i) {
    if (std::abs(found[i] - expected[i]) <= tolerated) continue;
    std::fprintf(stderr, "%s: number %zu of the engine %s is %.17g, by hand it is %.17g\n",
                 std::string(Workload::key).c_str(), i, engine, found[i], expected[i]);
    std::exit(EXIT_FAILURE);
  }
}

}  // namespace field
