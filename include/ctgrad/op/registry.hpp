// Every op of the library but those of special.hpp, once. Tests, tables and documentation enumerate
// this list; engines do not need it, so an op of the user's own is not missing anything by not
// standing here.
#pragma once

#include <ctgrad/op/activation.hpp>
#include <ctgrad/op/arithmetic.hpp>
#include <ctgrad/op/comparison.hpp>
#include <ctgrad/op/error_function.hpp>
#include <ctgrad/op/exponential.hpp>
#include <ctgrad/op/hyperbolic.hpp>
#include <ctgrad/op/logistic.hpp>
#include <ctgrad/op/piecewise.hpp>
#include <ctgrad/op/power.hpp>
#include <ctgrad/op/reduction.hpp>
#include <ctgrad/op/rounding.hpp>
#include <ctgrad/op/smooth.hpp>
#include <ctgrad/op/trigonometric.hpp>

namespace ctgrad {

/// A list of ops: what load of a recording and for_each_op are given.
template <class... Ops>
struct op_list {
  static constexpr std::size_t size = sizeof...(Ops);  ///< how many there are
};

/// Every op of the library but those of op/special.hpp.
using all_ops = op_list<
    ops::add, ops::subtract, ops::multiply, ops::divide, ops::negate, ops::square, ops::inv,
    ops::fma, ops::lerp, ops::detach,  //
    ops::power, ops::constant_power, ops::integer_power, ops::lower_power, ops::sqrt, ops::cbrt,
    ops::cbrt_slope, ops::rsqrt, ops::hypot, ops::hypot_slope, ops::hypot3,  //
    ops::exp, ops::exp2, ops::expm1, ops::log, ops::log2, ops::log10, ops::log1p, ops::xlogy,
    ops::sigmoid, ops::sigmoid_slope, ops::softplus, ops::log_sigmoid, ops::logit, ops::log1m_exp,
    ops::log1m_exp_slope, ops::log_add_exp, ops::leaky_relu, ops::elu,                           //
    ops::sin, ops::cos, ops::tan, ops::asin, ops::asin_slope, ops::acos, ops::atan, ops::atan2,  //
    ops::sinh, ops::cosh, ops::tanh, ops::tanh_slope, ops::asinh, ops::acosh, ops::atanh,
    ops::atanh_slope,                                                      //
    ops::erf, ops::erfc, ops::gaussian, ops::normal_pdf, ops::normal_cdf,  //
    ops::floor, ops::ceil, ops::round, ops::trunc, ops::rint, ops::fmod, ops::remainder, ops::ldexp,
    ops::where, ops::relu, ops::abs, ops::sign, ops::copysign, ops::min, ops::max, ops::fmin,
    ops::fmax, ops::fdim, ops::smooth_max, ops::smooth_share,  //
    ops::less, ops::less_equal, ops::greater, ops::greater_equal, ops::equal, ops::not_equal,
    ops::both, ops::either, ops::negation>;

/// Calls `visit.operator()<Op>()` for every op of the library.
template <class Visit, class... Ops>
constexpr void for_each_op(op_list<Ops...>, Visit&& visit) {
  (visit.template operator()<Ops>(), ...);
}

}  // namespace ctgrad
