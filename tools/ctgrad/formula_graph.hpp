// The graph of a formula at a point: every operation with its value, and with the derivative of the
// result by it.
#pragma once

#include <ctgrad/graph/graph.hpp>

#include <vector>

#include "formula.hpp"

namespace command {

/// The nodes are the steps of the program in their order; the last one is the result.
ctgrad::graph<double> graph_of_formula(const formula& f, const std::vector<double>& point);

}  // namespace command
