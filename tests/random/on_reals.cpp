// Ops on numbers of 100 digits: the value alone.
#include "operations.hpp"

namespace dags {
namespace {

namespace ops = ctgrad::ops;

/// Where a program has a number, ops::where wants a truth value and a whole power an integer.
template <class Op, std::size_t I>
auto operand(const real& x) {
  if constexpr (std::is_same_v<Op, ops::where> && I == 0) {
    return x != 0;
  } else if constexpr (std::is_same_v<Op, ops::integer_power> && I == 1) {
    return static_cast<int>(static_cast<double>(x));
  } else {
    return x;
  }
}

real number_from(bool condition) {
  return condition ? 1 : 0;
}
real number_from(const real& x) {
  return x;
}

template <class Op>
struct on_real {
  static real call(const real* x) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return number_from(Op::value(operand<Op, I>(x[I])...));
    }(std::make_index_sequence<std::size_t(Op::arity)>{});
  }
};

}  // namespace

const functions<real> on_reals = detail::function_per_op<on_real>(all_operations{});

}  // namespace dags
