// Ops on Values.
#include "operations.hpp"

namespace dags {

const functions<ctgrad::Value> on_tape =
    detail::function_per_op<detail::applied_to<ctgrad::Value>::with>(all_operations{});

}  // namespace dags
