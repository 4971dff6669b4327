// The functions that the benchmarks differentiate, each written once for every engine.
//
// A workload has a name, the generic function, `by_ctgrad`: value and derivatives compiled by
// ctgrad, `by_hand`: the same in plain C++, and its arguments at several points.
//
// These have a gradient and are measured in time as well; workloads/ has more.
#pragma once

#include "workloads/black_scholes.hpp"
#include "workloads/black_scholes_closed_form.hpp"
#include "workloads/exponential.hpp"
#include "workloads/neuron.hpp"
#include "workloads/points.hpp"
#include "workloads/relu.hpp"
#include "workloads/rosenbrock_10.hpp"
