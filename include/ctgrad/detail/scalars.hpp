// Which scalar a computation runs on, and in which type its program keeps literals.
#pragma once

#include <concepts>
#include <type_traits>

namespace ctgrad::detail {

/// The common type of some numbers; whole numbers alone are computed as double.
template <class... X>
struct common_scalar {
  using type = std::common_type_t<X...>;
};
template <class... X>
  requires(std::integral<std::common_type_t<X...>>)
struct common_scalar<X...> {
  using type = double;
};
template <>
struct common_scalar<> {
  using type = double;
};
template <class... X>
using common_scalar_t = typename common_scalar<X...>::type;

/// Programs keep literals in the scalar itself if it is a built-in type, otherwise as double.
template <class Scalar>
using literal_type = std::conditional_t<std::floating_point<Scalar>, Scalar, double>;

}  // namespace ctgrad::detail
