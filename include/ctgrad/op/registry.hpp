// Every op of the library, once. Tests, tables and documentation enumerate this list; engines do
// not need it, so an op of the user's own is not missing anything by not standing here.
#pragma once

#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/comparison.hpp>
#include <ctgrad/op/exponential.hpp>
#include <ctgrad/op/hyperbolic.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/power.hpp>
#include <ctgrad/op/special.hpp>
#include <ctgrad/op/trigonometric.hpp>

namespace ctgrad {

template <class... Ops>
struct op_list {
  static constexpr std::size_t size = sizeof...(Ops);
};

using all_ops =
    op_list<ops::add, ops::subtract, ops::multiply, ops::divide, ops::negate,            //
            ops::power, ops::constant_power, ops::integer_power, ops::sqrt,              //
            ops::exp, ops::log, ops::sigmoid, ops::sin, ops::cos, ops::tanh, ops::erfc,  //
            ops::relu, ops::abs, ops::min, ops::max, ops::where,                         //
            ops::less, ops::less_equal, ops::greater, ops::greater_equal, ops::equal,
            ops::not_equal, ops::both, ops::either, ops::negation>;

/// Calls visit.operator()<Op>() for every op of the library.
template <class Visit, class... Ops>
constexpr void for_each_op(op_list<Ops...>, Visit&& visit) {
  (visit.template operator()<Ops>(), ...);
}

}  // namespace ctgrad
