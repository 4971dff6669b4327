// Do all engines say the same of a program?
#pragma once

#include <cstdint>
#include <string>

#include "analysis.hpp"
#include "dag.hpp"
#include "engines.hpp"

namespace dags {

/// What was compared, counted over a run.
struct tally {
  std::uint64_t programs = 0, operations = 0;
  std::uint64_t partials = 0;    // compared as numbers within their bound
  std::uint64_t not_finite = 0;  // compared as NaN or infinity
  std::uint64_t undecided = 0;   // not compared: an overflow depends on the order of a sum
  std::uint64_t excused = 0;     // engines differ, and one of them left the range of its numbers
  std::uint64_t skipped = 0;     // programs whose result nobody promises
  double worst = 0;              // largest difference as a share of its bound
};

/// Empty if all engines agree, otherwise what is wrong.
std::string disagreement(const dag& d, tally& counts);

/// Do two engines add up in the same direction? If not, where one has an infinity the other may
/// have the difference of two. A program has v/x for the v * (1/x) of the others: where 1/x is
/// infinite, v/x may be a number.
enum class order { same, program, other };

/// One engine's partials against another's.
std::string difference(const std::vector<double>& a, const std::vector<double>& b,
                       const analysis& bounds, tally& counts, order in = order::same);

}  // namespace dags
