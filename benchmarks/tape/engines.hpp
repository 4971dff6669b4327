// The ways to evaluate a workload of the tape, and the proof that they agree.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <span>

#include "workload.hpp"

namespace tape_engines {

namespace cg = ctgrad;
using tape_workloads::numbers;

/// The value alone, in doubles.
struct value {
  static constexpr const char* name = "value";
  template <class Workload>
  static double evaluate(const Workload& f, const numbers& x, numbers&) {
    return f(std::span<const double>(x));
  }
};

struct hand {
  static constexpr const char* name = "hand";
  template <class Workload>
  static double evaluate(const Workload& f, const numbers& x, numbers& gradient) {
    return f.by_hand(std::span<const double>(x), std::span<double>(gradient));
  }
};

/// Makes variables, records, sweeps back and reads the gradients; the scope releases it all.
double recorded(const auto& f, const numbers& x, numbers& gradient) {
  static std::vector<cg::Value> variables;
  const cg::scope recording;
  variables.resize(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) variables[i] = cg::Value{x[i]};
  const cg::Value y = f(std::span<const cg::Value>(variables));
  y.backward();
  for (std::size_t i = 0; i < x.size(); ++i) gradient[i] = variables[i].grad();
  return y.data();
}

/// The text as it is.
struct plain {
  static constexpr const char* name = "Value";
  template <class Workload>
  static double evaluate(const Workload& f, const numbers& x, numbers& gradient) {
    return recorded(f, x, gradient);
  }
};

/// The body of the loop as one node.
struct fused {
  static constexpr const char* name = "fused";
  template <class Workload>
  static double evaluate(const Workload& f, const numbers& x, numbers& gradient) {
    return recorded([&](auto variables) { return f.fused(variables); }, x, gradient);
  }
};

// -- agreement ---------------------------------------------------------------------------------

inline void require_close(const std::string& workload, const char* engine, double found,
                          double expected, double tolerance) {
  if (std::abs(found - expected) <= tolerance) return;
  std::fprintf(stderr, "%s: a result of the %s engine is %.17g, by hand it is %.17g\n",
               workload.c_str(), engine, found, expected);
  std::exit(EXIT_FAILURE);
}

/// Three times, because the tape uses its memory again.
template <class Engine>
void check_engine(const auto& f, const numbers& x, double value, const numbers& gradient,
                  double tolerance) {
  for (int pass = 0; pass < 3; ++pass) {
    numbers found(gradient.size(), 0.0);
    require_close(f.name(), Engine::name, Engine::evaluate(f, x, found), value, tolerance);
    for (std::size_t i = 0; i < found.size(); ++i) {
      require_close(f.name(), Engine::name, found[i], gradient[i], tolerance);
    }
  }
}

/// Ends the program unless all engines agree with the code written by hand. Sums are made in other
/// orders: a rounding of the largest number for everything that is added up.
template <class Workload>
void check(const Workload& f) {
  const numbers x = f.point();
  numbers gradient(x.size()), none(x.size());
  const double y = hand::evaluate(f, x, gradient);
  double scale = std::max(1.0, std::abs(y));
  for (const double d : gradient) scale = std::max(scale, std::abs(d));
  const double tolerance = 2.3e-16 * scale * static_cast<double>(10 + f.longest_sum());
  require_close(f.name(), value::name, value::evaluate(f, x, none), y, tolerance);
  check_engine<plain>(f, x, y, gradient, tolerance);
  check_engine<fused>(f, x, y, gradient, tolerance);
}

}  // namespace tape_engines
