// Ops in forward mode.
#include "operations.hpp"

namespace dags {

const functions<dual> on_duals =
    detail::function_per_op<detail::applied_to<dual>::with>(all_operations{});

}  // namespace dags
