// Ops and their partials on plain doubles.
#include <ctgrad/program/guards.hpp>

#include "operations.hpp"

namespace dags {
namespace {

template <class Op>
struct on_number {
  static double call(const double* x) {
    return detail::with_operands<Op>(
        x, [](const auto&... v) { return static_cast<double>(Op::value(v...)); });
  }
};

template <class Op>
struct slope {
  static slopes call(const double* x, double y) {
    slopes result;
    detail::with_operands<Op>(x, [&](const auto&... v) {
      std::size_t k = 0;
      const auto store = [&](const auto&... p) {
        ((result.partial[k++] = static_cast<double>(p)), ...);
      };
      std::apply(store, Op::partials(v..., y));
      result.active = {true, true, true};
      if constexpr (ctgrad::detail::has_guards<Op, double>) {
        const auto active = ctgrad::detail::active_operands<Op>(y, v...);
        for (k = 0; k < active.size(); ++k) result.active[k] = active[k];
      }
    });
    return result;
  }
};

}  // namespace

const functions<double> on_numbers = detail::function_per_op<on_number>(all_operations{});
const std::array<slopes (*)(const double*, double), std::size_t(operations)> slopes_at =
    detail::function_per_op<slope>(all_operations{});

}  // namespace dags
