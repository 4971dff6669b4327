// Google Benchmark's reporter of medians, and the names that it knows them by.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace benchmarks {

inline std::string full_name(const std::string& workload, const std::string& engine) {
  return workload + '/' + engine;
}

/// Reads the command line, in front of which stand our defaults: what it says overrides them. False
/// if there is something in it that nobody knows.
inline bool initialize(int argc, char** argv, int repetitions) {
  std::string defaults[] = {"--benchmark_enable_random_interleaving=true",
                            "--benchmark_repetitions=" + std::to_string(repetitions),
                            "--benchmark_min_time=0.02"};
  std::vector<char*> arguments{argv[0]};
  for (auto& flag : defaults) arguments.push_back(flag.data());
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  return !benchmark::ReportUnrecognizedArguments(count, arguments.data());
}

/// Prints and remembers the medians; of a single repetition, its time.
class medians : public benchmark::ConsoleReporter {
 public:
  medians() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<Run> kept;
    for (const Run& run : runs) {
      const bool single = run.run_type == Run::RT_Iteration && run.repetitions <= 1;
      if (run.error_occurred || (!single && run.aggregate_name != "median")) continue;
      const bool real = !run.run_name.time_type.empty();  // of threads only the clock tells
      nanoseconds_[run.run_name.function_name] =
          real ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
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

}  // namespace benchmarks
