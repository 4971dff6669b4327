// The smallest program that still fails.
#pragma once

#include <functional>

#include "dag.hpp"

namespace dags {

/// Drops operations, operands and digits as long as `fails` holds.
dag shrunk(dag d, const std::function<bool(const dag&)>& fails);

}  // namespace dags
