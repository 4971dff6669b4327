// A value together with a derivative.
#pragma once

namespace ctgrad {

/// auto [value, gradient] = value_and_gradient(f)(x, y);
template <class Value, class Gradient>
struct value_with_gradient {
  Value value;
  Gradient gradient;
};
template <class Value, class Gradient>
value_with_gradient(Value, Gradient) -> value_with_gradient<Value, Gradient>;

}  // namespace ctgrad
