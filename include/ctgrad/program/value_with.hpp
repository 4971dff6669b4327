// A value together with derivatives: what value_and_gradient(f)(x) and its relatives return.
#pragma once

namespace ctgrad {

/// auto [value, gradient] = value_and_gradient(f)(x, y);
template <class Value, class Gradient>
struct value_with_gradient {
  Value value;        ///< what f returns
  Gradient gradient;  ///< in the structure of the arguments
};
/// From its parts.
template <class Value, class Gradient>
value_with_gradient(Value, Gradient) -> value_with_gradient<Value, Gradient>;

/// auto [value, derivative] = value_and_derivative(f)(x);
template <class Value, class Derivative>
struct value_with_derivative {
  Value value;            ///< what f returns
  Derivative derivative;  ///< in the structure of f's result
};

/// auto [value, jacobian] = value_and_jacobian(f)(x, y);
template <class Value, class Jacobian>
struct value_with_jacobian {
  Value value;        ///< what f returns
  Jacobian jacobian;  ///< row by row
};

/// auto [value, hessian] = value_and_hessian(f)(x, y);
template <class Value, class Hessian>
struct value_with_hessian {
  Value value;      ///< what f returns
  Hessian hessian;  ///< a gradient of gradients
};

/// auto [value, gradient, hessian] = value_gradient_hessian(f)(x, y);
template <class Value, class Gradient, class Hessian>
struct value_with_gradient_and_hessian {
  Value value;        ///< what f returns
  Gradient gradient;  ///< in the structure of the arguments
  Hessian hessian;    ///< a gradient of gradients
};

/// auto [value, product] = value_and_jvp(f)(point, direction); the same of vjp and hvp.
template <class Value, class Product>
struct value_with_product {
  Value value;      ///< what f returns
  Product product;  ///< a number or a structure, see the function
};

}  // namespace ctgrad
