// Which entries of a Jacobian or Hessian can be other than 0, as the compiler has found out.
//
//   constexpr auto s = ctgrad::sparsity<double, double>(ctgrad::jacobian(f));
//   s.pattern[0][1]   can df0/dx1 be other than 0?
//   s.nonzeros        how many entries can
//
// The pattern is for whatever solves with the matrix: known zeros cost nothing in the derivative
// itself, asked for or not.
#pragma once

#include <ctgrad/diff/program_of.hpp>

#include <cstddef>

namespace ctgrad {

/// A bool in place of every number of a derivative, true where it can be other than 0 (or NaN).
template <class Pattern>
struct sparsity_pattern {
  Pattern pattern;       ///< in the structure of the derivative
  std::size_t nonzeros;  ///< how many are true
};

namespace detail {

/// The outputs of a program that are not the constant 0, in the arrangement of Shape.
template <class Shape, const auto& Program>
constexpr auto sparsity_of() {
  sparsity_pattern<typename Shape::template type<bool>> result{};
  std::size_t next = 0;
  Shape::visit(result.pattern, [&](bool& entry_) {
    const auto& step_ = Program.code[Program.outputs[next++]];
    entry_ = step_.what != role::literal || step_.literal != 0;
    result.nonzeros += entry_ ? 1 : 0;
  });
  return result;
}

template <class Call>
constexpr auto sparsity_of_call() {
  if constexpr (Call::how == way::refused) {
    return sparsity_pattern<refused_call>{};
  } else if constexpr (!check_trace<typename Call::traced>()) {
    return sparsity_pattern<refused_call>{};
  } else {
    return sparsity_of<typename Call::shape, frozen<typename Call::source>::value>();
  }
}

/// What sparsity(jacobian(f)) returns: call it with the function's arguments.
template <class Kind, class F, class... Options>
struct sparsity_of_differential {
  template <class... Args>
  constexpr auto operator()(const Args&...) const {
    return sparsity_of_call<typename differential<Kind, F, Options...>::template call<Args...>>();
  }
};

}  // namespace detail

/// Where a derivative can be other than 0: sparsity(hessian(f))(x, y) has the shape of
/// hessian(f)(x, y); of the arguments only the types matter. An entry that is not listed is 0
/// whatever the arguments, one that is listed may still happen to be. Takes no time at run time.
template <class Kind, class F, class... Options>
constexpr auto sparsity(const detail::differential<Kind, F, Options...>&) {
  return detail::sparsity_of_differential<Kind, F, Options...>{};
}

/// The same by the types of the arguments: sparsity<double, double>(hessian(f)).
template <class First, class... Rest, class Kind, class F, class... Options>
constexpr auto sparsity(const detail::differential<Kind, F, Options...>&) {
  return detail::sparsity_of_call<
      typename detail::differential<Kind, F, Options...>::template call<First, Rest...>>();
}

/// Of a formula, whose variables are numbers: sparsity(hessian(e)).pattern[x][y].
template <class Kind, class E>
constexpr auto sparsity(const detail::formula_differential<Kind, E>&) {
  using shape = typename Kind::template shape<double, detail::keyed_by_variables<E>>;
  using source = typename detail::to_run<detail::formula_derivative<E, double, Kind>>::type;
  return detail::sparsity_of<shape, frozen<source>::value>();
}

}  // namespace ctgrad
