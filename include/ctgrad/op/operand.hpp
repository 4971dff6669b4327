// What ops are applied to: numbers, and what takes part in differentiation.
#pragma once

#include <limits>
#include <type_traits>

namespace ctgrad {

/// A type that takes part in differentiation announces its engine as a nested type.
template <class X>
concept active = requires { typename X::ctgrad_engine; };

/// A class of numbers: std::numeric_limits is specialised for it and x * x is of the class itself,
/// not an expression that refers to x (multiprecision numbers: with et_off).
template <class X>
concept number_class =
    std::is_class_v<X> && !active<X> && std::numeric_limits<X>::is_specialized &&
    requires(const X& x) { requires std::is_same_v<std::remove_cvref_t<decltype(x * x)>, X>; };

/// A plain number: a built-in one, or of such a class.
template <class X>
concept number = std::is_arithmetic_v<X> || number_class<X>;

/// What ops are applied to: what takes part in differentiation, and plain numbers.
template <class X>
concept operand = active<X> || number<X>;

/// What our operators are for: at least one side is ours, so that no other type meets them.
template <class A, class B>
concept operands = (active<A> || active<B>) && operand<A> && operand<B>;

/// The same for operators that record: an engine may bring its own (tape/located.hpp).
template <class X>
concept brings_operators = active<X> && requires { typename X::ctgrad_engine::own_operators; };
/// Operands of which none brings operators of its own.
template <class A, class B>
concept recorded_operands = operands<A, B> && !brings_operators<A> && !brings_operators<B>;

namespace detail {
template <class X>
struct scalar_behind {
  using type = X;
};
template <active X>
struct scalar_behind<X> {
  using type = typename X::ctgrad_engine::scalar;
};
}  // namespace detail

/// The number type underneath an operand; constants of a rule are written in it.
template <class X>
using scalar_of = typename detail::scalar_behind<std::remove_cvref_t<X>>::type;

/// `nothing... Yield` at the end of a function's parameters takes no argument and makes our
/// overload less specialised: a template of the same name in the user's own program is preferred
/// instead of being ambiguous.
template <class>
concept nothing = false;

}  // namespace ctgrad
