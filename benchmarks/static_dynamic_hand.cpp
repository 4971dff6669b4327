// How much does a gradient cost: compiled by ctgrad (static), recorded with Values (dynamic) or
// written by hand, next to the value alone?
//
// All repetitions of all engines are shuffled into one run, so that whatever else the machine does
// meets them alike; the table at the end is made of the medians. Any flag of Google Benchmark
// works; the defaults below take about half a minute.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "engines.hpp"
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

std::string full_name(const std::string& workload, const std::string& engine) {
  return workload + '/' + engine;
}

template <class Workload, class... Engines>
void add_engines() {
  (benchmark::RegisterBenchmark(full_name(Workload::name, Engines::name).c_str(),
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

/// Prints and remembers the medians; of a single repetition, its time.
class medians : public benchmark::ConsoleReporter {
 public:
  medians() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<Run> kept;
    for (const Run& run : runs) {
      const bool single = run.run_type == Run::RT_Iteration && run.repetitions <= 1;
      if (run.error_occurred || (!single && run.aggregate_name != "median")) continue;
      nanoseconds_[run.run_name.function_name] = run.GetAdjustedCPUTime();
      kept.push_back(run);
    }
    if (!kept.empty()) ConsoleReporter::ReportRuns(kept);
  }

  /// Nanoseconds per evaluation; 0 for what was not run.
  [[nodiscard]] double of(const std::string& workload, const std::string& engine) const {
    const auto found = nanoseconds_.find(full_name(workload, engine));
    return found == nanoseconds_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, double> nanoseconds_;
};

/// The compiler and what it was told, as far as it can be known in the source.
std::string compiler() {
  std::string text =
#if defined(__clang__)
      __VERSION__;
#elif defined(__GNUC__)
      "g++ " __VERSION__;
#else
      "unknown compiler";
#endif
#if defined(CTGRAD_BENCHMARK_FLAGS)
  text += ", " CTGRAD_BENCHMARK_FLAGS;
#else
#if !defined(__OPTIMIZE__)
  text += ", NOT OPTIMISED";
#endif
#if defined(__AVX512F__)
  text += ", with AVX-512";
#elif defined(__AVX2__)
  text += ", with AVX2";
#endif
#if defined(__FAST_MATH__)
  text += ", with -ffast-math";
#endif
#endif
  return text;
}

void print_row(const medians& times, const std::string& workload) {
  const double value = times.of(workload, engines::value::name);
  const double hand = times.of(workload, engines::hand::name);
  const double compiled = times.of(workload, engines::compiled::name);
  const double dynamic = times.of(workload, engines::dynamic::name);
  if (value == 0 || hand == 0 || compiled == 0 || dynamic == 0) return;  // filtered out
  std::printf("%-26s %9.2f %9.2f %9.2f %11.1f %12.2f %15.1f\n", workload.c_str(), value, hand,
              compiled, dynamic, compiled / hand, dynamic / compiled);
}

void print_table(const medians& times, const std::vector<std::string>& workloads) {
  std::printf("\nvalue and gradient, median of nanoseconds, %s\n", compiler().c_str());
  std::printf("%-26s %9s %9s %9s %11s %12s %15s\n", "workload", "value", "hand", "static",
              "dynamic", "static/hand", "dynamic/static");
  for (const auto& workload : workloads) print_row(times, workload);
}

}  // namespace

int main(int argc, char** argv) {
  // Our defaults stand first, so that the command line overrides them.
  std::string defaults[] = {"--benchmark_enable_random_interleaving=true",
                            "--benchmark_repetitions=31", "--benchmark_min_time=0.02"};
  std::vector<char*> arguments{argv[0]};
  for (auto& flag : defaults) arguments.push_back(flag.data());
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());

  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 1;
  const auto workloads =
      add<workloads::relu, workloads::exponential, workloads::neuron, workloads::black_scholes,
          workloads::black_scholes_closed_form, workloads::rosenbrock_10>();
  medians times;
  benchmark::RunSpecifiedBenchmarks(&times);
  print_table(times, workloads);
}
