// Random programs against central differences in 100 digits.
#pragma once

#include <string>
#include <vector>

#include "dag.hpp"

namespace dags {

/// Why a point cannot be judged, or what is wrong there.
struct judgement {
  std::string rejected;  // the reason
  std::string wrong;
};

/// A point is rejected if the partials' condition number exceeds 1e8, if a kink or a jump is within
/// 1e-6, or if differences in 100 digits have no answer. Otherwise each partial has to be within
/// what rounding explains.
judgement judge(const dag& d, const std::vector<double>& gradient);

/// A kink or a jump of any of the ops within 1e-6 of its operands.
bool near_a_kink(const dag& d);

}  // namespace dags
