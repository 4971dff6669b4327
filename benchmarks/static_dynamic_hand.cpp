// How much does a gradient cost: compiled by ctgrad (static), recorded with Values (dynamic) or
// written by hand, next to the value alone?
//
// All repetitions of all engines are shuffled into one run, so that whatever else the machine does
// meets them alike; the table at the end is made of the medians. Any flag of Google Benchmark
// works; the defaults below take about half a minute.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "compiler.hpp"
#include "engines.hpp"
#include "medians.hpp"
#include "workloads.hpp"

namespace {

// -- what is measured --------------------------------------------------------------------------

template <class Workload, class Engine>
void evaluate(benchmark::State& state) {
  auto points = workloads::points<Workload>();
  benchmark::DoNotOptimize(points);  // from here on the compiler knows nothing about them
  std::size_t i = 0;
  for (auto _ : state) {
    auto result = Engine::template evaluate<Workload>(points[i++ % points.size()]);
    benchmark::DoNotOptimize(result);
  }
}

template <class Workload, class... Engines>
void add_engines() {
  (benchmark::RegisterBenchmark(benchmarks::full_name(Workload::name, Engines::name).c_str(),
                                evaluate<Workload, Engines>),
   ...);
}

/// Checks and registers workloads; returns their names in order.
template <class... Workloads>
std::vector<std::string> add() {
  (engines::check<Workloads>(), ...);
  (add_engines<Workloads, engines::value, engines::hand, engines::compiled, engines::dynamic>(),
   ...);
  return {Workloads::name...};
}

// -- the table ---------------------------------------------------------------------------------

void print_row(const benchmarks::medians& times, const std::string& workload) {
  const double value = times.of(workload, engines::value::name);
  const double hand = times.of(workload, engines::hand::name);
  const double compiled = times.of(workload, engines::compiled::name);
  const double dynamic = times.of(workload, engines::dynamic::name);
  if (value == 0 || hand == 0 || compiled == 0 || dynamic == 0) return;  // filtered out
  std::printf("%-26s %9.2f %9.2f %9.2f %11.1f %12.2f %15.1f\n", workload.c_str(), value, hand,
              compiled, dynamic, compiled / hand, dynamic / compiled);
}

void print_table(const benchmarks::medians& times, const std::vector<std::string>& workloads) {
  std::printf("\nvalue and gradient, median of nanoseconds, %s\n", benchmarks::compiler().c_str());
  std::printf("%-26s %9s %9s %9s %11s %12s %15s\n", "workload", "value", "hand", "static",
              "dynamic", "static/hand", "dynamic/static");
  for (const auto& workload : workloads) print_row(times, workload);
}

}  // namespace

int main(int argc, char** argv) {
  if (!benchmarks::initialize(argc, argv, 31)) return 1;
  const auto workloads =
      add<workloads::relu, workloads::exponential, workloads::neuron, workloads::black_scholes,
          workloads::black_scholes_closed_form, workloads::rosenbrock_10>();
  benchmarks::medians times;
  benchmark::RunSpecifiedBenchmarks(&times);
  print_table(times, workloads);
}
