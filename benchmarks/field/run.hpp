// The program of an engine. An engine is a type with
//   name               of its column, one word
//   version()          of the library
//   points<Workload>   how many points one evaluation is of (1 if this is not there); they stand
//                      in columns, as the results do
//   refusal<Workload>  why it leaves a workload out, or nullptr
//   evaluation<W>      made of a workload and its arguments before the clock starts, and called
//                      with arguments and room for the results:
//                        evaluation(const W& f, std::span<const double> x)
//                        void operator()(std::span<const double> x, std::span<double> out)
// and, if it leaves values alone, `values_only`.
//
// A program is run as
//   field_<engine> --describe            what it measures, as JSON
//   field_<engine> --check               compares all of it with what was written by hand
//   field_<engine> --memory <workload>   the peak of the process's memory, in kilobytes
//   field_<engine> [--benchmark_...]     checks, then measures with Google Benchmark
#pragma once

#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>

#include "../compiler.hpp"
#include "agreement.hpp"
#include "workloads.hpp"

namespace field {

// -- one workload --------------------------------------------------------------------------------

template <class Engine, class Workload>
constexpr std::size_t points_of() {
  if constexpr (requires { Engine::template points<Workload>; }) {
    return Engine::template points<Workload>;
  }
  return 1;
}

template <class Engine, class Workload>
constexpr std::size_t results_of() {
  if constexpr (requires { Engine::values_only; }) return Workload::outputs;
  return results<Workload>();
}

/// A workload, its arguments, and whatever an engine makes of them beforehand.
template <class Engine, class Workload>
struct prepared {
  Workload f;
  numbers x = arguments<Workload>(points_of<Engine, Workload>());
  numbers out = numbers(points_of<Engine, Workload>() * results<Workload>());
  typename Engine::template evaluation<Workload> evaluate{f, x};

  void run() { evaluate(std::span<const double>(x), std::span<double>(out)); }
};

/// Three times, because tapes use their memory again.
template <class Engine, class Workload>
void check(prepared<Engine, Workload>& job) {
  constexpr std::size_t points = points_of<Engine, Workload>();
  for (int pass = 0; pass < 3; ++pass) {
    std::fill(job.out.begin(), job.out.end(), std::nan(""));
    job.run();
    for (std::size_t p = 0; p < points; ++p) {
      require_agreement(Engine::name, job.f, point_of(job.x, points, p),
                        point_of(job.out, points, p), results_of<Engine, Workload>());
    }
  }
}

template <class Engine, class Workload>
void measure(benchmark::State& state, prepared<Engine, Workload>& job) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(job.x.data());
    benchmark::ClobberMemory();
    job.run();
    benchmark::DoNotOptimize(job.out.data());
    benchmark::ClobberMemory();
  }
}

/// Prepared and checked, and so warm, when its turn comes. Only one is in memory at a time: Google
/// Benchmark asks for the same one several times, until it knows how often to run it.
inline std::shared_ptr<void> current;
inline std::string current_key;

template <class Engine, class Workload>
prepared<Engine, Workload>& checked() {
  using job = prepared<Engine, Workload>;
  if (current_key != Workload::key) {
    current.reset();
    current = std::make_shared<job>();
    current_key = Workload::key;
    check(*static_cast<job*>(current.get()));
  }
  return *static_cast<job*>(current.get());
}

template <class Engine, class Workload>
void add() {
  const auto run = [](benchmark::State& state) { measure(state, checked<Engine, Workload>()); };
  benchmark::RegisterBenchmark(std::string(Workload::key).c_str(), run);
}

// -- the program ---------------------------------------------------------------------------------

template <class Engine>
void for_each_taken(auto&& f) {
  for_each(all_workloads{}, [&]<class W>(std::type_identity<W> workload) {
    if constexpr (Engine::template refusal<W> == nullptr) f(workload);
  });
}

template <class Engine>
void describe() {
  std::printf("{\"engine\": \"%s\", \"version\": \"%s\", \"compiler\": \"%s\",\n", Engine::name,
              std::string(Engine::version()).c_str(), benchmarks::compiler().c_str());
  std::printf(" \"workloads\": [");
  const char* separator = "\n";
  for_each(all_workloads{}, [&]<class W>(std::type_identity<W>) {
    const char* const why = Engine::template refusal<W>;
    constexpr const char* kinds[] = {"gradient", "jacobian", "hessian"};
    std::printf("%s  {\"key\": \"%s\", \"title\": \"%s\", \"kind\": \"%s\", \"inputs\": %zu, ",
                separator, std::string(W::key).c_str(), std::string(W::title).c_str(),
                kinds[static_cast<int>(W::what)], W::inputs);
    std::printf("\"outputs\": %zu, \"operations\": %zu, \"points\": %zu, \"refusal\": \"%s\"}",
                W::outputs, W::operations, points_of<Engine, W>(), why == nullptr ? "" : why);
    separator = ",\n";
  });
  std::printf("\n]}\n");
}

/// The peak of this process, as Linux tells it; 0 elsewhere.
inline long peak_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    long kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes;
  }
  return 0;
}

template <class Engine>
bool print_memory(const std::string& key) {
  bool found = false;
  for_each_taken<Engine>([&]<class W>(std::type_identity<W>) {
    if (key != W::key) return;
    std::make_unique<prepared<Engine, W>>()->run();
    std::printf("%ld\n", peak_kilobytes());
    found = true;
  });
  return found;
}

template <class Engine>
int check_all() {
  for_each_taken<Engine>([]<class W>(std::type_identity<W>) {
    check(*std::make_unique<prepared<Engine, W>>());
    std::printf("%s: %s agrees\n", std::string(W::key).c_str(), Engine::name);
  });
  return 0;
}

template <class Engine>
int run(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "--describe") return describe<Engine>(), 0;
  if (mode == "--check") return check_all<Engine>();
  if (mode == "--memory") return argc > 2 && print_memory<Engine>(argv[2]) ? 0 : 1;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  for_each_taken<Engine>([]<class W>(std::type_identity<W>) { add<Engine, W>(); });
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace field
