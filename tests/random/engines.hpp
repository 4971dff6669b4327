// The same program by every engine.
#pragma once

#include <ctgrad/program/program.hpp>

#include <vector>

#include "dag.hpp"
#include "operations.hpp"

namespace dags {

struct outcome {
  double value = 0;
  std::vector<double> gradient;
  bool in_range = true;  // of a program: no product of the derivative over- or underflowed
};

double by_numbers(const dag& d);
outcome by_tape(const dag& d);
outcome by_program(const dag& d);
outcome by_optimized(const dag& d);
outcome by_dual(const dag& d);
/// Recorded, differentiated, saved, loaded and run. Throws if that is not what interpret gives.
outcome by_recording(const dag& d);

/// The value alone, at any point, in 100 digits.
real by_reals(const dag& d, const std::vector<real>& point);

/// Records a program with symbols in place of its inputs; returns the symbols of all nodes.
std::vector<ctgrad::symbol> record(const dag& d, ctgrad::builder<double>& home);

/// What was recorded, as a random program that computes the given output.
dag from_program(const ctgrad::program<double>& p, const std::vector<double>& point,
                 std::size_t output);

/// The programs of the partial derivatives.
std::vector<dag> derivatives(const dag& d);

/// All outputs of a recorded program.
std::vector<double> run(const ctgrad::program<double>& p, const std::vector<double>& point);

}  // namespace dags
