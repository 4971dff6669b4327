// How much does one function at many points cost: in batches, one point after the other, recorded
// by Values, or written by hand in SIMD lanes?
//
// As in static_dynamic_hand.cpp all repetitions are shuffled into one run and the tables are made
// of the medians; the defaults take about two minutes. What other libraries' tapes take on the same
// texts is in docs/benchmarks.md. Compile it for your processor: the lanes are those of -march.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "batch/asian_call.hpp"
#include "batch/black_scholes.hpp"
#include "batch/data_sum.hpp"
#include "batch/engines.hpp"
#include "batch/gaussian_mixture.hpp"
#include "batch/k_means.hpp"
#include "batch/least_squares.hpp"
#include "batch/log_sum_exp.hpp"
#include "batch/network.hpp"
#include "compiler.hpp"
#include "medians.hpp"

namespace {

namespace be = batch_engines;
namespace bw = batch_workloads;

// -- what is measured --------------------------------------------------------------------------

template <class Engine, class Workload>
void evaluate(benchmark::State& state, const Workload& f) {
  bw::numbers out(f.results());
  for (auto _ : state) {
    Engine::evaluate(f, out);
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
}

template <class Engine, class Workload>
auto* add_one(const Workload& f) {
  return benchmark::RegisterBenchmark(
      benchmarks::full_name(f.name(), Engine::name).c_str(),
      [&f](benchmark::State& state) { evaluate<Engine>(state, f); });
}

struct row {
  std::string name;
  double points;
  double operations = 0;  // of one term
};

/// Checks and registers a workload.
template <class Workload>
row add() {
  static const Workload f;
  be::check<be::values, be::batch>(f);
  add_one<be::hand>(f);
  add_one<be::values>(f);
  add_one<be::batch>(f);
#if defined(CTGRAD_PARALLEL)
  be::check<be::threads>(f);
  add_one<be::threads>(f)->UseRealTime();
#endif
  row r{f.name(), static_cast<double>(f.points())};
  if constexpr (requires { f.record(); }) {
    add_one<be::record>(f);
    add_one<be::one_value>(f);
    r.operations = static_cast<double>(f.operations());
  }
  if constexpr (requires { f.prices({}); }) {
    be::check<be::one_by_one>(f);
    add_one<be::one_by_one>(f);
    add_one<be::price>(f);
  }
  return r;
}

// -- the tables --------------------------------------------------------------------------------

void print_gradients(const benchmarks::medians& times, const std::vector<row>& rows) {
  std::printf("\nvalue and gradient, median of microseconds, %s\n", benchmarks::compiler().c_str());
  std::printf("%-25s %10s %10s %10s %10s %11s %12s %14s\n", "workload", "hand", "Value", "batch",
              "threads", "batch/hand", "Value/batch", "batch/threads");
  for (const row& r : rows) {
    const auto of = [&](const char* engine) { return times.of(r.name, engine) / 1000; };
    const double hand = of("hand"), value = of("Value"), batch = of("batch"), par = of("threads");
    if (hand == 0 || value == 0 || batch == 0) continue;  // filtered out
    std::printf("%-25s %10.2f %10.1f %10.2f %10.2f %11.2f %12.1f", r.name.c_str(), hand, value,
                batch, par, batch / hand, value / batch);
    if (par > 0) std::printf(" %14.2f", batch / par);
    std::printf("\n");
  }
}

void print_greeks(const benchmarks::medians& times, const row& r) {
  const auto of = [&](const char* engine) { return times.of(r.name, engine) / r.points; };
  const double batch = of(be::batch::name), single = of(be::one_by_one::name);
  const double price = of(be::price::name);
  if (batch == 0 || single == 0 || price == 0) return;
  std::printf("\n%s, nanoseconds a call, %zu numbers in a register\n", r.name.c_str(),
              hand::pack_size);
  std::printf("price alone %.2f  price and Greeks: one by one %.2f  batch %.2f  by hand %.2f\n",
              price, single, batch, of(be::hand::name));
  std::printf("one by one / batch %.2f  price alone / batch %.2f\n", single / batch, price / batch);
}

void print_recording(const benchmarks::medians& times, const std::vector<row>& rows) {
  std::printf(
      "\none term, nanoseconds an operation: to record and differentiate it, and one sweep"
      " of Values\n");
  std::printf("%-25s %10s %10s %10s %10s\n", "workload", "operations", "record", "Value", "ratio");
  for (const row& r : rows) {
    if (r.operations == 0) continue;
    const double record = times.of(r.name, be::record::name) / r.operations;
    const double value = times.of(r.name, be::one_value::name) / r.operations;
    if (record == 0 || value == 0) continue;
    std::printf("%-25s %10.0f %10.1f %10.1f %10.1f\n", r.name.c_str(), r.operations, record, value,
                record / value);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (!benchmarks::initialize(argc, argv, 11)) return 1;
  using namespace batch_workloads;
  const row greeks = add<black_scholes>();
  const std::vector rows{greeks,
                         add<data_sum<network<bend::relu>>>(),
                         add<data_sum<network<bend::tanh>>>(),
                         add<data_sum<k_means>>(),
                         add<data_sum<gaussian_mixture>>(),
                         add<data_sum<least_squares>>(),
                         add<log_sum_exp>(),
                         add<data_sum<asian_call>>()};
  benchmarks::medians times;
  benchmark::RunSpecifiedBenchmarks(&times);
  print_gradients(times, rows);
  print_greeks(times, greeks);
  print_recording(times, rows);
}
