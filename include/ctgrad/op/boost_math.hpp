// How Boost.Math is called: outside of its domain a function is NaN, at a pole infinite or NaN;
// nothing throws.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace ctgrad::detail {

namespace policies = boost::math::policies;
using quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                               policies::pole_error<policies::ignore_error>,
                               policies::overflow_error<policies::ignore_error>,
                               policies::rounding_error<policies::ignore_error>,
                               policies::evaluation_error<policies::ignore_error>>;

/// Is n a whole order? Of any other the functions are NaN.
constexpr bool is_whole_order(const auto& n) {
  constexpr int largest = 2147483646;
  return n >= -largest && n <= largest && n == static_cast<int>(n);
}

}  // namespace ctgrad::detail
