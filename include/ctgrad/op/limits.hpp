// The limits of a number that is differentiated are those of its scalar, so that generic code with
// T = Value and std::numeric_limits<T>::epsilon() in it does what it does with T = double.
#pragma once

#include <ctgrad/op/op.hpp>

#include <limits>

/// std::numeric_limits<Value>::epsilon() is that of double, and is one: a number, no Value.
template <ctgrad::active X>
struct std::numeric_limits<X> : std::numeric_limits<ctgrad::scalar_of<X>> {};
