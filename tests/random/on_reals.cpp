// Ops on numbers of 100 digits: the value alone.
#include "operations.hpp"

namespace dags {
namespace {

/// Where a program has a number, ops::where wants a truth value and a whole exponent is an int.
template <class Op, std::size_t I>
auto operand(const real& x) {
  constexpr bool whole = Op::name == "integer_power" || Op::name == "ldexp";
  if constexpr (Op::name == "where" && I == 0) {
    return x != 0;
  } else if constexpr (whole && I == 1) {
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
