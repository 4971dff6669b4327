// Gamma, Bessel and related functions. The numerics are Boost.Math's and the standard library's;
// this header is not part of <ctgrad/ctgrad.hpp>, because Boost.Math takes a while to compile.
//
// Outside of its domain a function is NaN, at a pole infinite or NaN; nothing throws.
#pragma once

#include <ctgrad/op/bessel.hpp>
#include <ctgrad/op/gamma.hpp>
#include <ctgrad/op/inverse_error_function.hpp>
#include <ctgrad/op/registry.hpp>

namespace ctgrad {

/// The ops of these headers.
using special_ops =
    op_list<ops::polygamma, ops::digamma, ops::tgamma, ops::lgamma, ops::beta, ops::expint,
            ops::erf_inv, ops::erf_inv_slope, ops::erfc_inv, ops::erfc_inv_slope, ops::bessel_j,
            ops::bessel_y, ops::spherical_bessel>;

}  // namespace ctgrad
