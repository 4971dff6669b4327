// How much does one function at many points cost: in batches, one point after the other, recorded
// by Values, or written by hand in SIMD lanes?
//
// All repetitions are shuffled into one run and the tables are made
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
};

template <class Workload>
row row_of(const Workload& f) {
  return {f.name(), static_cast<double>(f.points())};
}

/// Checks and registers a workload.
template <class Workload>
row add() {
  static const Workload f;
  be::check<be::values, be::batch>(f);
  add_one<be::hand>(f);
  add_one<be::values>(f);
  add_one<be::batch>(f);
  if constexpr (requires { f.prices({}); }) {
    be::check<be::one_by_one>(f);
    add_one<be::one_by_one>(f);
    add_one<be::price>(f);
  }
  return row_of(f);
}

/// The same for one that has work enough for threads. Without them there is nothing to measure.
template <class Workload>
row add_for_threads() {
  static const Workload f;
  be::check<be::batch>(f);
#if defined(CTGRAD_PARALLEL)
  be::check<be::threads>(f);
  add_one<be::batch>(f)->UseRealTime();
  add_one<be::threads>(f)->UseRealTime();
#endif
  return row_of(f);
}

// -- the tables --------------------------------------------------------------------------------

void print_gradients(const benchmarks::medians& times, const std::vector<row>& rows) {
  std::printf("\nvalue and gradient, median of microseconds, %s\n", benchmarks::compiler().c_str());
  std::printf("%-25s %10s %10s %10s %11s %12s\n", "workload", "hand", "Value", "batch",
              "batch/hand", "Value/batch");
  for (const row& r : rows) {
    const auto of = [&](const char* engine) { return times.of(r.name, engine) / 1000; };
    const double hand = of(be::hand::name), value = of(be::values::name);
    const double batch = of(be::batch::name);
    if (hand == 0 || value == 0 || batch == 0) continue;  // filtered out
    std::printf("%-25s %10.2f %10.1f %10.2f %11.2f %12.1f\n", r.name.c_str(), hand, value, batch,
                batch / hand, value / batch);
  }
}

void print_threads(const benchmarks::medians& times, const std::vector<row>& rows) {
  std::printf("\nin threads, median of microseconds by the clock\n");
  std::printf("%-25s %10s %10s %10s\n", "workload", "one", "all", "one/all");
  for (const row& r : rows) {
    const double one = times.of(r.name, be::batch::name) / 1000;
    const double all = times.of(r.name, "threads") / 1000;
    if (one == 0 || all == 0) continue;
    std::printf("%-25s %10.1f %10.1f %10.2f\n", r.name.c_str(), one, all, one / all);
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

}  // namespace

int main(int argc, char** argv) {
  if (!benchmarks::initialize(argc, argv, 11)) return 1;
  using namespace batch_workloads;
  const row greeks = add<black_scholes<1024>>();
  const std::vector rows{greeks,
                         add<data_sum<network<bend::relu>>>(),
                         add<data_sum<network<bend::tanh>>>(),
                         add<data_sum<k_means>>(),
                         add<data_sum<gaussian_mixture>>(),
                         add<data_sum<least_squares>>(),
                         add<log_sum_exp>(),
                         add<data_sum<asian_call<512>>>()};
  const std::vector large{add_for_threads<black_scholes<32'768>>(),
                          add_for_threads<data_sum<asian_call<16'384>>>()};
  benchmarks::medians times;
  benchmark::RunSpecifiedBenchmarks(&times);
  print_gradients(times, rows);
  print_greeks(times, greeks);
  print_threads(times, large);
}
