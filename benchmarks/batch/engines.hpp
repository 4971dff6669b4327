// The ways to evaluate a workload of batches, and the proof that they agree.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "workload.hpp"

#if defined(CTGRAD_PARALLEL)
#include <execution>
#endif

namespace batch_engines {

using batch_workloads::numbers;

struct hand {
  static constexpr const char* name = "hand";
  static void evaluate(const auto& f, numbers& out) { f.by_hand(out); }
};

struct values {
  static constexpr const char* name = "Value";
  static void evaluate(const auto& f, numbers& out) { f.on_values(out); }
};

struct batch {
  static constexpr const char* name = "batch";
  static void evaluate(const auto& f, numbers& out) { f.in_batch(out); }
};

#if defined(CTGRAD_PARALLEL)
struct threads {
  static constexpr const char* name = "threads";
  static void evaluate(const auto& f, numbers& out) { f.in_batch(out, std::execution::par); }
};
#endif

/// A static derivative, one point after the other.
struct one_by_one {
  static constexpr const char* name = "one by one";
  static void evaluate(const auto& f, numbers& out) { f.one_by_one(out); }
};

struct price {
  static constexpr const char* name = "price alone";
  static void evaluate(const auto& f, numbers& out) { f.prices(out); }
};

// -- agreement ---------------------------------------------------------------------------------

template <class Engine>
void check_engine(const auto& f, const numbers& expected, std::size_t size) {
  double scale = 1;
  for (const double x : expected) scale = std::max(scale, std::abs(x));
  numbers found(expected.size(), std::nan(""));
  Engine::evaluate(f, found);
  for (std::size_t i = 0; i < size; ++i) {
    if (std::abs(found[i] - expected[i]) <= f.tolerance() * scale) continue;
    std::fprintf(stderr, "%s: result %zu of the engine '%s' is %.17g, by hand it is %.17g\n",
                 f.name().c_str(), i, Engine::name, found[i], expected[i]);
    std::exit(EXIT_FAILURE);
  }
}

/// Ends the program unless all engines agree with the code written by hand.
template <class... Engines>
void check(const auto& f) {
  numbers expected(f.results());
  f.by_hand(expected);
  (check_engine<Engines>(f, expected, expected.size()), ...);
}

}  // namespace batch_engines
