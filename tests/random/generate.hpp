// Generator B: random programs at run time.
#pragma once

#include <vector>

#include "dag.hpp"
#include "random_source.hpp"

namespace dags {

struct wishes {
  int largest = 2000;           // operations
  int inputs = 5;               // at most
  std::vector<double> at = {};  // the inputs, if they are not to be random
  bool tame = true;             // values, slopes and products of slopes stay of moderate size
  bool derivatives = false;     // only ops whose slopes are the derivatives of their values
};

/// A program of a size that is log-uniform up to the largest. A wild one takes any op at any
/// number, NaN and infinities included.
dag generate(random_source& random, const wishes& w);

}  // namespace dags
