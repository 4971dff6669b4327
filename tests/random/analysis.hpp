// How far two correct engines may be apart: a running error analysis of the reverse sweep.
//
// Engines compute the same numbers and multiply the same partials, but add contributions in their
// own order. With A the sum of the absolute values of all contributions to an adjoint and u half
// the machine epsilon, one rounding of a product and one of a sum cost at most u A each, and what
// an adjoint is wrong by is multiplied on by the partials below it. So the bound is computed along
// with the gradient, for this program at this point.
#pragma once

#include <vector>

#include "dag.hpp"

namespace dags {

struct adjoint_bound {
  double adjoint = 0;    // by a sweep over plain numbers
  double magnitude = 0;  // the same with absolute values throughout
  double error = 0;      // of any engine's adjoint
  double sums = 0;       // the share of it that comes from additions
  bool decided = true;   // false: an overflow or a cancelled infinity depends on the order
  bool reached = false;
  bool quotient = false;  // the partial 1/x of a tiny x is infinite: a program divides by x instead
};

struct analysis {
  std::vector<double> values;         // of all nodes
  std::vector<adjoint_bound> bounds;  // of all nodes
  double underflow = 0;               // what tangents lose below the smallest number
  // False if the result depends on the sign of a NaN, or on whether the slope 0 of a leaky_relu is
  // written as a literal (which makes its operand inactive) or computed (0 * inf is NaN).
  bool promised = true;
  bool in_range = true;            // no partial over- or underflows while its rule computes it
  bool tangents_overflow = false;  // forward mode may have an infinity where others have none
};

analysis analyse(const dag& d);

/// Bound for |computed - true| of the last node of a program, where every operation is accurate to
/// `ulps`: sum of |d last/d node| |node| ulps eps. Constants count, too: a rule may have folded
/// them.
double rounding_error(const dag& d, double ulps);

}  // namespace dags
