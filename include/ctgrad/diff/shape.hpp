// How the numbers of a result are arranged: which type they make up and where the I-th of them is.
//
// A shape has a `size`, a `type<Scalar>`, `at<I>(x)` for code that is unrolled and `visit(x, f)`
// for loops. Numbers are counted in the order of declaration, rows before columns.
#pragma once

#include <ctgrad/diff/options.hpp>
#include <ctgrad/diff/structure.hpp>

#include <cstddef>
#include <tuple>

namespace ctgrad::detail {

/// The structure X with other numbers.
template <class X>
struct shaped_as {
  static constexpr std::size_t size = structure<X>::leaves;
  template <class Scalar>
  using type = rebound<X, Scalar>;
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& at(auto& x) {
    return structure<X>::template leaf<I>(x);
  }
  static constexpr void visit(auto& x, auto&& f) { structure<X>::visit(x, f); }
};

/// The structure X with an Inner in place of every number: a matrix, if X and Inner are arrays.
template <class X, class Inner>
struct nested {
  static constexpr std::size_t size = structure<X>::leaves * Inner::size;
  template <class Scalar>
  using type = rebound<X, typename Inner::template type<Scalar>>;
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& at(auto& x) {
    return Inner::template at<I % Inner::size>(structure<X>::template leaf<I / Inner::size>(x));
  }
  static constexpr void visit(auto& x, auto&& f) {
    auto inner = [&](auto& leaf_) { Inner::visit(leaf_, f); };
    structure<X>::visit(x, inner);
  }
};

/// Several shapes as the members of an aggregate.
template <template <class...> class Aggregate, class... Shapes>
struct together {
  static constexpr std::size_t size = (0 + ... + Shapes::size);
  template <class Scalar>
  using type = Aggregate<typename Shapes::template type<Scalar>...>;
  template <std::size_t I>
  CTGRAD_INLINE static constexpr auto& at(auto& x) {
    constexpr std::size_t part = locate<Shapes::size...>(I).part;
    constexpr std::size_t leaf = locate<Shapes::size...>(I).leaf;
    using shape = std::tuple_element_t<part, std::tuple<Shapes...>>;
    return with_members<sizeof...(Shapes)>(x, [](auto&... member_) -> auto& {
      return shape::template at<leaf>(std::get<part>(std::tie(member_...)));
    });
  }
  static constexpr void visit(auto& x, auto&& f) {
    with_members<sizeof...(Shapes)>(x, [&](auto&... member_) { (Shapes::visit(member_, f), ...); });
  }
};

/// The structure of a gradient: an array for numbers, the same structure for one structured
/// argument, a tuple for a mixture.
template <class... Chosen>
struct gradient_structure {
  using type = std::tuple<Chosen...>;
};
template <class... Chosen>
  requires(structure<Chosen>::scalar && ...)
struct gradient_structure<Chosen...> {
  using type = std::array<double, sizeof...(Chosen)>;
};
template <class Chosen>
  requires(!structure<Chosen>::scalar)
struct gradient_structure<Chosen> {
  using type = Chosen;
};

/// The structure of the chosen ones among the arguments.
template <class Wrt, class... Args>
struct chosen_structure;
template <std::size_t... Chosen, class... Args>
struct chosen_structure<wrt<Chosen...>, Args...>
    : gradient_structure<std::tuple_element_t<Chosen, std::tuple<Args...>>...> {};

/// The arguments of a call as the inputs of a program. Numbers are copied: a reference to one might
/// be to what an output is written to, and it would have to be read again.
template <class... Args>
struct argument_leaves {
  std::tuple<std::conditional_t<structure<Args>::scalar, const Args, const Args&>...> arguments;
  template <std::size_t I>
  CTGRAD_INLINE constexpr const auto& at() const {
    return structure<std::tuple<Args...>>::template leaf<I>(arguments);
  }
};

/// A result as the place for the outputs of a program.
template <class Shape, class Result>
struct result_leaves {
  Result& result;
  template <std::size_t I>
  CTGRAD_INLINE constexpr auto& at() const {
    return Shape::template at<I>(result);
  }
};

}  // namespace ctgrad::detail
