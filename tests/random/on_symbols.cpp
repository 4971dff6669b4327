// Ops on symbols, recorded while the test runs.
#include "operations.hpp"

namespace dags {

const functions<ctgrad::symbol> on_symbols =
    detail::function_per_op<detail::applied_to<ctgrad::symbol>::with>(all_operations{});

}  // namespace dags
