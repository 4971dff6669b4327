// dynamic(f): a function whose derivatives are taken while the program runs.
//
//   const auto f = [&](const auto& x) {            // captures, loops until it converges, branches
//     auto y = x[0];
//     while (abs(y * y - x[0]) > 1e-12) y = (y + x[0] / y) / 2;
//     return y * sum(x);
//   };
//   const std::vector<double> g = ctgrad::gradient(ctgrad::dynamic(f))(std::vector{2.0, 3.0});
//
// gradient, jacobian, hessian, derivative<N>, partial<i, j>, jvp, vjp, hvp and those that give the
// value as well take it in place of a function, with the same arguments, wrt<...> and shapes of
// results. The word says what it is for: control flow and lengths that only the data decides.
#pragma once

#include <type_traits>
#include <utility>

namespace ctgrad {

/// A function that is called with Values, duals, or Values of duals, never with symbols.
template <class F>
struct dynamic_function {
  F f;  ///< the function
};

/// Marks a function for derivatives at run time. f is copied (or moved); what it captures is
/// constant. It takes its arguments as `auto` or template parameters; one that takes Value has
/// derivatives of the first order in reverse mode: gradient, jacobian and vjp. f is called as
/// const, hessian(dynamic(f)) and jacobian(dynamic(f)) call it several times.
template <class F>
constexpr auto dynamic(F&& f) {
  return dynamic_function<std::decay_t<F>>{std::forward<F>(f)};
}

/// The level of differentiation that a derivative of F is: duals of a function that is
/// differentiated inside of another one are of another type, and cannot be taken for those.
template <class F>
struct dynamic_level;

}  // namespace ctgrad
