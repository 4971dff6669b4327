// Does a derivative leave the range of its numbers on the way to a result?
//
// Engines may multiply the same factors in another order. As long as no product over- or underflows
// that changes roundings only; where one does, everything behind it may be different.
#pragma once

#include <ctgrad/program/program.hpp>

#include <cfenv>
#include <vector>

namespace dags {

/// Does this computation over- or underflow? (1 / 0 and 0 * infinity do not.)
template <class Computation>
bool leaves_range(const Computation& compute) {
  std::feclearexcept(FE_ALL_EXCEPT);
  compute();
  return std::fetestexcept(FE_OVERFLOW | FE_UNDERFLOW) != 0;
}

/// Does an instruction of a derivative? The first output is the value: what it needs does not
/// count but for products, which may be factors of the derivative, too (x x of x x x).
bool derivative_leaves_range(const ctgrad::program<double>& p, const std::vector<double>& results);

}  // namespace dags
