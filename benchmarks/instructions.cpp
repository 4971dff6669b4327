// One function per workload and engine under a plain name (static_relu, hand_relu, ...): for
// counting the instructions of a call (instructions.sh) and for reading its disassembly. Run, it
// checks the results and calls each function once per point; nothing is timed, so flags are
// ignored.
#include <benchmark/benchmark.h>

#include <initializer_list>
#include <new>

#include "engines.hpp"
#include "workloads.hpp"

namespace {

template <class Workload>
using point = decltype(Workload::point(0));

/// Evaluates at a point and constructs the result in the memory given, without a copy.
template <class Workload>
using function = void (*)(void* result, const point<Workload>& at);

/// Checks a workload, then calls its functions once per point.
template <class Workload>
void call(std::initializer_list<function<Workload>> functions) {
  engines::check<Workload>();
  for (auto f : functions) {
    benchmark::DoNotOptimize(f);  // so that the call is one, and not specialised for the points
    for (const auto& at : workloads::points<Workload>()) {
      hand::result<Workload::partials> out;  // ctgrad's own result looks the same in memory
      f(&out, at);
      benchmark::DoNotOptimize(out);
    }
  }
}

}  // namespace

// A name that valgrind and objdump find, around a call that is inlined into it.
#define CTGRAD_NAMED(name, engine, workload)                      \
  extern "C" void name(void* result, const point<workload>& at);  \
  extern "C" void name(void* result, const point<workload>& at) { \
    ::new (result) auto(engines::engine::evaluate<workload>(at)); \
  }
#define CTGRAD_BY_HAND(name) CTGRAD_NAMED(hand_##name, hand, workloads::name)
#define CTGRAD_STATIC(name) CTGRAD_NAMED(static_##name, compiled, workloads::name)

CTGRAD_BY_HAND(relu)
CTGRAD_STATIC(relu)
CTGRAD_BY_HAND(exponential)
CTGRAD_STATIC(exponential)
CTGRAD_BY_HAND(neuron)
CTGRAD_STATIC(neuron)
CTGRAD_BY_HAND(black_scholes)
CTGRAD_BY_HAND(black_scholes_reverse)
CTGRAD_STATIC(black_scholes)
CTGRAD_BY_HAND(rosenbrock)
CTGRAD_STATIC(rosenbrock)

int main() {
  call<workloads::relu>({hand_relu, static_relu});
  call<workloads::exponential>({hand_exponential, static_exponential});
  call<workloads::neuron>({hand_neuron, static_neuron});
  call<workloads::black_scholes>({hand_black_scholes, static_black_scholes});
  call<workloads::black_scholes_reverse>({hand_black_scholes_reverse});
  call<workloads::rosenbrock>({hand_rosenbrock, static_rosenbrock});
}
