// The ways to evaluate a workload at a point, behind one interface, and the proof that they agree.
#pragma once

#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <tuple>

#include "hand/result.hpp"
#include "workloads.hpp"

namespace engines {

namespace cg = ctgrad;

/// The value alone, in doubles.
struct value {
  static constexpr const char* name = "value";
  template <class Workload>
  static double evaluate(const auto& point) {
    return std::apply(Workload::function, point);
  }
};

struct hand {
  static constexpr const char* name = "hand";
  template <class Workload>
  static auto evaluate(const auto& point) {
    return std::apply(Workload::by_hand, point);
  }
};

/// Straight-line code generated at compile time.
struct compiled {
  static constexpr const char* name = "static";
  template <class Workload>
  static auto evaluate(const auto& point) {
    return std::apply(Workload::by_ctgrad, point);
  }
};

/// Records Values, sweeps back and reads the gradients; all of it is released with the scope.
struct dynamic {
  static constexpr const char* name = "dynamic";

  template <class Workload>
  static auto evaluate(const auto& point) {
    const cg::scope recording;
    return std::apply([](const auto&... x) { return differentiate<Workload>(x...); }, point);
  }

 private:
  /// Differentiated by all arguments.
  template <class Workload>
  static auto differentiate(const std::same_as<double> auto&... x) {
    const std::array variables{cg::Value{x}...};
    return swept(std::apply(Workload::function, variables), variables);
  }

  /// Differentiated by an array, the first argument.
  template <class Workload, std::size_t N>
  static auto differentiate(const std::array<double, N>& x, const auto&... passive) {
    std::array<cg::Value, N> variables;
    for (std::size_t i = 0; i < N; ++i) variables[i] = cg::Value{x[i]};
    return swept(Workload::function(variables, passive...), variables);
  }

  template <std::size_t N>
  static ::hand::with_gradient<N> swept(const cg::Value& y,
                                        const std::array<cg::Value, N>& variables) {
    y.backward();
    ::hand::with_gradient<N> out{y.data(), {}};
    for (std::size_t i = 0; i < N; ++i) out.gradient[i] = variables[i].grad();
    return out;
  }
};

// -- agreement ---------------------------------------------------------------------------------

[[noreturn]] inline void disagree(const char* workload, const char* engine, const char* quantity,
                                  std::size_t point, double found, double expected) {
  std::fprintf(stderr, "%s: %s of the %s engine at point %zu is %.17g, by hand it is %.17g\n",
               workload, quantity, engine, point, found, expected);
  std::exit(EXIT_FAILURE);
}

/// The orders of summation differ, so a few roundings of the largest term are allowed.
inline bool close(double a, double b, double scale) {
  return std::abs(a - b) <= 1e-13 * scale;
}

template <class Workload, class Engine>
void check_gradient(std::size_t i, const auto& expected, double scale) {
  const auto found = Engine::template evaluate<Workload>(Workload::point(i));
  if (!close(found.value, expected.value, scale)) {
    disagree(Workload::name, Engine::name, "the value", i, found.value, expected.value);
  }
  for (std::size_t k = 0; k < Workload::partials; ++k) {
    if (close(found.gradient[k], expected.gradient[k], scale)) continue;
    disagree(Workload::name, Engine::name, "a partial", i, found.gradient[k], expected.gradient[k]);
  }
}

/// Ends the program unless all engines agree with the code written by hand.
template <class Workload>
void check() {
  for (std::size_t i = 0; i < workloads::number_of_points; ++i) {
    const auto point = Workload::point(i);
    const auto expected = hand::evaluate<Workload>(point);
    double scale = std::max(1.0, std::abs(expected.value));
    for (const double d : expected.gradient) scale = std::max(scale, std::abs(d));
    const double found = value::evaluate<Workload>(point);
    if (!close(found, expected.value, scale)) {
      disagree(Workload::name, value::name, "the value", i, found, expected.value);
    }
    check_gradient<Workload, compiled>(i, expected, scale);
    check_gradient<Workload, dynamic>(i, expected, scale);
  }
}

}  // namespace engines
