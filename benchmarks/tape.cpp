// How much does a recorded gradient cost: the text as it is on Values, with the body of its loop
// fused into one node, or written by hand, next to the value alone?
//
// As in static_dynamic_hand.cpp all repetitions are shuffled into one run and the table is made of
// the medians; the defaults below take about a minute. What other libraries' tapes take on the same
// texts is in docs/benchmarks.md.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "compiler.hpp"
#include "medians.hpp"
#include "tape/chain.hpp"
#include "tape/engines.hpp"
#include "tape/heat.hpp"
#include "tape/network.hpp"
#include "tape/product.hpp"
#include "tape/rosenbrock.hpp"
#include "tape/tiny.hpp"

namespace {

using tape_engines::numbers;

template <class Engine, class Workload>
void evaluate(benchmark::State& state, const Workload& f) {
  numbers x = f.point(), gradient(x.size());
  for (auto _ : state) {
    benchmark::DoNotOptimize(x.data());
    auto y = Engine::evaluate(f, x, gradient);
    benchmark::DoNotOptimize(y);
    benchmark::ClobberMemory();
  }
}

/// Checks and registers a workload; returns its name.
template <class Engine, class... Engines>
std::string add(const auto& f) {
  tape_engines::check(f);
  const auto one = [&]<class E>(E) {
    benchmark::RegisterBenchmark(benchmarks::full_name(f.name(), E::name).c_str(),
                                 [f](benchmark::State& state) { evaluate<E>(state, f); });
  };
  one(Engine{});
  (one(Engines{}), ...);
  return f.name();
}

std::vector<std::string> add_all(const auto&... workloads) {
  namespace te = tape_engines;
  return {add<te::value, te::hand, te::plain, te::fused>(workloads)...};
}

void print_row(const benchmarks::medians& times, const std::string& workload) {
  const double value = times.of(workload, tape_engines::value::name);
  const double hand = times.of(workload, tape_engines::hand::name);
  const double plain = times.of(workload, tape_engines::plain::name);
  const double fused = times.of(workload, tape_engines::fused::name);
  if (value == 0 || hand == 0 || plain == 0 || fused == 0) return;  // filtered out
  std::printf("%-27s %12.1f %12.1f %12.1f %12.1f %11.2f %11.2f\n", workload.c_str(), value, hand,
              plain, fused, plain / hand, fused / hand);
}

void print_table(const benchmarks::medians& times, const std::vector<std::string>& workloads) {
  std::printf("\nvalue and gradient, median of nanoseconds, %s\n", benchmarks::compiler().c_str());
  std::printf("%-27s %12s %12s %12s %12s %11s %11s\n", "workload", "value", "hand", "Value",
              "fused", "Value/hand", "fused/hand");
  for (const auto& workload : workloads) print_row(times, workload);
}

}  // namespace

int main(int argc, char** argv) {
  if (!benchmarks::initialize(argc, argv, 15)) return 1;
  using namespace tape_workloads;
  const auto workloads =
      add_all(tiny{}, chain{1000}, chain{1000000}, rosenbrock{10}, rosenbrock{1000},
              rosenbrock{100000}, network<bend::relu>{}, network<bend::tanh>{}, product{}, heat{});
  benchmarks::medians times;
  benchmark::RunSpecifiedBenchmarks(&times);
  print_table(times, workloads);
}
